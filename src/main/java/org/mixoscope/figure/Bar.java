package org.mixoscope.figure;

import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// A label vector as a bar: one segment per class, as wide as its value.
///
/// @param colours one a class
record Bar(List<Double> label, List<Integer> colours) {
  static Bar of(Recipe recipe, Mix mix) {
    return new Bar(mix.label(), Ink.ofClasses(recipe));
  }

  /// @param round the diameter of its corners in points
  void draw(Pen pen, Rectangle2D place, double round) {
    RoundRectangle2D ends =
        new RoundRectangle2D.Double(
            place.getX(), place.getY(), place.getWidth(), place.getHeight(), round, round);
    pen.inside(
        ends,
        () -> {
          double at = place.getX();
          // Several classes at once are more than one together.
          double whole = Math.max(1, label.stream().mapToDouble(Double::doubleValue).sum());
          for (int c = 0; c < label.size(); c++) {
            double length = label.get(c) / whole * place.getWidth();
            pen.fill(
                new Rectangle2D.Double(at, place.getY(), length, place.getHeight()),
                colours.get(c));
            at += length;
          }
        });
  }
}

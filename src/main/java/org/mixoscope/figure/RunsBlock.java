package org.mixoscope.figure;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Runs beside each other: the plane as each sees it, if there is one, its name and its numbers.
///
/// @param highest the greatest height of a plane in points
record RunsBlock(List<CurveSheet.Run> runs, Type type, double highest) implements Block {
  private static final double GAP = 1.2;
  private static final double DOT = 0.22;

  @Override
  public double height(double width) {
    return side(width) + (hasPlanes() ? type.size() * 0.4 : 0) + 2 * type.line();
  }

  private boolean hasPlanes() {
    return runs.stream().anyMatch(run -> run.plane() != null);
  }

  private double gap() {
    return GAP * type.size();
  }

  private double each(double width) {
    return (width - (runs.size() - 1) * gap()) / runs.size();
  }

  private double side(double width) {
    return hasPlanes() ? Math.min(each(width), highest) : 0;
  }

  /// Its name, and below it its numbers.
  private void caption(Pen pen, CurveSheet.Run run, double x, double y, double width) {
    Phrase name = type.swatch(run.rgb()).and(type.bold(run.name(), type.paper().text()));
    pen.text(name.within(width), x, y + type.baseline());
    pen.text(type.muted(run.numbers()).within(width), x, y + type.line() + type.baseline());
  }

  @Override
  public void draw(Pen pen, double x, double y, double width) {
    double each = each(width);
    double side = side(width);
    for (int k = 0; k < runs.size(); k++) {
      CurveSheet.Run run = runs.get(k);
      double left = x + k * (each + gap());
      double below = y;
      if (run.plane() != null) {
        draw(pen, run.plane(), new Rectangle2D.Double(left, y, side, side));
        below += side + type.size() * 0.4;
      }
      caption(pen, run, left, below, each);
    }
  }

  private void draw(Pen pen, CurveSheet.Plane plane, Rectangle2D place) {
    pen.picture(plane.surface(), place);
    double size = DOT * type.size();
    pen.inside(
        place,
        () ->
            plane
                .dots()
                .forEach(
                    dot -> {
                      double x = place.getX() + dot.x() * place.getWidth() - size / 2;
                      double y = place.getY() + dot.y() * place.getHeight() - size / 2;
                      pen.fill(new Ellipse2D.Double(x, y, size, size), dot.rgb());
                    }));
  }
}

package org.mixoscope.figure;

import java.util.List;
import org.mixoscope.recipe.Recipe;

/// Which class has which colour.
record LegendBlock(Recipe recipe, Type type) implements Block {
  @Override
  public double height(double width) {
    return lines(width).height();
  }

  @Override
  public void draw(Pen pen, double x, double y, double width) {
    lines(width).draw(pen, x, y, width);
  }

  private Type.Lines lines(double width) {
    List<String> names = recipe.sources().stream().map(source -> source.className()).toList();
    List<Phrase> entries =
        names.stream()
            .distinct()
            .filter(name -> !name.isEmpty())
            .map(
                name ->
                    type.swatch(Ink.ofSource(names.indexOf(name)))
                        .and(type.plain(type.className(recipe, name))))
            .toList();
    return type.lines(entries, width);
  }
}

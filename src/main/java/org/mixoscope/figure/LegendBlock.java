package org.mixoscope.figure;

import java.util.ArrayList;
import java.util.List;
import org.mixoscope.recipe.Recipe;

/// Which class has which colour.
record LegendBlock(Recipe recipe, Type type) implements Block {
  private static final double GAP = 1.1;
  private static final double SQUARE = 0.72;

  @Override
  public double height(double width) {
    return lines(width).size() * type.line();
  }

  @Override
  public void draw(Pen pen, double x, double y, double width) {
    double baseline = y + type.baseline();
    for (List<Phrase> line : lines(width)) {
      double at = x;
      for (Phrase phrase : line) {
        pen.text(phrase.within(width), at, baseline);
        at += phrase.width() + type.size() * GAP;
      }
      baseline += type.line();
    }
  }

  private List<List<Phrase>> lines(double width) {
    List<Phrase> entries = new ArrayList<>();
    List<String> names = recipe.sources().stream().map(source -> source.className()).toList();
    for (String name : names.stream().distinct().toList()) {
      entries.add(
          Phrase.of("■ ", Typeface.SANS, type.size() * SQUARE, Ink.ofSource(names.indexOf(name)))
              .and(type.plain(name)));
    }
    return type.wrapped(entries, type.size() * GAP, width);
  }
}

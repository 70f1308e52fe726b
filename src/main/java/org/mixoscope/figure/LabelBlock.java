package org.mixoscope.figure;

import java.awt.geom.Rectangle2D;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// The soft label: classes and values in words, below them a bar with a segment for each.
record LabelBlock(Recipe recipe, Mix mix, Type type) implements Block {
  private static final double BAR = 1.25;
  private static final double GAP = 1.1;
  private static final double SQUARE = 0.72;
  private static final double ROUND = 0.5;

  @Override
  public double height(double width) {
    double words = legend(width).size() * type.line() + type.size() * (0.25 + BAR);
    return mix.labelDisagrees() ? words + type.line() + type.size() * 0.2 : words;
  }

  @Override
  public void draw(Pen pen, double x, double y, double width) {
    double top = y;
    for (List<Phrase> line : legend(width)) {
      double at = x;
      for (Phrase phrase : line) {
        pen.text(phrase.within(width), at, top + type.baseline());
        at += phrase.width() + gap();
      }
      top += type.line();
    }
    top += type.size() * 0.25;
    Bar.of(recipe, mix)
        .draw(pen, new Rectangle2D.Double(x, top, width, type.size() * BAR), type.size() * ROUND);
    if (mix.labelDisagrees()) {
      String note =
          MessageFormat.format(
              type.word("label.disagrees"),
              Type.number(mix.labelWeights().getFirst()),
              Type.number(mix.effectiveLambda()));
      double baseline = top + type.size() * (BAR + 0.2) + type.baseline();
      pen.text(type.muted(note).within(width), x, baseline);
    }
  }

  private List<List<Phrase>> legend(double width) {
    List<Phrase> entries = new ArrayList<>(List.of(type.muted(type.word("label"))));
    for (int c = 0; c < mix.classes().size(); c++) {
      int rgb = Ink.ofClasses(recipe).get(c);
      entries.add(
          Phrase.of("■ ", Typeface.SANS, type.size() * SQUARE, rgb)
              .and(type.bold(Type.number(mix.label().get(c)) + " ", Ink.TEXT))
              .and(type.plain(mix.classes().get(c))));
    }
    return type.wrapped(entries, gap(), width);
  }

  private double gap() {
    return type.size() * GAP;
  }
}

package org.mixoscope.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// The soft label: classes and values in words, below them a bar with a segment for each.
record LabelBlock(Recipe recipe, Mix mix, Type type) implements Block {
  /// As many as a mix has sources.
  private static final int MOST_CLASSES = 8;

  private static final double BAR = 1.25;
  private static final double ABOVE = 0.25;
  private static final double BELOW = 0.2;
  private static final double ROUND = 0.5;

  @Override
  public double height(double width) {
    double words = legend(width).height() + type.size() * (ABOVE + BAR);
    return mix.labelDisagrees() ? words + type.line() + type.size() * BELOW : words;
  }

  @Override
  public void draw(Pen pen, double x, double y, double width) {
    Type.Lines legend = legend(width);
    legend.draw(pen, x, y, width);
    double top = y + legend.height() + type.size() * ABOVE;
    Bar.of(recipe, mix)
        .draw(pen, new Rectangle2D.Double(x, top, width, type.size() * BAR), type.size() * ROUND);
    if (mix.labelDisagrees()) {
      String note =
          type.word(
              "label.disagrees",
              Type.number(mix.labelWeights().getFirst()),
              Type.number(mix.effectiveLambda()));
      double baseline = top + type.size() * (BAR + BELOW) + type.baseline();
      pen.text(type.muted(note).within(width), x, baseline);
    }
  }

  private Type.Lines legend(double width) {
    List<Phrase> entries = new ArrayList<>(List.of(type.muted(type.word("label"))));
    List<Integer> largest =
        IntStream.range(0, mix.classes().size())
            .boxed()
            .sorted(Comparator.comparingDouble(c -> -mix.label().get(c)))
            .limit(MOST_CLASSES)
            .sorted()
            .toList();
    for (int c : largest) {
      entries.add(
          type.swatch(Ink.ofClasses(recipe).get(c))
              .and(type.bold(Type.number(mix.label().get(c)) + " ", type.paper().text()))
              .and(type.plain(type.className(recipe, mix.classes().get(c)))));
    }
    int others = mix.classes().size() - largest.size();
    if (others > 0) {
      entries.add(type.muted(type.words().get("marks.others", others)));
    }
    return type.lines(entries, width);
  }
}

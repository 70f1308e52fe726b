package org.mixoscope.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mixoscope.recipe.Recipe;

/// How text looks in a template and on a paper, and the words of its language.
///
/// @param size of most type, in points
record Type(double size, double titleSize, Paper paper, Words words) {
  private static final double LEADING = 1.4;
  private static final double ASCENT = 1.02;
  private static final double GAP = 0.9;
  private static final double SWATCH = 0.72;

  static Type of(FigureStyle style) {
    Template template = style.template();
    return new Type(
        template.type(), template.titleType(), style.paper(), new Words(style.locale()));
  }

  /// The same with smaller type, if it is not as small already.
  Type atMost(double points) {
    return new Type(Math.min(size, points), titleSize, paper, words);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /// A text of figures.
  String word(String key, Object... details) {
    return words.get("figure.word." + key, details);
  }

  /// What a class of a recipe is called.
  String className(Recipe recipe, String name) {
    return new ClassNames(words, recipe.sources()).of(name);
  }

  /// The height of a line.
  double line() {
    return size * LEADING;
  }

  /// From the top of a line to its base line.
  double baseline() {
    return size * ASCENT;
  }

  Phrase plain(String text) {
    return Phrase.of(text, Typeface.SANS, size, paper.text());
  }

  Phrase muted(String text) {
    return Phrase.of(text, Typeface.SANS, size, paper.muted());
  }

  Phrase bold(String text, int rgb) {
    return Phrase.of(text, Typeface.BOLD, size, rgb);
  }

  /// `λ = 0.820`.
  Phrase quantity(String symbol, double value) {
    return plain(symbol + " = ").and(bold(number(value), paper.text()));
  }

  /// One line of text, cut short where it does not fit.
  Block title(String text) {
    Phrase title = Phrase.of(text, Typeface.BOLD, titleSize, paper.text());
    return new Block() {
      @Override
      public double height(double width) {
        return titleSize * LEADING;
      }

      @Override
      public void draw(Pen pen, double x, double y, double width) {
        pen.text(title.within(width), x, y + titleSize * ASCENT);
      }
    };
  }

  /// Phrases in one line where they fit, else each below the other as far as needed.
  ///
  /// @param gap between phrases, in points
  record Lines(List<List<Phrase>> lines, double gap, Type type) {
    double height() {
      return lines.size() * type.line();
    }

    /// @param width where a phrase that is too long by itself is cut
    void draw(Pen pen, double x, double y, double width) {
      double baseline = y + type.baseline();
      for (List<Phrase> line : lines) {
        double at = x;
        for (Phrase phrase : line) {
          pen.text(phrase.within(width), at, baseline);
          at += phrase.width() + gap;
        }
        baseline += type.line();
      }
    }
  }

  Lines lines(List<Phrase> phrases, double width) {
    double gap = size * GAP;
    List<List<Phrase>> lines = new ArrayList<>();
    double used = Double.POSITIVE_INFINITY;
    for (Phrase phrase : phrases) {
      double needed = phrase.width();
      if (used + gap + needed > width) {
        lines.add(new ArrayList<>());
        used = -gap;
      }
      lines.getLast().add(phrase);
      used += gap + needed;
    }
    return new Lines(lines, gap, this);
  }

  /// The key to a colour.
  Phrase swatch(int rgb) {
    return Phrase.of("■ ", Typeface.SANS, size * SWATCH, rgb);
  }
}

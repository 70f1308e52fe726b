package org.mixoscope.figure;

import java.util.List;
import org.mixoscope.figure.Formula.Term;

/// The formulas below each other.
record FormulaBlock(Formula formula, Type type) implements Block {
  private static final double LARGER = 1.15;
  private static final double LEADING = 1.65;
  private static final double INDEX = 0.72;
  private static final double DROP = 0.22;

  @Override
  public double height(double width) {
    return formula.lines().size() * size() * LEADING;
  }

  @Override
  public void draw(Pen pen, double x, double y, double width) {
    double baseline = y + size() * LARGER;
    for (List<Term> line : formula.lines()) {
      // A line of many sources is made smaller rather than cut.
      double natural = phrase(line, size()).width();
      pen.text(phrase(line, size() * Math.min(1, width / natural)), x, baseline);
      baseline += size() * LEADING;
    }
  }

  private double size() {
    return type.size() * LARGER;
  }

  private Phrase phrase(List<Term> line, double size) {
    return new Phrase(line.stream().map(term -> run(term, size)).toList());
  }

  private Phrase.Run run(Term term, double size) {
    return switch (term) {
      case Term.Plain _, Term.Lambda _, Term.Area _ ->
          new Phrase.Run(term.text(), Typeface.MATH, size, type.paper().text(), 0);
      case Term.Index(String text) ->
          new Phrase.Run(text, Typeface.MATH, size * INDEX, type.paper().text(), size * DROP);
      case Term.OfSource(int k, String text) ->
          new Phrase.Run(text, Typeface.MATH_BOLD, size, type.paper().ofSource(k), 0);
    };
  }
}

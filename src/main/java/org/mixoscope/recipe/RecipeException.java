package org.mixoscope.recipe;

import org.mixoscope.kernel.Objecting;
import org.mixoscope.kernel.Objection;

/// A text is not a recipe; the message says in one line what is wrong and where.
public final class RecipeException extends Exception implements Objecting {
  private static final long serialVersionUID = 1L;
  private static final int HEAD = 200;
  private static final int TAIL = 100;

  private final Objection objection;

  RecipeException(Objection problem, Throwable cause) {
    Objection brief = RecipeReason.NO_RECIPE.of(brief(problem));
    super(brief.text(), cause);
    objection = brief;
  }

  @Override
  public Objection objection() {
    return objection;
  }

  /// Details quote the text, which may hold anything at any length.
  private static Objection brief(Objection problem) {
    return new Objection(
        problem.reason(),
        problem.details().stream()
            .<Object>map(
                detail -> detail instanceof Objection part ? brief(part) : brief(detail + ""))
            .toList());
  }

  /// Line breaks and other control characters become spaces, a long middle is left out.
  private static String brief(String detail) {
    String line = detail.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
    return line.length() <= HEAD + TAIL
        ? line
        : line.substring(0, HEAD) + " … " + line.substring(line.length() - TAIL);
  }
}

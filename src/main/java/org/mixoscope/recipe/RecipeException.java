package org.mixoscope.recipe;

import org.mixoscope.kernel.Objecting;
import org.mixoscope.kernel.Objection;

/// A text is not a recipe; the message says in one line what is wrong and where.
public final class RecipeException extends Exception implements Objecting {
  private static final long serialVersionUID = 1L;

  private final Objection objection;

  /// @param problem what is wrong with the text
  public RecipeException(Objection problem, Throwable cause) {
    Objection brief = RecipeReason.NO_RECIPE.of(Brief.of(problem));
    super(brief.text(), cause);
    objection = brief;
  }

  @Override
  public Objection objection() {
    return objection;
  }
}

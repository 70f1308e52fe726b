package org.mixoscope.recipe;

/// A text is not a recipe; the message says in one line what is wrong and where.
public final class RecipeException extends Exception {
  private static final long serialVersionUID = 1L;

  RecipeException(String message) {
    super(message);
  }

  RecipeException(String message, Throwable cause) {
    super(message, cause);
  }
}

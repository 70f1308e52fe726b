package org.mixoscope.recipe;

/// A text is not a recipe; the message says in one line what is wrong and where.
public final class RecipeException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int HEAD = 200;
  private static final int TAIL = 100;

  RecipeException(String message) {
    super(oneLine(message));
  }

  RecipeException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  /// Messages quote the text, which may hold anything at any length: line breaks and other control
  /// characters become spaces, a long middle is left out.
  private static String oneLine(String message) {
    String line = message.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
    return line.length() <= HEAD + TAIL
        ? line
        : line.substring(0, HEAD) + " … " + line.substring(line.length() - TAIL);
  }
}

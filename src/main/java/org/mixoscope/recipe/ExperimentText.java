package org.mixoscope.recipe;

import com.fasterxml.jackson.databind.JsonNode;

/// What is said of trainings as text, next to recipes: JSON to read and edit, one line to send.
/// What stands in it is for those who train.
public final class ExperimentText {
  /// The field that has the version.
  public static final String VERSION_KEY = "mixoscope-experiment";

  private ExperimentText() {}

  /// Whether a text is one, of whatever version.
  public static boolean isOne(String text) {
    try {
      return RecipeText.looksLikeOne(text) && tree(text).has(VERSION_KEY);
    } catch (RecipeException | IllegalArgumentException e) {
      return false; // who takes it for something else says what is wrong
    }
  }

  /// What either form holds.
  ///
  /// @throws RecipeException if the one line is damaged
  /// @throws IllegalArgumentException if it is no JSON
  public static JsonNode tree(String text) throws RecipeException {
    return JsonText.parse(RecipeText.unpacked(text));
  }

  /// One line of letters, digits, `-`, `_` and `:`.
  public static String line(String json) {
    return RecipeText.line(json);
  }
}

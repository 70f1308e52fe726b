package org.mixoscope.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import org.mixoscope.recipe.JsonText;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;

/// A lesson as text, next to recipes and experiments: JSON to read and edit.
public final class LessonText {
  /// The field that has the version.
  public static final String VERSION_KEY = "mixoscope-lesson";

  private LessonText() {}

  /// Whether a text is one, of whatever version.
  public static boolean isOne(String text) {
    try {
      return RecipeText.looksLikeOne(text) && tree(text).has(VERSION_KEY);
    } catch (RecipeException | IllegalArgumentException e) {
      return false; // who takes it for something else says what is wrong
    }
  }

  /// Reads one.
  ///
  /// @throws IllegalArgumentException if it is no JSON, of another version, or a field is missing,
  ///   wrong or unknown; the message names it
  public static Lesson read(String text) {
    try {
      return LessonJson.read(tree(text));
    } catch (RecipeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static JsonNode tree(String text) throws RecipeException {
    return JsonText.parse(RecipeText.unpacked(text));
  }
}

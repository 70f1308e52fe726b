package org.mixoscope.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mixoscope.kernel.RefusedException;

/// What is said, in one language or more. Who speaks another one hears the first.
///
/// @param texts by the code of their language, at least one
public record Said(Map<String, String> texts) {
  /// The codes of the languages of the app, the first one that others fall back to.
  static final List<String> LANGUAGES = List.of("en", "zh");

  /// @throws IllegalArgumentException if nothing is said
  public Said {
    texts = Map.copyOf(texts);
    if (texts.isEmpty() || texts.values().stream().anyMatch(String::isBlank)) {
      throw new RefusedException(LessonReason.NOTHING_SAID.of());
    }
  }

  /// The same in every language.
  public static Said of(String text) {
    return new Said(Map.of(LANGUAGES.getFirst(), text));
  }

  /// What is said to somebody who speaks a language.
  ///
  /// @param language its code
  public String in(String language) {
    Map<String, String> preferred = new LinkedHashMap<>();
    preferred.put(language, texts.getOrDefault(language, ""));
    LANGUAGES.forEach(code -> preferred.putIfAbsent(code, texts.getOrDefault(code, "")));
    return preferred.values().stream().filter(text -> !text.isEmpty()).findFirst().orElseThrow();
  }
}

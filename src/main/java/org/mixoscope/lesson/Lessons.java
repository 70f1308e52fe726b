package org.mixoscope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The lessons that come with the program.
public final class Lessons {
  /// Their names, which stay the same from one version to the next, in the order to take them in.
  public static final List<String> NAMES =
      List.of(
          "what-a-mix-is",
          "lambda-hat",
          "alpha",
          "one-or-each",
          "soft-labels",
          "when-the-label-lies",
          "what-it-does-to-a-network");

  private Lessons() {}

  /// Reads one.
  ///
  /// @param name one of [#NAMES]
  public static Lesson of(String name) {
    try (InputStream stream =
        Objects.requireNonNull(Lessons.class.getResourceAsStream(name + ".json"), name)) {
      return LessonText.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}

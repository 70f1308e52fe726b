package org.mixoscope.app.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.lesson.Lesson;
import org.mixoscope.lesson.LessonText;

/// A lesson that was opened from a file, as that is now.
///
/// @param lesson null if it cannot be read
/// @param there whether the file still is
record OwnLesson(Path file, @Nullable Lesson lesson, boolean there) {
  /// Asks the disk, so not for the FX thread.
  static OwnLesson at(Path file) {
    Lesson lesson;
    try {
      lesson = LessonText.read(Files.readString(file));
    } catch (IOException | IllegalArgumentException e) {
      lesson = null; // who opens it is told why
    }
    return new OwnLesson(file, lesson, Files.isRegularFile(file));
  }

  /// Its title, or else what its file is called.
  String title(String language) {
    return lesson == null
        ? Objects.toString(file.getFileName(), file.toString())
        : lesson.title().in(language);
  }
}

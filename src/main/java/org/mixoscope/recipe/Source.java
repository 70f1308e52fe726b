package org.mixoscope.recipe;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.RefusedException;

/// One image of a mix, by reference.
///
/// @param location a file's path, `FILE#WHICH` for a picture inside a larger file, `sample:NAME`
///   for one that is shipped with the app, or a [Reference] to one that is not found yet
/// @param className the name of its class; empty where it has no label and counts in the pixels
///   only
/// @param annotation where a file lies that says what is where in the picture, a mask or objects;
///   null for none
public record Source(String location, String className, @Nullable String annotation) {
  /// @throws IllegalArgumentException if the location or annotation is blank
  public Source {
    if (annotation != null && annotation.isBlank()) {
      throw new RefusedException(RecipeReason.NO_ANNOTATION.of(location));
    }
    if (location.isBlank()) {
      throw new RefusedException(RecipeReason.NO_SOURCE.of());
    }
    className = className.strip();
  }

  /// Of which nothing is known but its class.
  ///
  /// @throws IllegalArgumentException if the location is blank
  public Source(String location, String className) {
    this(location, className, null);
  }

  /// A file, its class named after it without the extension.
  public static Source of(Path file) {
    String name = Objects.toString(file.getFileName(), "image");
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return new Source(file.toAbsolutePath().toString(), stem.isBlank() ? name : stem);
  }

  /// Whether it has a label.
  public boolean isLabelled() {
    return !className.isEmpty();
  }

  /// The same image with another class name.
  public Source withClassName(String name) {
    return new Source(location, name, annotation);
  }

  /// The same image with another annotation.
  public Source withAnnotation(@Nullable String file) {
    return new Source(location, className, file);
  }
}

package org.mixoscope.recipe;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
/// @param soft the weight of each class, in the order of their names, where its label is not just
///   its one class; the class name is then that of the most probable. Empty where it is
public record Source(
    String location, String className, @Nullable String annotation, Map<String, Double> soft) {
  /// @throws IllegalArgumentException if the location or annotation is blank, a weight is not
  ///   finite or below 0, or the class has none
  public Source {
    if (annotation != null && annotation.isBlank()) {
      throw new RefusedException(RecipeReason.NO_ANNOTATION.of(location));
    }
    if (location.isBlank()) {
      throw new RefusedException(RecipeReason.NO_SOURCE.of());
    }
    className = className.strip();
    soft = soft.equals(Map.of(className, 1.0)) ? Map.of() : ordered(soft);
    boolean isGood = soft.values().stream().allMatch(w -> Double.isFinite(w) && w >= 0);
    if (!isGood || (!soft.isEmpty() && !soft.containsKey(className))) {
      throw new RefusedException(RecipeReason.SOFT_LABEL.of(location, className));
    }
  }

  private static Map<String, Double> ordered(Map<String, Double> weights) {
    return Collections.unmodifiableMap(new TreeMap<>(weights));
  }

  /// Labelled with one class, or with none.
  ///
  /// @throws IllegalArgumentException if the location or annotation is blank
  public Source(String location, String className, @Nullable String annotation) {
    this(location, className, annotation, Map.of());
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

  /// The classes that its label is over, in their order.
  public List<String> classes() {
    return !isLabelled()
        ? List.of()
        : soft.isEmpty() ? List.of(className) : List.copyOf(soft.keySet());
  }

  /// The same image labelled with one class.
  public Source withClassName(String name) {
    return new Source(location, name, annotation);
  }

  /// The same image with another annotation.
  public Source withAnnotation(@Nullable String file) {
    return new Source(location, className, file, soft);
  }
}

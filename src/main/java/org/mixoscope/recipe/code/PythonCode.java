package org.mixoscope.recipe.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.course.Course;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// The lines of comment that the code for a library begins with: what it stands for, and where the
/// library does something else than the recipe.
final class PythonCode {
  private final List<String> lines = new ArrayList<>();

  /// @param library its name
  /// @param per for what it draws λ
  PythonCode(Recipe recipe, String library, String per) {
    String settings =
        recipe.method().type().parameters().stream()
            .map(parameter -> parameter.id() + " " + value(parameter, recipe.method().settings()))
            .collect(Collectors.joining(", "));
    String id = recipe.method().type().id();
    note("Mixoscope's " + id + (settings.isEmpty() ? "" : ": " + settings));
    note(
        "%s draws anew for every %s; the one mix of Mixoscope is not repeated."
            .formatted(library, per));
    Course along = recipe.along();
    if (along != null) {
      note(
          "Clips: %s is given pictures here; nothing of it runs over frames as along %s does."
              .formatted(library, along.type().id()));
    }
    if (!recipe.mixedSources().stream().allMatch(Source::isLabelled)) {
      note("%s mixes labels of all pictures; it knows none without a label.".formatted(library));
    }
    if (recipe.blending() != Blending.SRGB && recipe.method().type().uses(Trait.BLENDS)) {
      note("Light: %s blends stored values; it cannot blend in linear light.".formatted(library));
    }
  }

  /// One more comment.
  PythonCode note(String text) {
    lines.add("# " + text);
    return this;
  }

  /// The comments, and after them the code.
  String before(String code) {
    return String.join("\n", lines) + "\n" + code;
  }

  private static <T> String value(Parameter<T> parameter, Settings settings) {
    return parameter.format(settings.get(parameter));
  }
}

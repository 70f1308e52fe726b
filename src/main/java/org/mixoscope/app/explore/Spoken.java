package org.mixoscope.app.explore;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mixoscope.app.state.Ghost;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// A mix in words, for those who hear it.
final class Spoken {
  private Spoken() {}

  /// "mixed image, 71 % cat, 29 % coffee".
  static String label(Mix mix, Recipe recipe, Messages messages) {
    List<String> names = messages.classNames(recipe.sources()).of(mix.classes());
    return IntStream.range(0, names.size())
        .mapToObj(c -> Math.round(100 * mix.label().get(c)) + " % " + names.get(c))
        .collect(Collectors.joining(", ", messages.get("labels.mixed") + ", ", ""));
  }

  /// The label, and what haunts it, of a model that has a mix.
  static String mix(MixModel model, Messages messages) {
    String label = label(Objects.requireNonNull(model.mix()), model.recipe(), messages);
    String ghosts = ghosts(model, messages);
    return ghosts.isEmpty() ? label : label + ". " + ghosts;
  }

  /// A sentence for each ghost of the label; empty if there is none.
  static String ghosts(MixModel model, Messages messages) {
    return model.ghosts().stream()
        .map(ghost -> ghost(ghost, model.recipe(), messages))
        .collect(Collectors.joining(" "));
  }

  private static String ghost(Ghost ghost, Recipe recipe, Messages messages) {
    String letters =
        ghost.sources().stream()
            .map(k -> SourceColour.of(k).letter())
            .collect(Collectors.joining(", "));
    String weight = String.format(Locale.ROOT, "%.1f", 100 * ghost.weight());
    return messages.get(
        "marks.ghost",
        messages.classNames(recipe.sources()).of(ghost.className()),
        letters,
        weight);
  }
}

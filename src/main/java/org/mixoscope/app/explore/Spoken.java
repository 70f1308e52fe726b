package org.mixoscope.app.explore;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.recipe.Mix;

/// A mix in words, for those who hear it.
final class Spoken {
  private Spoken() {}

  /// "mixed image, 71 % cat, 29 % coffee".
  static String label(Mix mix, Messages messages) {
    return IntStream.range(0, mix.classes().size())
        .mapToObj(c -> Math.round(100 * mix.label().get(c)) + " % " + mix.classes().get(c))
        .collect(Collectors.joining(", ", messages.get("labels.mixed") + ", ", ""));
  }
}

package org.mixoscope.figure;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.mixoscope.recipe.Recipe;

/// What a figure can hold.
public enum Panel {
  /// The pictures that are mixed, with their letters and classes.
  SOURCES,
  /// The mix, with λ and λ̂.
  MIX,
  /// The weight of every source at every pixel, in the colours of the sources.
  WEIGHTS,
  /// The soft label as a bar.
  LABEL,
  /// The formulas of pixels, λ̂, label and loss.
  FORMULA,
  /// The density that λ is drawn from, with λ and λ̂ marked.
  BETA,
  /// What is where in the pictures and in the mix, drawn over them.
  OBJECTS;

  /// What a figure holds that nobody has told what to hold.
  public static Set<Panel> usual() {
    return EnumSet.of(SOURCES, MIX, LABEL);
  }

  /// Its name on the command line.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether there is such a panel of a recipe's mix: only λ of a pair comes from one density, and
  /// only where a file says what is where in a picture it can be drawn.
  public boolean suits(Recipe recipe) {
    return switch (this) {
      case SOURCES, MIX, WEIGHTS, LABEL, FORMULA -> true;
      case BETA -> recipe.method().density(recipe.mixedSources().size()) != null;
      case OBJECTS ->
          recipe.mixedSources().stream().anyMatch(source -> source.annotation() != null);
    };
  }
}

package org.mixoscope.app.tune;

import java.util.List;
import java.util.Optional;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Preset;
import org.mixoscope.recipe.Recipe;

/// What is tuned: a method with its hyperparameters, and the label smoothing beside it.
///
/// @param method the method
/// @param smoothing ε within [0, 1)
record Setting(Method method, double smoothing) {
  /// The methods whose consequences follow from their settings alone, not from a mask, from what
  /// the pictures show, or from what is where in them.
  static final List<MethodType> TYPES =
      MethodType.all().stream().filter(Setting::isTunable).toList();

  static boolean isTunable(MethodType type) {
    return !type.looksAtInputs();
  }

  static Setting of(Preset preset) {
    return new Setting(preset.method(), preset.smoothing());
  }

  /// That of a recipe.
  static Setting of(Recipe recipe) {
    return new Setting(recipe.method(), recipe.smoothing());
  }

  Setting with(Method other) {
    return new Setting(other, smoothing);
  }

  /// The published setting that this is, if it is one.
  Optional<Preset> preset() {
    return Preset.ALL.stream()
        .filter(preset -> preset.method().equals(method) && preset.smoothing() == smoothing)
        .findFirst();
  }

  /// The recipe with this setting; a draw that was edited by hand stays.
  Recipe applyTo(Recipe recipe) {
    return recipe.retuned(method).withSmoothing(smoothing);
  }
}

package org.mixoscope.recipe;

import java.util.List;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;

/// A known setting of a method, by the name people know it under.
///
/// @param id key of its name in the message bundles
/// @param method the setting
/// @param smoothing the label smoothing that goes with it
public record Preset(String id, Method method, double smoothing) {
  /// The settings of papers and frameworks.
  public static final List<Preset> ALL =
      List.of(
          new Preset("cutmix-paper", new CutMix(1), 0),
          new Preset("cutmix-small-data", new CutMix(0.2), 0),
          new Preset("cutmix-timm", new CutMix(1, BoxRule.TIMM_1_0_29, true), 0.1),
          new Preset("cutmix-keras-cv", new CutMix(1, BoxRule.KERAS_CV, false), 0),
          new Preset("cutmix-unbiased", new CutMix(1, BoxRule.UNBIASED, true), 0),
          new Preset("mixup-cifar", new Mixup(1), 0),
          new Preset("mixup-imagenet", new Mixup(0.2), 0),
          new Preset("mixup-deit", new Mixup(0.8), 0.1),
          new Preset("mixup-yolo", new Mixup(32), 0));

  /// The recipe with this setting. The present draw of the seed is drawn anew, unless it was edited
  /// by hand.
  public Recipe applyTo(Recipe recipe) {
    return recipe.retuned(method).withSmoothing(smoothing);
  }
}

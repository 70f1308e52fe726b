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
/// @param source where it comes from
public record Preset(String id, Method method, double smoothing, String source) {
  private static final String CUTMIX = "Yun et al. 2019, arXiv:1905.04899";
  private static final String MIXUP = "Zhang et al. 2018, arXiv:1710.09412";
  private static final String DEIT = "Touvron et al. 2021, arXiv:2012.12877";
  private static final String RSB = "Wightman et al. 2021, arXiv:2110.00476";

  /// The settings of papers and frameworks.
  public static final List<Preset> ALL =
      List.of(
          new Preset("cutmix-paper", new CutMix(1), 0, CUTMIX),
          new Preset("cutmix-small-data", new CutMix(0.2), 0, "clovaai/CutMix-PyTorch#20"),
          new Preset("cutmix-deit", new CutMix(1), 0.1, DEIT),
          new Preset("cutmix-timm", new CutMix(1, BoxRule.TIMM_1_0_29, true), 0.1, "timm 1.0.29"),
          new Preset("cutmix-keras-cv", new CutMix(1, BoxRule.KERAS_CV, false), 0, "keras-cv"),
          new Preset("cutmix-unbiased", new CutMix(1, BoxRule.UNBIASED, true), 0, "Mixoscope"),
          new Preset("mixup-cifar", new Mixup(1), 0, MIXUP),
          new Preset("mixup-imagenet", new Mixup(0.2), 0, MIXUP),
          new Preset("mixup-deit", new Mixup(0.8), 0.1, DEIT),
          new Preset("mixup-rsb-one", new Mixup(0.2), 0.1, RSB),
          new Preset("mixup-rsb-two", new Mixup(0.1), 0, RSB),
          new Preset("mixup-yolo", new Mixup(32), 0, "ultralytics/yolov5#3380"));

  /// The recipe with this setting. The present draw of the seed is drawn anew, unless it was edited
  /// by hand.
  public Recipe applyTo(Recipe recipe) {
    return recipe.retuned(method).withSmoothing(smoothing);
  }
}

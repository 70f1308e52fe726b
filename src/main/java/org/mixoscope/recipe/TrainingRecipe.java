package org.mixoscope.recipe;

import java.util.List;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Mixup;

/// A published training recipe that mixes by Mixup or by CutMix, one of them for each batch.
///
/// @param name as people know it, in every language alike
/// @param mixup its Mixup half
/// @param cutMix its CutMix half
/// @param smoothing the label smoothing that goes with both
/// @param source where it was published
public record TrainingRecipe(
    String name, Mixup mixup, CutMix cutMix, double smoothing, String source) {
  /// All of them, the latest last.
  public static final List<TrainingRecipe> ALL =
      List.of(
          of("DeiT", 0.8, 0.1, "Touvron et al. 2021, arXiv:2012.12877"),
          of("Swin", 0.8, 0.1, "Liu et al. 2021, arXiv:2103.14030"),
          of("ResNet strikes back A1", 0.2, 0.1, "Wightman et al. 2021, arXiv:2110.00476"),
          of("ResNet strikes back A2, A3", 0.1, 0, "Wightman et al. 2021, arXiv:2110.00476"),
          of("ConvNeXt", 0.8, 0.1, "Liu et al. 2022, arXiv:2201.03545"));

  private static TrainingRecipe of(
      String name, double mixupAlpha, double smoothing, String source) {
    return new TrainingRecipe(name, new Mixup(mixupAlpha), new CutMix(1), smoothing, source);
  }
}

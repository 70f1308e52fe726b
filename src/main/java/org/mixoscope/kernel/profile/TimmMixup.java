package org.mixoscope.kernel.profile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMixMinMax;

/// The settings of timm's `FastCollateMixup`, by timm's names and with its meanings.
///
/// @param mixupAlpha α of Mixup, at least 0; 0 switches it off
/// @param cutmixAlpha α of CutMix, at least 0; 0 switches it off
/// @param cutmixMinmax the range that the sides of CutMix boxes are drawn from, or null for sides
///   that follow λ. If given, CutMix is on and its α is 1
/// @param prob probability that a batch, pair or element is mixed at all, within [0, 1]
/// @param switchProb probability of CutMix where both methods are on, within [0, 1]
/// @param mode for what parameters are drawn
/// @param correctLam whether the label of a CutMix follows the pixels; with `cutmixMinmax` it
///   always does
/// @param version which timm
public record TimmMixup(
    double mixupAlpha,
    double cutmixAlpha,
    @Nullable MinMax cutmixMinmax,
    double prob,
    double switchProb,
    Mode mode,
    boolean correctLam,
    Version version) {

  /// For what parameters are drawn. Sample i of B is always mixed with sample B − 1 − i.
  public enum Mode {
    /// Once for the whole batch.
    BATCH,
    /// For every sample.
    ELEM,
    /// For every two samples that are mixed with each other.
    PAIR,
    /// For every sample of the first half of the batch, which is all that comes out.
    HALF;

    /// timm's name for it.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The version of timm: boxes changed in 1.0.29.
  public enum Version {
    /// 1.0.28 and before: the sides of a box are even, a min–max box never touches the last row or
    /// column.
    V1_0_28("timm-1.0.28", BoxRule.LEGACY, Place.NEVER_LAST),
    /// 1.0.29 and later.
    V1_0_29("timm-1.0.29", BoxRule.TIMM_1_0_29, Place.OWN);

    private final String id;
    private final BoxRule boxRule;
    private final Place place;

    Version(String id, BoxRule boxRule, Place place) {
      this.id = id;
      this.boxRule = boxRule;
      this.place = place;
    }

    /// The name of the profile.
    public String id() {
      return id;
    }

    /// How λ and the centre become a box.
    public BoxRule boxRule() {
      return boxRule;
    }

    /// Where a box is put whose sides are drawn.
    Place place() {
      return place;
    }
  }

  /// Sides of a box as shares of those of the frame.
  ///
  /// @param min the smallest, at least 0
  /// @param max above `min`, at most 1; sides stay below it
  public record MinMax(double min, double max) {
    /// @throws IllegalArgumentException unless `0 ≤ min < max ≤ 1`
    public MinMax {
      if (!(min >= 0 && min < max && max <= 1)) {
        throw new IllegalArgumentException(
            "cutmix_minmax = %s,%s: needs 0 ≤ min < max ≤ 1".formatted(min, max));
      }
    }

    /// The method that has these sides.
    public CutMixMinMax method() {
      return new CutMixMinMax(min, max);
    }
  }

  /// @throws IllegalArgumentException if a value is out of its range or both methods are off
  public TimmMixup {
    requireAlpha("mixup_alpha", mixupAlpha);
    requireAlpha("cutmix_alpha", cutmixAlpha);
    if (cutmixMinmax != null) {
      cutmixAlpha = 1;
    }
    if (mixupAlpha == 0 && cutmixAlpha == 0) {
      throw new IllegalArgumentException(
          "mixup_alpha = 0, cutmix_alpha = 0: one must be above 0, or cutmix_minmax given");
    }
    requireProbability("prob", prob);
    requireProbability("switch_prob", switchProb);
    correctLam |= cutmixMinmax != null;
  }

  private static void requireAlpha(String name, double alpha) {
    if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s = %s: must be at least 0 and finite".formatted(name, alpha));
    }
  }

  private static void requireProbability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("%s = %s: must be within [0, 1]".formatted(name, value));
    }
  }
}

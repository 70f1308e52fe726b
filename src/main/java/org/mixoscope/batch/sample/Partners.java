package org.mixoscope.batch.sample;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.RefusedException;

/// Who is mixed with whom in a data set.
///
/// @param who the rule
/// @param bandwidth σ of [Who#NEAR_LABEL], in units of the label, above 0; null of others
/// @param background pictures without a label that are the partners in place of those of the data
///   set, all as likely; then no rule has a say, so only the usual one may be there. Null for none
public record Partners(Who who, @Nullable Double bandwidth, @Nullable BackgroundSource background) {
  /// By what rule.
  public enum Who implements Named {
    /// In a shuffled order, each with the one before it, so that each picture is decoded once.
    ROLL,
    /// Anyone but the sample itself, all as likely.
    RANDOM,
    /// Anyone else of the sample's class; one that is alone in its class is left alone.
    SAME_CLASS,
    /// Anyone of another class, all as likely.
    OTHER_CLASS,
    /// Anyone of a class that is drawn evenly, however many pictures it has, as Balanced-MixUp
    /// (arXiv 2109.09850) has it: for long tails.
    BALANCED,
    /// Anyone, with `exp(−(yᵢ − yⱼ)² / 2σ²)` as the odds, as C-Mixup (arXiv 2210.05775) has it: for
    /// numbers.
    NEAR_LABEL,
    /// Of eight others that are drawn all as likely, or of all if there are fewer, the one in which
    /// other places stand out than in the own picture, after GuidedMixup (arXiv 2306.16612), which
    /// looks for it in a batch. The maps are
    /// [org.mixoscope.kernel.method.SaliencyMap#SPECTRAL_RESIDUAL]'s of the pictures as they are
    /// mixed, in 8×8 cells, each scaled to sum to 1; farthest is by L2, the first drawn of those
    /// that are as far. For a map each picture is decoded once more.
    FAR_SALIENCY;

    /// How many candidates are drawn for [#FAR_SALIENCY].
    static final int CANDIDATES = 8;

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static final Partners ROLL = new Partners(Who.ROLL, null);
  public static final Partners RANDOM = new Partners(Who.RANDOM, null);
  public static final Partners OTHER_CLASS = new Partners(Who.OTHER_CLASS, null);

  /// @throws IllegalArgumentException if the bandwidth is missing, not above 0, or of no use, or
  ///   there is both a background and a rule
  public Partners {
    if (background != null && who != Who.ROLL) {
      throw new RefusedException(SampleReason.PAIRED_BACKGROUND.of(who.id()));
    }
    if (who != Who.NEAR_LABEL && bandwidth != null) {
      throw new RefusedException(SampleReason.NO_BANDWIDTH.of(who.id()));
    }
    if (who == Who.NEAR_LABEL && (bandwidth == null || !(bandwidth > 0))) {
      throw new RefusedException(
          SampleReason.BANDWIDTH.of(bandwidth == null ? SampleReason.NOTHING.of() : bandwidth));
    }
  }

  /// Of the data set.
  ///
  /// @throws IllegalArgumentException if the bandwidth is missing, not above 0, or of no use
  public Partners(Who who, @Nullable Double bandwidth) {
    this(who, bandwidth, null);
  }

  /// The same, whatever is in the background now.
  public Partners unseen() {
    return background == null ? this : from(new BackgroundSource(background.path(), null));
  }

  /// Of a background; those of the data set as is usual if there is none.
  public static Partners from(@Nullable BackgroundSource background) {
    return new Partners(Who.ROLL, null, background);
  }

  /// By a rule that needs nothing more.
  ///
  /// @throws IllegalArgumentException if it does
  public static Partners of(Who who) {
    return new Partners(who, null);
  }
}

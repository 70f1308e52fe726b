package org.mixoscope.app.tune;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.stats.CoverageMap;
import org.mixoscope.stats.Distribution;
import org.mixoscope.stats.Estimate;
import org.mixoscope.stats.MixStatistics;

/// What a setting does, as well as it is known by now.
///
/// @param wish what it is for
/// @param statistics the numbers; of a smaller frame of the same shape while they are coarse
/// @param draws how many there were, unless all is exact
/// @param step which step of the work this is, from 0
record Consequences(Wish wish, MixStatistics statistics, int draws, int step) {
  /// Bins of the histograms.
  static final int BINS = 40;

  private static final int LAST_STEP = 2;
  private static final int COARSE_SIDE = 96;
  private static final int COARSE_DRAWS = 400;
  private static final int FINER_DRAWS = 4_000;
  private static final int MOST_DRAWS = 40_000;
  private static final int MOST_OF_MATTES = 2_000;

  /// Bins at each end whose samples are more than 95 % of one picture.
  private static final int PURE_BINS = BINS / 20;

  /// What consequences depend on.
  ///
  /// @param sources how many pictures there are to mix
  record Wish(Method method, Frame frame, int sources, long seed) {
    /// A matte has a weight for every pixel: its numbers come from a small frame, where they are
    /// nearly the same.
    boolean isMatte() {
      return method.compose(method.draw(RandomStreams.of(0, 0, 0), sources), small())
          instanceof Matte;
    }

    private Inputs small() {
      return Inputs.of(frame.within(COARSE_SIDE)).standingFor(frame);
    }
  }

  /// One step: coarse first, then as exact as can be.
  static Consequences of(Wish wish, @Nullable Consequences before) {
    int step = before == null ? 0 : before.step() + 1;
    boolean matte = wish.isMatte();
    Inputs inputs = step == 0 || matte ? wish.small() : Inputs.of(wish.frame());
    int enough =
        Math.min(
            matte ? MOST_OF_MATTES : MOST_DRAWS,
            MixStatistics.enoughDraws(wish.method(), inputs, wish.sources()));
    int draws =
        Math.min(
            enough,
            switch (step) {
              case 0 -> COARSE_DRAWS;
              case 1 -> FINER_DRAWS;
              default -> enough;
            });
    MixStatistics statistics =
        MixStatistics.of(wish.method(), inputs, wish.sources(), wish.seed(), draws, BINS);
    return new Consequences(wish, statistics, draws, step);
  }

  /// Whether nothing can be known better.
  boolean isFinal() {
    boolean exact = statistics.isExact() && statistics.frame().equals(wish.frame());
    return exact || step >= LAST_STEP;
  }

  /// The expected share of the others.
  Estimate partner() {
    return statistics.othersShare();
  }

  /// The probability that only one side is to be seen: nothing was pasted, or everything.
  Estimate onePicture() {
    return sum(statistics.untouched(), statistics.replaced());
  }

  /// The probability that more than 95 % of the pixels are of one side.
  Estimate nearlyPure() {
    Distribution effective = statistics.effective();
    Estimate sum = Estimate.calculated(0);
    for (int i = 0; i < PURE_BINS; i++) {
      sum = sum(sum, effective.histogram().get(i));
      sum = sum(sum, effective.histogram().get(BINS - 1 - i));
    }
    return sum;
  }

  /// How much E(λ̂) is above E(λ).
  Estimate raised() {
    Estimate mean = statistics.effective().mean();
    Estimate drawn = statistics.lambda().mean();
    double value = mean.value() - drawn.value();
    return mean.exact() && drawn.exact()
        ? Estimate.calculated(value)
        : Estimate.sampled(value, Math.hypot(mean.standardError(), drawn.standardError()));
  }

  /// How likely the others are in the middle of the frame.
  Estimate inTheMiddle() {
    CoverageMap map = statistics.coverage();
    var row = map.rows().get(map.rows().size() / 2);
    return row.get(row.size() / 2);
  }

  /// How likely they are in its upper left corner; the other corners are much like it.
  Estimate inTheCorner() {
    return statistics.coverage().rows().getFirst().getFirst();
  }

  private static Estimate sum(Estimate one, Estimate other) {
    double value = one.value() + other.value();
    return one.exact() && other.exact()
        ? Estimate.calculated(value)
        : Estimate.sampled(value, Math.hypot(one.standardError(), other.standardError()));
  }
}

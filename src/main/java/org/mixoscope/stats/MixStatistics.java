package org.mixoscope.stats;

import java.util.Collections;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;

/// What a method does to λ and to the pixels, over all its draws.
///
/// @param frame the frame that it is for
/// @param lambda how λ, the weight of A as drawn, is distributed; without a meaning for a method
///   that has no use for λ
/// @param effective how λ̂, the share of A in the pixels, is distributed
/// @param untouched the probability that λ̂ = 1: nothing of the others is in the mix, although it
///   counts as mixed
/// @param replaced the probability that λ̂ = 0: nothing of A is left
/// @param coverage where the others get to
public record MixStatistics(
    Frame frame,
    Distribution lambda,
    Distribution effective,
    Estimate untouched,
    Estimate replaced,
    CoverageMap coverage) {
  private static final long WORTH_WEIGHING = 100_000_000;
  private static final int FEWEST_DRAWS = 1_000;
  private static final int MOST_DRAWS = 100_000;

  /// 1 − λ below this is lost when λ is a double.
  private static final double BELOW_DOUBLES = 0x1p-54;

  /// E(1 − λ̂), the expected share of the others.
  public Estimate othersShare() {
    return effective.mean().complement();
  }

  /// Whether every number is exact.
  public boolean isExact() {
    return effective.mean().exact();
  }

  /// Statistics of pairs, for a method that needs no pictures.
  ///
  /// @throws IllegalArgumentException as [#of(Method, Inputs, int, long, int, int)] does
  public static MixStatistics of(Method method, Frame frame, long seed, int draws, int bins) {
    return of(method, Inputs.of(frame), 2, seed, draws, bins);
  }

  /// Calculated for Mixup of pairs, and for CutMix up to about 1024×1024 pixels unless its boxes
  /// are real-valued; from draws otherwise. The λ of both is calculated for every frame. Pure: the
  /// same arguments give the same numbers.
  ///
  /// @param inputs the frame, with pictures and mask if the method looks at them
  /// @param sources how many sources there are, at least 2; a method mixes as many as it can
  /// @param seed of the draws, if there are any; they are the first `draws` of epoch 0
  /// @param draws how many, at least 2
  /// @param bins of the histograms, at least 1
  /// @throws IllegalArgumentException if a number is too small, or the method needs an input that
  ///   is not there
  public static MixStatistics of(
      Method method, Inputs inputs, int sources, long seed, int draws, int bins) {
    requireAtLeast("sources", sources, 2);
    requireAtLeast("draws", draws, 2);
    requireAtLeast("bins", bins, 1);
    Frame frame = inputs.frame();
    boolean pair = method.type().mixed(sources) == 2;
    return switch (method) {
      case Mixup mixup when pair -> of(new Beta(mixup.alpha()), frame, bins);
      case CutMix cutMix when pair && cutMix.rule().onGrid() && CutMixExactly.isFeasible(frame) ->
          new CutMixExactly(cutMix, frame).statistics(bins);
      case CutMix cutMix when pair ->
          MonteCarlo.statistics(cutMix, inputs, sources, seed, draws, bins)
              .withLambda(Distribution.of(new Beta(cutMix.alpha()), bins));
      default -> MonteCarlo.statistics(method, inputs, sources, seed, draws, bins);
    };
  }

  /// How many draws are worth the wait: 100000, or where every pixel has a weight of its own, as
  /// many as weigh 10⁸ pixels, but 1000 at least; likewise for pairs of patches.
  ///
  /// @throws IllegalArgumentException if the method needs an input that is not there
  public static int enoughDraws(Method method, Inputs inputs, int sources) {
    Composition first = method.compose(method.draw(RandomStreams.of(0, 0, 0), sources), inputs);
    long work =
        switch (first) {
          case Blend _ -> 1;
          case Patchwork patchwork ->
              (long) patchwork.patches().size() * patchwork.patches().size();
          case Matte matte -> matte.frame().pixels();
        };
    return Math.clamp(WORTH_WEIGHING / work, FEWEST_DRAWS, MOST_DRAWS);
  }

  /// The mean λ̂ of a CutMix whose pixels are infinitely small and whose box is clipped around a
  /// centre anywhere in the frame: what all such rules near as frames grow.
  ///
  /// With s = √(1−λ), of a side s is cut out, less s²/8 at each end on average; λ and 1−λ have the
  /// same moments, so `E(λ̂) = 1 − E((s − s²/4)²) = ½ + E(λ^1.5)/2 − E(λ²)/16`. It is 163/240 for α
  /// = 1.
  ///
  /// @param alpha α > 0
  /// @throws IllegalArgumentException if α is not a positive, finite number
  public static double meanOfClippedCutMix(double alpha) {
    Beta beta = new Beta(alpha);
    return 0.5 + beta.moment(1.5) / 2 - beta.moment(2) / 16;
  }

  /// The weights are λ and 1 − λ at every pixel. As a number λ is never 1, as a double it may be.
  private static MixStatistics of(Beta beta, Frame frame, int bins) {
    Distribution lambda = Distribution.of(beta, bins);
    Grid grid = new Grid(frame);
    return new MixStatistics(
        frame,
        lambda,
        lambda,
        Estimate.calculated(beta.cumulative(BELOW_DOUBLES)),
        Estimate.calculated(0),
        CoverageMap.of(grid, Collections.nCopies(grid.cells(), lambda.mean().complement())));
  }

  private MixStatistics withLambda(Distribution other) {
    return new MixStatistics(frame, other, effective, untouched, replaced, coverage);
  }

  private static void requireAtLeast(String name, int value, int low) {
    if (value < low) {
      throw new IllegalArgumentException(
          "%s = %d: must be at least %d".formatted(name, value, low));
    }
  }
}

package org.mixoscope.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;

@BesideWindows
class MixStatisticsTest {
  private static final Frame SMALL = new Frame(32, 32);
  private static final int COMPARED = 10_000;
  private static final Frame LARGE = new Frame(224, 224);

  /// Reference: METHODS §2.3; good to one unit of the last digit (0.326 is 0.3266 cut off).
  @ParameterizedTest
  @CsvSource({
    "1.0, .0833, .250, .80",
    "0.8, .0962, .228, .736",
    "0.4, .1389, .160, .521",
    "0.2, .1786, .101, .326",
    "0.1, .2083, .058, .187"
  })
  void lambdaIsDistributedAsPublished(
      double alpha, double variance, double weaker, double between) {
    for (Method method : List.of(new Mixup(alpha), new CutMix(alpha))) {
      Distribution lambda = MixStatistics.of(method, SMALL, 1, 2, 10).lambda();

      assertEquals(new Estimate(0.5, 0, true), lambda.mean());
      assertEquals(variance, Math.pow(lambda.deviation().value(), 2), 0.00006);
      assertEquals(weaker, lambda.weaker().value(), 0.0006);
      double middle = lambda.histogram().subList(1, 9).stream().mapToDouble(Estimate::value).sum();
      assertEquals(between, middle, 0.001);
    }
  }

  /// Reference: METHODS §5.3, Monte Carlo of 10⁶ draws: four standard errors and the rounding. Its
  /// 0.6815 is 3.8 of them low: 16 million other draws gave 0.68226 ± 0.00005, we have 0.68222.
  @ParameterizedTest
  @CsvSource({
    "LEGACY, 32, .7011",
    "LEGACY, 224, .6815",
    "TIMM_1_0_29, 32, .6899",
    "TIMM_1_0_29, 224, .6808",
    "FASTAI, 32, .6894",
    "FASTAI, 224, .6809",
    "KORNIA, 32, .5209",
    "KORNIA, 224, .503",
    "UNBIASED, 32, .4998",
    "UNBIASED, 224, .500"
  })
  void meanOfCutMixIsThePublishedOne(BoxRule rule, int side, double expected) {
    MixStatistics statistics = cutMix(1, rule, new Frame(side, side));

    double fourErrors = 4 * statistics.effective().deviation().value() / 1000;
    assertEquals(expected, statistics.effective().mean().value(), fourErrors + 0.00005);
    assertEquals(1 - expected, statistics.othersShare().value(), fourErrors + 0.00005);
    assertTrue(statistics.isExact());
  }

  /// Reference: METHODS §5.3.
  @ParameterizedTest
  @CsvSource({"LEGACY, .174", "TIMM_1_0_29, .131", "FASTAI, .154"})
  void emptyBoxesAreAsOftenAsPublished(BoxRule rule, double expected) {
    Estimate untouched = cutMix(0.2, rule, SMALL).untouched();

    assertEquals(expected, untouched.value(), 4 * 0.0004 + 0.0005);
    assertTrue(untouched.exact());
  }

  /// Reference: METHODS §5.3. Its 0.6886 is 0.0002 below the closed form that the next test has.
  @ParameterizedTest
  @CsvSource({"1, .6792", "0.8, .6821", "0.5, .6886", "0.2, .7015"})
  void continuumIsThePublishedOne(double alpha, double expected) {
    assertEquals(expected, MixStatistics.meanOfClippedCutMix(alpha), 0.0002);
  }

  /// By hand: E(λ^1.5) is 2/5 for α = 1, and 4/3π for α = ½.
  @Test
  void continuumHasClosedForms() {
    assertEquals(163 / 240.0, MixStatistics.meanOfClippedCutMix(1), 1e-12);
    assertEquals(
        0.5 + 2 / (3 * Math.PI) - 3 / 128.0, MixStatistics.meanOfClippedCutMix(0.5), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KERAS_3")
  void rulesOfWholePixelsNearTheContinuumAsFramesGrow(BoxRule rule) {
    assertTrue(rule.onGrid());
    for (double alpha : new double[] {0.2, 1, 8}) {
      double limit = rule.staysInside() ? 0.5 : MixStatistics.meanOfClippedCutMix(alpha);
      double at32 = Math.abs(cutMix(alpha, rule, SMALL).effective().mean().value() - limit);
      double at256 =
          Math.abs(cutMix(alpha, rule, new Frame(256, 256)).effective().mean().value() - limit);

      assertTrue(at256 < Math.max(at32 / 4, 1e-5), alpha + ": " + at32 + " to " + at256);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KERAS_3")
  void exactIsWhatDrawsShow(BoxRule rule) {
    for (Frame frame :
        List.of(new Frame(1, 1), new Frame(5, 7), new Frame(32, 32), new Frame(9, 40))) {
      for (double alpha : new double[] {0.05, 0.3, 1, 5}) {
        Method method = new CutMix(alpha, rule, true);
        MixStatistics exact = MixStatistics.of(method, frame, 1, 2, 10);
        MixStatistics drawn = drawn(method, frame, COMPARED, 10);

        assertTrue(exact.isExact());
        assertFalse(drawn.isExact());
        assertAgree(exact, drawn, method + " " + frame);
      }
    }
  }

  /// Reference: METHODS §5.3.
  @Test
  void realBoxesOfKeras3AreDrawn() {
    MixStatistics drawn =
        MixStatistics.of(new CutMix(1, BoxRule.KERAS_3, true), SMALL, 1, COMPARED, 10);

    assertFalse(drawn.isExact());
    assertEquals(
        .5032,
        drawn.effective().mean().value(),
        4 * drawn.effective().mean().standardError() + 0.0015);
  }

  /// λ̂ has gaps, over which quantiles jump; so it is counted how many draws lie below them.
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KERAS_3")
  void quantilesHaveAsManyDrawsBelowAsTheySay(BoxRule rule) {
    Method method = new CutMix(1, rule, true);
    double[] shares =
        IntStream.range(0, COMPARED)
            .mapToObj(index -> method.draw(RandomStreams.of(1, 0, index)))
            .mapToDouble(draw -> method.compose(draw, Inputs.of(SMALL)).shares().getFirst())
            .toArray();

    for (Distribution.Quantile quantile : cutMix(1, rule, SMALL).effective().quantiles()) {
      double p = quantile.p();
      double x = quantile.at().value();
      double fourErrors = 4 * Math.sqrt(p * (1 - p) * COMPARED);
      long below = Arrays.stream(shares).filter(share -> share < x - 1e-9).count();
      long upTo = Arrays.stream(shares).filter(share -> share < x + 1e-9).count();
      assertTrue(below <= p * COMPARED + fourErrors, () -> below + " below " + quantile);
      assertTrue(upTo >= p * COMPARED - fourErrors, () -> upTo + " up to " + quantile);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5", "1", "8"})
  void quantilesOfDrawsComeWithTheirErrors(double alpha) {
    Method method = new Mixup(alpha);
    List<Distribution.Quantile> exact =
        MixStatistics.of(method, SMALL, 1, 2, 10).lambda().quantiles();
    List<Distribution.Quantile> drawn = drawn(method, SMALL, COMPARED, 10).lambda().quantiles();

    for (int q = 0; q < exact.size(); q++) {
      Estimate found = drawn.get(q).at();
      assertEquals(exact.get(q).at().value(), found.value(), 4 * found.standardError(), "" + q);
      assertTrue(found.standardError() > 0 && found.standardError() < 0.02, found::toString);
      assertEquals(exact.get(q).p(), drawn.get(q).p());
    }
  }

  @ParameterizedTest
  @CsvSource({"0.02", "0.2", "1", "32"})
  void mixupIsWhatDrawsShow(double alpha) {
    MixStatistics exact = MixStatistics.of(new Mixup(alpha), SMALL, 1, 2, 20);
    MixStatistics drawn = drawn(new Mixup(alpha), SMALL, COMPARED, 20);

    assertAgree(exact, drawn, "Mixup " + alpha);
    assertEquals(exact.lambda(), exact.effective());
    assertEquals(new Estimate(0.5, 0, true), exact.coverage().rows().get(31).get(31));
  }

  /// By hand: legacy has sides 0 but for λ = 0; the unbiased box is the pixel if √(1−λ) > ½.
  @Test
  void oneSinglePixelIsTakenOrNot() {
    assertEquals(1, cutMix(1, BoxRule.LEGACY, new Frame(1, 1)).untouched().value(), 1e-12);

    MixStatistics unbiased = cutMix(1, BoxRule.UNBIASED, new Frame(1, 1));
    assertEquals(0.25, unbiased.untouched().value(), 1e-12);
    assertEquals(0.75, unbiased.replaced().value(), 1e-12);
    assertEquals(0.75, unbiased.coverage().rows().getFirst().getFirst().value(), 1e-12);
    assertEquals(Math.sqrt(0.25 * 0.75), unbiased.effective().deviation().value(), 1e-12);
    assertEquals(List.of(0., 0., 0., 0., 0., 1., 1.), quantiles(unbiased.effective()));
  }

  @Test
  void quantilesOfUniformLambdaAreTheirProbabilities() {
    assertEquals(
        Distribution.PROBABILITIES,
        quantiles(MixStatistics.of(new Mixup(1), SMALL, 1, 2, 5).lambda()));
  }

  @Test
  void sameArgumentsGiveTheSameNumbersOnAnyThread() {
    Method method = new CutMix(0.5);
    MixStatistics here = drawn(method, SMALL, 500, 7);
    List<CompletableFuture<MixStatistics>> others =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> drawn(method, SMALL, 500, 7)))
            .limit(4)
            .toList();

    others.forEach(other -> assertEquals(here, other.join()));
    assertNotEquals(here, MonteCarlo.statistics(method, Inputs.of(SMALL), 2, 2, 500, 7));
  }

  /// A frame too large to count has its λ̂ drawn; λ does not depend on frames.
  @Test
  void hugeFramesAreDrawn() {
    MixStatistics huge = MixStatistics.of(new CutMix(1), new Frame(10_000, 10_000), 4, 4_000, 10);

    assertTrue(huge.lambda().mean().exact());
    assertFalse(huge.isExact());
    Estimate mean = huge.effective().mean();
    assertEquals(163 / 240.0, mean.value(), 4 * mean.standardError() + 1e-4);
    assertEquals(huge.othersShare().value(), huge.coverage().mean(), 1e-9);
  }

  @Test
  void maskIsTheSameInEveryDraw() {
    byte[] white = new byte[40];
    Arrays.fill(white, 0, 10, (byte) 255);
    Frame frame = new Frame(4, 10);
    Inputs inputs = new Inputs(frame, List.of(), Pixels.of(white, frame, 1));

    MixStatistics statistics = MixStatistics.of(new MaskMix(), inputs, 2, 1, 10, 4);

    assertEquals(Estimate.sampled(0.25, 0), statistics.effective().mean());
    assertEquals(0, statistics.coverage().rows().getFirst().getFirst().value());
    assertEquals(1, statistics.coverage().rows().getLast().getLast().value());
    assertEquals(0.75, statistics.coverage().mean(), 1e-12);
    assertEquals(10, statistics.coverage().rows().getFirst().size());
    assertTrue(statistics.untouched().standardError() > 0, "10 draws prove nothing");
  }

  @Test
  void weighingPixelsNeedsFewerDraws() {
    Frame frame = new Frame(500, 500);
    Inputs inputs = new Inputs(frame, List.of(), Pixels.of(new byte[250_000], frame, 1));

    assertEquals(100_000, MixStatistics.enoughDraws(new CutMix(1), Inputs.of(LARGE), 2));
    assertEquals(1_000, MixStatistics.enoughDraws(new MaskMix(), inputs, 2));
  }

  @Test
  void badArgumentsAreRefusedByNameAndValue() {
    Method mixup = new Mixup(1);
    assertRefused(
        "sources = 1: must be at least 2",
        () -> MixStatistics.of(mixup, Inputs.of(SMALL), 1, 1, 2, 10));
    assertRefused("draws = 1: must be at least 2", () -> MixStatistics.of(mixup, SMALL, 1, 1, 10));
    assertRefused("bins = 0: must be at least 1", () -> MixStatistics.of(mixup, SMALL, 1, 2, 0));
    assertRefused(
        "mask = null: needs a picture of one channel",
        () -> MixStatistics.of(new MaskMix(), SMALL, 1, 2, 10));
    assertRefused(
        "alpha = 0.0: must be above 0 and finite", () -> MixStatistics.meanOfClippedCutMix(0));
    assertRefused(
        "standard error = -1.0: must be at least 0, and 0 if exact",
        () -> Estimate.sampled(0.5, -1));
    assertRefused(
        "rows: 2×1 needs 1 rows of 2 cells", () -> new CoverageMap(new Frame(1, 2), List.of()));
  }

  private static void assertAgree(MixStatistics exact, MixStatistics drawn, String about) {
    assertAgree(exact.lambda(), drawn.lambda(), about + " λ");
    assertAgree(exact.effective(), drawn.effective(), about + " λ̂");
    assertNear(exact.untouched(), drawn.untouched(), about + " untouched");
    assertNear(exact.replaced(), drawn.replaced(), about + " replaced");
    assertEquals(drawn.othersShare().value(), drawn.coverage().mean(), 1e-9, about);
    for (int j = 0; j < exact.coverage().rows().size(); j++) {
      for (int i = 0; i < exact.coverage().rows().get(j).size(); i++) {
        Estimate cell = exact.coverage().rows().get(j).get(i);
        // Thousands of cells are compared: five errors, and those of rare cells not below 10⁻⁴.
        double error = Math.max(1e-4, drawn.coverage().rows().get(j).get(i).standardError());
        assertEquals(cell.value(), drawn.coverage().rows().get(j).get(i).value(), 5 * error, about);
      }
    }
  }

  private static void assertAgree(Distribution exact, Distribution drawn, String about) {
    assertNear(exact.mean(), drawn.mean(), about + " mean");
    assertNear(exact.weaker(), drawn.weaker(), about + " weaker");
    assertNear(variance(exact), variance(drawn), about + " variance");
    for (int bin = 0; bin < exact.histogram().size(); bin++) {
      assertNear(exact.histogram().get(bin), drawn.histogram().get(bin), about + " bin " + bin);
    }
  }

  private static Estimate variance(Distribution distribution) {
    double deviation = distribution.deviation().value();
    double error = 2 * deviation * distribution.deviation().standardError();
    return new Estimate(deviation * deviation, error, distribution.deviation().exact());
  }

  /// Within four standard errors. What happens less than four times in all draws may be missing in
  /// them, and then is not in their spread either.
  private static void assertNear(Estimate exact, Estimate drawn, String about) {
    double missing = 4.0 / COMPARED;
    assertEquals(exact.value(), drawn.value(), 4 * drawn.standardError() + missing, about);
  }

  private static List<Double> quantiles(Distribution distribution) {
    return distribution.quantiles().stream().map(quantile -> quantile.at().value()).toList();
  }

  private static MixStatistics cutMix(double alpha, BoxRule rule, Frame frame) {
    return MixStatistics.of(new CutMix(alpha, rule, true), frame, 1, 2, 20);
  }

  private static MixStatistics drawn(Method method, Frame frame, int draws, int bins) {
    return MonteCarlo.statistics(method, Inputs.of(frame), 2, 1, draws, bins);
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}

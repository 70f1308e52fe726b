package org.mixoscope.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;

@BesideWindows
class LambdaHistogramTest {
  private static final Frame FRAME = new Frame(224, 224);

  @Property(tries = 30)
  void everyDrawIsCountedOnce(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 200) int draws,
      @ForAll @IntRange(min = 1, max = 100) int bins) {
    for (Method method : List.of(new Mixup(0.1), new CutMix(0.1), new CutMix(1))) {
      LambdaHistogram histogram = LambdaHistogram.of(method, seed, new Frame(7, 5), draws, bins);

      assertEquals(bins, histogram.drawn().size());
      assertEquals(bins, histogram.effective().size());
      assertEquals(draws, total(histogram.drawn()));
      assertEquals(draws, total(histogram.effective()));
      assertEquals(histogram, LambdaHistogram.of(method, seed, new Frame(7, 5), draws, bins));
    }
  }

  @Test
  void anotherSeedHasOtherCounts() {
    assertNotEquals(
        LambdaHistogram.of(new CutMix(1), 1, FRAME, 1000, 20),
        LambdaHistogram.of(new CutMix(1), 2, FRAME, 1000, 20));
  }

  /// Reference: METHODS §5.3, Monte-Carlo of 10⁶ draws; its last digit is good to ±0.0003.
  @ParameterizedTest
  @CsvSource({
    "LEGACY, 32, .7011",
    "LEGACY, 224, .6815",
    "TIMM_1_0_29, 32, .6899",
    "TIMM_1_0_29, 224, .6808",
    "FASTAI, 32, .6894",
    "FASTAI, 224, .6809",
    "UNBIASED, 32, .4998",
    "UNBIASED, 224, .500"
  })
  void meanEffectiveLambdaOfCutMixIsThePublishedOne(BoxRule rule, int side, double expected) {
    int draws = 60_000;
    Frame frame = new Frame(side, side);

    LambdaHistogram histogram =
        LambdaHistogram.of(new CutMix(1, rule, true), 2026, frame, draws, 10);

    double fourErrors = 4 * Math.sqrt(new Beta(1).variance() / draws);
    assertEquals(expected, histogram.meanEffective(), fourErrors + 0.0003);
    assertEquals(0.5, histogram.meanDrawn(), fourErrors);
  }

  @ParameterizedTest
  @CsvSource({"0.2", "1", "32"})
  void mixupHasAsEffectiveWhatWasDrawn(double alpha) {
    LambdaHistogram histogram = LambdaHistogram.of(new Mixup(alpha), 3, FRAME, 20_000, 16);

    assertEquals(histogram.drawn(), histogram.effective());
    assertEquals(histogram.meanDrawn(), histogram.meanEffective());
    assertEquals(0.5, histogram.meanDrawn(), 4 * Math.sqrt(new Beta(alpha).variance() / 20_000));
  }

  @Test
  void binsAreEqualPartsOfZeroToOne() {
    Beta beta = new Beta(0.5);
    int draws = 40_000;

    List<Integer> drawn = LambdaHistogram.of(new Mixup(0.5), 9, FRAME, draws, 8).drawn();

    for (int bin = 0; bin < 8; bin++) {
      double p = beta.cumulative((bin + 1) / 8.0) - beta.cumulative(bin / 8.0);
      assertEquals(p * draws, drawn.get(bin), 4 * Math.sqrt(p * (1 - p) * draws), "bin " + bin);
    }
  }

  /// λ̂ = 1, from boxes with no pixel inside, belongs to the last bin.
  @Test
  void emptyBoxesAreInTheLastBin() {
    LambdaHistogram histogram = LambdaHistogram.of(new CutMix(1), 5, new Frame(1, 1), 100, 10);

    assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 100), histogram.effective());
    assertEquals(1, histogram.meanEffective());
    assertTrue(histogram.meanDrawn() < 0.7);
  }

  @Test
  void drawsAreTheFirstOfTheSeed() {
    Method method = new Mixup(1);
    LambdaHistogram one = LambdaHistogram.of(method, 8, FRAME, 1, 4);
    LambdaHistogram two = LambdaHistogram.of(method, 8, FRAME, 2, 4);

    double first = method.draw(RandomStreams.of(8, 0, 0)).lambda();
    double second = method.draw(RandomStreams.of(8, 0, 1)).lambda();
    assertEquals(first, one.meanDrawn());
    assertEquals((first + second) / 2, two.meanDrawn());
  }

  @Test
  void countsCannotBeChanged() {
    LambdaHistogram histogram = LambdaHistogram.of(new CutMix(1), 1, FRAME, 10, 3);

    assertThrows(UnsupportedOperationException.class, () -> histogram.drawn().set(0, 1));
    assertThrows(UnsupportedOperationException.class, () -> histogram.effective().set(0, 1));
  }

  @Test
  void badArgumentsAreRefusedByNameAndValue() {
    Method mixup = new Mixup(1);
    assertRefused(
        "draws = 0: must be at least 1", () -> LambdaHistogram.of(mixup, 1, FRAME, 0, 10));
    assertRefused(
        "bins = -1: must be at least 1", () -> LambdaHistogram.of(mixup, 1, FRAME, 10, -1));
    assertRefused(
        "mask = null: needs a picture of one channel",
        () -> LambdaHistogram.of(new MaskMix(), 1, FRAME, 10, 10));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static int total(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}

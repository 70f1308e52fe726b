package org.mixoscope.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;

/// What holds for the statistics of every method and frame.
class MixStatisticsPropertiesTest {
  @Property(tries = 150)
  void coverageSumsToTheShareOfTheOthers(
      @ForAll BoxRule rule,
      @ForAll("alphas") double alpha,
      @ForAll @IntRange(min = 1, max = 70) int height,
      @ForAll @IntRange(min = 1, max = 70) int width) {
    Frame frame = new Frame(height, width);
    for (Method method : List.of(new CutMix(alpha, rule, true), new Mixup(alpha))) {
      MixStatistics exact = MixStatistics.of(method, frame, 1, 2, 10);
      MixStatistics drawn = MonteCarlo.statistics(method, Inputs.of(frame), 2, 1, 20, 10);

      assertEquals(exact.othersShare().value(), exact.coverage().mean(), 1e-11);
      assertEquals(drawn.othersShare().value(), drawn.coverage().mean(), 1e-11);
    }
  }

  @Property(tries = 150)
  void probabilitiesSumToOne(
      @ForAll BoxRule rule,
      @ForAll("alphas") double alpha,
      @ForAll @IntRange(min = 1, max = 60) int height,
      @ForAll @IntRange(min = 1, max = 60) int width,
      @ForAll @IntRange(min = 1, max = 200) int bins) {
    Frame frame = new Frame(height, width);
    Method method = new CutMix(alpha, rule, true);
    for (MixStatistics statistics :
        List.of(
            MixStatistics.of(method, frame, 1, 2, bins),
            MixStatistics.of(new Mixup(alpha), frame, 1, 2, bins),
            MonteCarlo.statistics(method, Inputs.of(frame), 2, 1, 20, bins))) {
      assertSound(statistics.lambda(), bins);
      assertSound(statistics.effective(), bins);
      assertUnit(statistics.untouched());
      assertUnit(statistics.replaced());
      statistics
          .coverage()
          .rows()
          .forEach(row -> row.forEach(MixStatisticsPropertiesTest::assertUnit));
    }
  }

  private static void assertSound(Distribution distribution, int bins) {
    assertEquals(bins, distribution.histogram().size());
    assertEquals(1, distribution.histogram().stream().mapToDouble(Estimate::value).sum(), 1e-9);
    distribution.histogram().forEach(MixStatisticsPropertiesTest::assertUnit);
    assertUnit(distribution.mean());
    assertTrue(distribution.weaker().value() <= 0.5);
    double before = 0;
    for (Distribution.Quantile quantile : distribution.quantiles()) {
      assertUnit(quantile.at());
      assertTrue(before <= quantile.at().value());
      before = quantile.at().value();
    }
  }

  private static void assertUnit(Estimate estimate) {
    assertTrue(estimate.value() >= -1e-12 && estimate.value() <= 1 + 1e-12, estimate::toString);
  }

  @Property(tries = 40)
  void unbiasedBoxesCoverAFrameLikeItsMirrorImage(
      @ForAll("alphas") double alpha, @ForAll @IntRange(min = 1, max = 32) int side) {
    List<List<Estimate>> rows =
        MixStatistics.of(new CutMix(alpha, BoxRule.UNBIASED, true), new Frame(side, 5), 1, 2, 3)
            .coverage()
            .rows();

    for (int j = 0; j < side; j++) {
      for (int i = 0; i < 5; i++) {
        double value = rows.get(j).get(i).value();
        assertEquals(value, rows.get(side - 1 - j).get(i).value(), 1e-12);
        assertEquals(value, rows.get(j).get(4 - i).value(), 1e-12);
      }
    }
  }

  /// Rectangles are added up without looking at their pixels; here are the pixels.
  @Property(tries = 200)
  void rectanglesAreCountedAsTheirPixels(
      @ForAll @IntRange(min = 1, max = 80) int height,
      @ForAll @IntRange(min = 1, max = 80) int width,
      @ForAll @IntRange(min = 1, max = 6) int sources,
      @ForAll @IntRange(min = 0, max = 8) int patches,
      @ForAll long seed) {
    Frame frame = new Frame(height, width);
    Patchwork patchwork = TestPictures.patchwork(new Random(seed), frame, sources, patches);
    Grid grid = new Grid(frame);
    CoverageTally tally = new CoverageTally(grid);
    tally.add(patchwork);
    CoverageMap map = tally.map(1);

    for (int j = 0; j < grid.rows(); j++) {
      for (int i = 0; i < grid.columns(); i++) {
        double others = others(patchwork, grid, j, i);
        assertEquals(others, map.rows().get(j).get(i).value(), 1e-12);
      }
    }
    assertEquals(1 - patchwork.shares().getFirst(), map.mean(), 1e-12);
  }

  private static double others(Composition composition, Grid grid, int row, int column) {
    int[] ys = grid.ys();
    int[] xs = grid.xs();
    double sum = 0;
    for (int y = ys[row]; y < ys[row + 1]; y++) {
      for (int x = xs[column]; x < xs[column + 1]; x++) {
        sum += 1 - composition.weightAt(0, y, x);
      }
    }
    return sum / ((ys[row + 1] - ys[row]) * (xs[column + 1] - xs[column]));
  }

  /// 10⁻² … 10², evenly by their logarithms.
  @Provide
  static Arbitrary<Double> alphas() {
    return Arbitraries.doubles().between(-2, 2).ofScale(3).map(power -> Math.pow(10, power));
  }
}

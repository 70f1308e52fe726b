package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.BesideWindows;

@BesideWindows
class DirichletTest {
  private static final int SAMPLES = 20_000;

  @ParameterizedTest
  @CsvSource({"3,1", "3,0.2", "4,1", "4,0.2", "5,4", "8,0.5", "8,1"})
  void everyWeightHasTheMeanAndTheVarianceOfTheDistribution(int count, double alpha) {
    double[] sums = new double[count];
    double[] squares = new double[count];
    for (int i = 0; i < SAMPLES; i++) {
      List<Double> weights = new Dirichlet(alpha, count).sample(RandomStreams.of(1, 0, i));
      for (int k = 0; k < count; k++) {
        sums[k] += weights.get(k);
        squares[k] += weights.get(k) * weights.get(k);
      }
    }
    double mean = 1.0 / count;
    double variance = (count - 1) / (count * count * (count * alpha + 1));
    for (int k = 0; k < count; k++) {
      assertEquals(mean, sums[k] / SAMPLES, 4 * Math.sqrt(variance / SAMPLES));
      assertEquals(
          variance, squares[k] / SAMPLES - Math.pow(sums[k] / SAMPLES, 2), 0.05 * variance);
    }
  }

  @ParameterizedTest
  @CsvSource({"3,1,0.611,2.12", "3,0.2,0.820,1.45", "4,1,0.521,2.65", "4,0.2,0.756,1.66"})
  void strongestWeightAndEffectiveNumberAreTheKnownOnes(
      int count, double alpha, double strongest, double effective) {
    double most = 0;
    double inverse = 0;
    for (int i = 0; i < SAMPLES; i++) {
      List<Double> weights = new Dirichlet(alpha, count).sample(RandomStreams.of(2, 0, i));
      most += Collections.max(weights);
      inverse += 1 / weights.stream().mapToDouble(w -> w * w).sum();
    }

    assertEquals(strongest, most / SAMPLES, 0.006);
    assertEquals(effective, inverse / SAMPLES, 0.02);
  }

  @Property(tries = 300)
  void weightsAreNumbersThatSumToOne(
      @ForAll @Scale(4) @DoubleRange(min = 1e-3, max = 1000) double alpha,
      @ForAll @IntRange(min = 2, max = 8) int count,
      @ForAll long seed) {
    List<Double> weights = new Dirichlet(alpha, count).sample(RandomStreams.of(seed, 0, 0));

    assertEquals(count, weights.size());
    assertTrue(weights.stream().allMatch(w -> w >= 0 && w <= 1), weights::toString);
    assertEquals(1, weights.stream().mapToDouble(Double::doubleValue).sum(), 1e-12);
  }

  @Property(tries = 50)
  void pairIsDrawnLikeABeta(@ForAll @DoubleRange(min = 0.01, max = 100) double alpha) {
    double lambda = new Beta(alpha).sample(RandomStreams.of(3, 0, 0));

    assertEquals(
        List.of(lambda, 1 - lambda), new Dirichlet(alpha, 2).sample(RandomStreams.of(3, 0, 0)));
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Dirichlet(0, 3));
    assertThrows(IllegalArgumentException.class, () -> new Dirichlet(Double.NaN, 3));
    assertThrows(IllegalArgumentException.class, () -> new Dirichlet(1, 1));
  }
}

package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class NoiseTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  @Property
  void normalIsTheQuantile(
      @ForAll @DoubleRange(min = 0, max = 1, minIncluded = false, maxIncluded = false) double p) {
    assertEquals(NORMAL.inverseCumulativeProbability(p), Noise.normal(p), 2e-6);
  }

  @Property
  void normalIsTheQuantileInTheTails(@ForAll @DoubleRange(min = 1, max = 36) double exponent) {
    double p = Math.exp(-exponent);
    double expected = NORMAL.inverseCumulativeProbability(p);

    assertEquals(expected, Noise.normal(p), -2e-6 * expected);
  }

  @Test
  void numbersAreStandardNormal() {
    Noise noise = new Noise(5, 0);
    int n = 200_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double value = noise.nextNormal();
      sum += value;
      squares += value * value;
    }

    assertEquals(0, sum / n, 4 / Math.sqrt(n));
    assertEquals(1, squares / n, 4 * Math.sqrt(2.0 / n));
  }

  /// Recipes are shared: these numbers must stay what they are.
  @Test
  void numbersAreTheSameForEver() {
    Noise noise = new Noise(42, 0);
    Noise row = new Noise(42, -1);

    assertEquals(0.24331386698439983, noise.nextNormal());
    assertEquals(-0.9929572700594893, noise.nextNormal());
    assertEquals(-0.17655264141605173, row.nextNormal());
  }

  @Test
  void rowsAndSeedsHaveNumbersOfTheirOwn() {
    assertNotEquals(new Noise(1, 0).nextNormal(), new Noise(2, 0).nextNormal());
    assertNotEquals(new Noise(1, 1).nextNormal(), new Noise(1, -1).nextNormal());
    assertNotEquals(new Noise(1, 0).nextNormal(), new Noise(1, 1).nextNormal());
  }

  @Test
  void coinIsFair() {
    int heads = 0;
    int n = 40_000;
    for (long seed = 0; seed < n; seed++) {
      heads += Noise.coin(seed) ? 1 : 0;
    }

    assertEquals(0.5, heads / (double) n, 2 / Math.sqrt(n));
  }
}

package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BetaTest {
  private static final int SAMPLES = 10_000;

  /// Kolmogorov's statistic `D·√n` is above this with probability 10⁻³.
  private static final double KOLMOGOROV = 1.9495;

  /// Standard errors that a mean of independent samples practically never strays.
  private static final double STRAY = 4;

  /// One stream per sample, as batches draw; other seeds, other samples.
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.4, 0.8, 1, 2, 8, 32})
  void samplesOfOneStreamEachFollowTheDistribution(double alpha) {
    assertFollows(new Beta(alpha), samples(alpha, SAMPLES));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.4, 0.8, 1, 2, 8, 32})
  void samplesOfOneStreamTogetherFollowTheDistribution(double alpha) {
    Beta beta = new Beta(alpha);
    var stream = RandomStreams.of(20_250, 7, 0);

    double[] samples = new double[SAMPLES];
    Arrays.setAll(samples, i -> beta.sample(stream));

    assertFollows(beta, samples);
  }

  @Test
  void kolmogorovTestRefusesANeighbouringAlpha() {
    assertTrue(kolmogorov(new Beta(0.8), samples(1, SAMPLES)) > KOLMOGOROV);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.01, 0.1, 1, 100})
  void samplesAreNumbersWithinTheUnitIntervalHoweverSmallAlphaIs(double alpha) {
    for (double sample : samples(alpha, SAMPLES)) {
      assertTrue(sample >= 0 && sample <= 1, () -> "sample " + sample);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.01})
  void samplesOfATinyAlphaAreAsOftenNearZeroAsNearOne(double alpha) {
    double nearOne =
        Arrays.stream(samples(alpha, SAMPLES)).filter(x -> x > 0.5).count() / (double) SAMPLES;

    assertEquals(0.5, nearOne, STRAY * 0.5 / Math.sqrt(SAMPLES));
  }

  @Property(tries = 300)
  void sampleIsTheQuantileOfTheOneNumberItTakes(@ForAll("alphas") double alpha, @ForAll long seed) {
    RandomGenerator stream = RandomStreams.of(seed, 0, 0);
    RandomGenerator twin = RandomStreams.of(seed, 0, 0);
    Beta beta = new Beta(alpha);

    double sample = beta.sample(stream);

    assertEquals(beta.quantile(twin.nextDouble()), sample);
    assertEquals(twin.nextLong(), stream.nextLong(), "as far advanced");
  }

  @Property(tries = 300)
  void quantileRisesWithP(
      @ForAll("alphas") double alpha,
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    Beta beta = new Beta(alpha);

    double lower = beta.quantile(Math.min(one, other));
    double upper = beta.quantile(Math.max(one, other));

    assertTrue(lower <= upper * (1 + 1e-12), lower + " to " + upper);
    assertTrue(lower >= 0 && upper <= 1);
  }

  /// So that λ glides when a user moves α: for the same random number it nears ½.
  @Property(tries = 300)
  void lambdaNearsOneHalfAsAlphaGrows(
      @ForAll("alphas") double one,
      @ForAll("alphas") double other,
      @ForAll @DoubleRange(min = 0, max = 1) double p) {
    double far = Math.abs(new Beta(Math.min(one, other)).quantile(p) - 0.5);
    double near = Math.abs(new Beta(Math.max(one, other)).quantile(p) - 0.5);

    assertTrue(near <= far + 1e-9, near + " from one half, not within " + far);
  }

  /// 10⁻³ … 10⁴, evenly by their logarithms.
  @Provide
  static Arbitrary<Double> alphas() {
    return Arbitraries.doubles().between(-3, 4).ofScale(3).map(power -> Math.pow(10, power));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.4, 0.8, 1, 2, 8, 32})
  void varianceOfSamplesIsTheOneOfTheFormula(double alpha) {
    double variance = 1 / (4 * (2 * alpha + 1));
    double mean = Arrays.stream(samples(alpha, SAMPLES)).map(x -> (x - 0.5) * (x - 0.5)).sum();
    double fourthMoment = variance * variance * (3 - 6 / (2 * alpha + 3));
    double standardError = Math.sqrt((fourthMoment - variance * variance) / SAMPLES);

    assertEquals(variance, mean / SAMPLES, STRAY * standardError);
    assertEquals(variance, new Beta(alpha).variance(), 1e-15);
  }

  @Test
  void densityIsThatOfTheUniformDistributionAtAlphaOne() {
    Beta uniform = new Beta(1);
    for (double x : new double[] {0, 0.25, 0.5, 1}) {
      assertEquals(1, uniform.density(x), 1e-12);
    }
  }

  @Test
  void densityAtTheBordersIsInfiniteBelowAlphaOneAndNoneAbove() {
    for (double border : new double[] {0, 1}) {
      assertEquals(Double.POSITIVE_INFINITY, new Beta(0.5).density(border));
      assertEquals(0, new Beta(2).density(border));
    }
    assertEquals(0, new Beta(2).density(-0.1));
    assertEquals(0, new Beta(2).density(1.1));
    assertEquals(1.5, new Beta(2).density(0.5), 1e-12);
  }

  @Property(tries = 200)
  void momentsAreThoseOfTheKnownFormulas(@ForAll("alphas") double alpha) {
    Beta beta = new Beta(alpha);

    assertEquals(1, beta.moment(0), 1e-12);
    assertEquals(0.5, beta.moment(1), 1e-9);
    assertEquals(0.25 + beta.variance(), beta.moment(2), 1e-9);
  }

  @Test
  void momentsOfTheUniformDistributionAreOneOverThePowerPlusOne() {
    assertEquals(0.4, new Beta(1).moment(1.5), 1e-14);
    assertEquals(0.25, new Beta(1).moment(3), 1e-14);
  }

  /// Quantiles that would be below the smallest normal number stay there.
  @Property(tries = 300)
  void quantileInvertsTheCumulativeProbability(
      @ForAll("alphas") double alpha, @ForAll @DoubleRange(min = 0, max = 1) double p) {
    Beta beta = new Beta(alpha);
    double quantile = beta.quantile(p);

    double below = quantile < 2 * Double.MIN_NORMAL ? 0 : beta.cumulative(Math.nextDown(quantile));
    double above = beta.cumulative(Math.nextUp(quantile));

    assertTrue(below <= p + 1e-9 && p - 1e-9 <= above, below + " … " + above);
  }

  @Property(tries = 300)
  void quantilesMirrorAtOneHalf(
      @ForAll @DoubleRange(min = 0.05, max = 50) double alpha,
      @ForAll @DoubleRange(min = 0.5, max = 1) double p) {
    Beta beta = new Beta(alpha);

    assertEquals(1 - beta.quantile(1 - p), beta.quantile(p), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 1000})
  void quantilesOfCertaintyAreTheBorders(double alpha) {
    assertEquals(0, new Beta(alpha).quantile(0));
    assertEquals(1, new Beta(alpha).quantile(1));
    assertEquals(0.5, new Beta(alpha).quantile(0.5), 1e-9);
  }

  private static double[] samples(double alpha, int count) {
    Beta beta = new Beta(alpha);
    long seed = Double.hashCode(alpha);
    double[] samples = new double[count];
    Arrays.setAll(samples, i -> beta.sample(RandomStreams.of(seed, 0, i)));
    return samples;
  }

  private static void assertFollows(Beta beta, double[] samples) {
    double statistic = kolmogorov(beta, samples);
    assertTrue(statistic < KOLMOGOROV, () -> "D·√n = " + statistic + " for " + beta);
  }

  /// `√n·sup |Fₙ − F|`. Many samples of a small α are the same double, so both functions are
  /// compared where they have jumped over it and before.
  private static double kolmogorov(Beta beta, double[] unsorted) {
    double[] samples = unsorted.clone();
    Arrays.sort(samples);
    double n = samples.length;
    double worst = 0;
    for (int i = 0; i < samples.length; i++) {
      double x = samples[i];
      if (i == 0 || samples[i - 1] < x) {
        worst = Math.max(worst, Math.abs(i / n - beta.cumulative(Math.nextDown(x))));
      }
      if (i + 1 == samples.length || x < samples[i + 1]) {
        worst = Math.max(worst, Math.abs((i + 1) / n - beta.cumulative(x)));
      }
    }
    return worst * Math.sqrt(n);
  }
}

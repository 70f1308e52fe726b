package org.mixoscope.stats;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Beta;

/// How a number within [0, 1], λ or λ̂, is distributed.
///
/// @param mean its expected value
/// @param deviation its standard deviation
/// @param weaker the expected value of min(x, 1 − x): the weight of the weaker side
/// @param histogram the probability of each of the equal bins of [0, 1]. A value between two bins
///   belongs to the upper one, 1 to the last
/// @param quantiles at [#PROBABILITIES], in their order
public record Distribution(
    Estimate mean,
    Estimate deviation,
    Estimate weaker,
    List<Estimate> histogram,
    List<Quantile> quantiles) {
  /// Where quantiles are given.
  public static final List<Double> PROBABILITIES = List.of(.01, .05, .25, .5, .75, .95, .99);

  /// Shares are ratios of pixel counts: one that is on the border of two bins may be a rounding
  /// error below it.
  private static final double ROUNDING = 1e-9;

  /// The least x with P(value ≤ x) ≥ p.
  ///
  /// @param p the probability
  /// @param at the x
  public record Quantile(double p, Estimate at) {}

  /// Keeps copies.
  public Distribution {
    histogram = List.copyOf(histogram);
    quantiles = List.copyOf(quantiles);
  }

  /// λ as drawn from Beta(α, α).
  static Distribution of(Beta beta, int bins) {
    double[] borders =
        IntStream.rangeClosed(0, bins)
            .mapToDouble(i -> beta.cumulative((double) i / bins))
            .toArray();
    return calculated(
        0.5,
        beta.variance(),
        beta.expectedMinimum(),
        IntStream.range(0, bins).mapToDouble(i -> borders[i + 1] - borders[i]).toArray(),
        beta::quantile);
  }

  /// A number that is one of 0, 1/n, 2/n … 1.
  ///
  /// @param p n + 1 probabilities, which sum to 1
  static Distribution of(double[] p, int bins) {
    int n = p.length - 1;
    double mean = 0;
    double weaker = 0;
    double[] histogram = new double[bins];
    double[] cumulative = new double[p.length];
    double sum = 0;
    for (int i = 0; i <= n; i++) {
      mean += p[i] * i / n;
      weaker += p[i] * Math.min(i, n - i) / n;
      histogram[Math.min(bins - 1, (int) ((long) i * bins / n))] += p[i];
      sum += p[i];
      cumulative[i] = sum;
    }
    double variance = 0;
    for (int i = 0; i <= n; i++) {
      double off = (double) i / n - mean;
      variance += p[i] * off * off;
    }
    return calculated(
        mean, variance, weaker, histogram, q -> (double) firstAtLeast(cumulative, q) / n);
  }

  private static int firstAtLeast(double[] cumulative, double p) {
    int i = 0;
    while (i < cumulative.length - 1 && cumulative[i] < p - ROUNDING) {
      i++;
    }
    return i;
  }

  private static Distribution calculated(
      double mean,
      double variance,
      double weaker,
      double[] histogram,
      DoubleUnaryOperator quantile) {
    return new Distribution(
        Estimate.calculated(mean),
        Estimate.calculated(Math.sqrt(variance)),
        Estimate.calculated(weaker),
        Arrays.stream(histogram).mapToObj(Estimate::calculated).toList(),
        PROBABILITIES.stream()
            .map(p -> new Quantile(p, Estimate.calculated(quantile.applyAsDouble(p))))
            .toList());
  }

  /// What a sample says.
  ///
  /// @param values independent draws, at least 2
  static Distribution of(List<Double> values, int bins) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int n = sorted.length;
    double mean = Arrays.stream(sorted).sum() / n;
    double second = 0;
    double fourth = 0;
    double weaker = 0;
    double weakerSquares = 0;
    long[] counts = new long[bins];
    for (double value : sorted) {
      double square = (value - mean) * (value - mean);
      second += square / n;
      fourth += square * square / n;
      double less = Math.min(value, 1 - value);
      weaker += less;
      weakerSquares += less * less;
      counts[Math.min(bins - 1, (int) (value * bins + ROUNDING))]++;
    }
    double deviation = Math.sqrt(second);
    return new Distribution(
        Estimate.sampled(mean, deviation / Math.sqrt(n)),
        Estimate.sampled(deviation, errorOfDeviation(second, fourth, n)),
        Estimate.mean(weaker, weakerSquares, n),
        Arrays.stream(counts).mapToObj(count -> Estimate.frequency(count, n)).toList(),
        PROBABILITIES.stream().map(p -> new Quantile(p, quantile(sorted, p))).toList());
  }

  /// √(m₄ − m₂²)/√n is the error of m₂; that of its root follows by the chain rule.
  private static double errorOfDeviation(double second, double fourth, int n) {
    return second == 0
        ? 0
        : Math.sqrt(Math.max(0, fourth - second * second) / n) / (2 * Math.sqrt(second));
  }

  /// An order statistic. How many values lie below the true quantile is binomial; its deviation,
  /// read off the sample to both sides, gives the error without assuming any density.
  private static Estimate quantile(double[] sorted, double p) {
    int n = sorted.length;
    double rank = p * n;
    double spread = Math.sqrt(n * p * (1 - p));
    return Estimate.sampled(
        at(sorted, rank), (at(sorted, rank + spread) - at(sorted, rank - spread)) / 2);
  }

  private static double at(double[] sorted, double rank) {
    return sorted[Math.clamp((int) Math.ceil(rank - ROUNDING) - 1, 0, sorted.length - 1)];
  }
}

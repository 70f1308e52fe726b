package org.mixoscope.lab.study;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/// Numbers of several seeds.
///
/// @param values one for each seed, at least one
public record Spread(List<Double> values) {
  private static final double CONFIDENCE = 0.95;

  /// Keeps a copy.
  public Spread {
    values = List.copyOf(values);
  }

  /// Of these.
  public static Spread of(DoubleStream values) {
    return new Spread(values.boxed().toList());
  }

  /// Their mean.
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /// Their standard deviation, of n − 1; NaN of a single one.
  public double sd() {
    double mean = mean();
    double sum = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return values.size() < 2 ? Double.NaN : Math.sqrt(sum / (values.size() - 1));
  }

  /// How many seeds are above those of another.
  public int wins(Spread other) {
    return (int) minus(other).values.stream().filter(difference -> difference > 0).count();
  }

  /// The difference seed by seed.
  public Spread minus(Spread other) {
    return of(
        IntStream.range(0, values.size()).mapToDouble(s -> values.get(s) - other.values.get(s)));
  }

  /// Half of the interval that holds the true mean in 19 of 20 cases, by Student's t; NaN of a
  /// single one.
  public double uncertainty() {
    int n = values.size();
    return n < 2
        ? Double.NaN
        : TDistribution.of(n - 1).inverseSurvivalProbability((1 - CONFIDENCE) / 2)
            * sd()
            / Math.sqrt(n);
  }

  /// Whether the mean is another than 0, as far as these can tell.
  public boolean differs() {
    return values.size() > 1 && Math.abs(mean()) > uncertainty();
  }
}

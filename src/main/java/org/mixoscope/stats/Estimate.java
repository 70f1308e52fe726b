package org.mixoscope.stats;

/// A number that says how well it is known.
///
/// @param value the number
/// @param standardError of a Monte Carlo estimate, at least 0; 0 for an exact number
/// @param exact whether it was calculated, up to the rounding of doubles, and not sampled. A sample
///   without any spread has a standard error of 0 too, and still is no proof
public record Estimate(double value, double standardError, boolean exact) {
  /// @throws IllegalArgumentException if the error is negative or NaN, or an exact number has one
  public Estimate {
    if (!(standardError >= 0) || (exact && standardError > 0)) {
      throw new IllegalArgumentException(
          "standard error = %s: must be at least 0, and 0 if exact".formatted(standardError));
    }
  }

  /// A number that was calculated.
  public static Estimate calculated(double value) {
    return new Estimate(value, 0, true);
  }

  /// A number that was sampled.
  public static Estimate sampled(double value, double standardError) {
    return new Estimate(value, standardError, false);
  }

  /// A probability, from how often something happened. Its error is that of (hits + 1)/(draws + 2),
  /// so that what never happened is not certain never to happen.
  static Estimate frequency(long hits, long draws) {
    double p = (hits + 1.0) / (draws + 2.0);
    return sampled((double) hits / draws, Math.sqrt(p * (1 - p) / draws));
  }

  /// A mean, from the sums of the values and of their squares.
  static Estimate mean(double sum, double squares, long draws) {
    double mean = sum / draws;
    double variance = Math.max(0, squares / draws - mean * mean);
    return sampled(mean, Math.sqrt(variance / draws));
  }

  /// 1 − value, as well known.
  public Estimate complement() {
    return new Estimate(1 - value, standardError, exact);
  }
}

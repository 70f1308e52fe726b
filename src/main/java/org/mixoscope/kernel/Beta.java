package org.mixoscope.kernel;

import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.BetaDistribution;

/// The symmetric Beta(α, α) distribution that λ is drawn from. Mean ½, variance 1/(4(2α+1)).
///
/// @param alpha α > 0, finite
public record Beta(double alpha) {
  /// @throws IllegalArgumentException if α is not a positive, finite number
  public Beta {
    requireAlpha(alpha);
  }

  /// @return the same α
  /// @throws IllegalArgumentException if α is not a positive, finite number
  public static double requireAlpha(double alpha) {
    if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("alpha = " + alpha + ": must be above 0 and finite");
    }
    return alpha;
  }

  /// One λ within [0, 1], the quantile of one uniform number; never NaN, however small α is.
  ///
  /// A rejection sampler would be faster, but with this one λ glides when α changes and the random
  /// numbers stay, and what is drawn after λ does not depend on α.
  ///
  /// @param random advanced by one number
  public double sample(RandomGenerator random) {
    return quantile(random.nextDouble());
  }

  /// Probability density at x; infinite at 0 and 1 for α < 1, 0 outside [0, 1].
  public double density(double x) {
    return x == 0 || x == 1 ? densityAtBorder() : commons().density(x);
  }

  /// P(λ ≤ x).
  public double cumulative(double x) {
    return commons().cumulativeProbability(x);
  }

  /// The x with P(λ ≤ x) = p, to about 12 significant digits even where it is as small as 10⁻²⁸.
  ///
  /// @param p within [0, 1]
  /// @throws IllegalArgumentException if p is not
  public double quantile(double p) {
    Require.unit("p", p);
    if (p == 0 || p == 1 || alpha == 1) {
      return p;
    }
    return p > 0.5 ? 1 - lowerQuantile(commons(), 1 - p) : lowerQuantile(commons(), p);
  }

  /// 1/(4(2α+1)).
  public double variance() {
    return 1 / (4 * (2 * alpha + 1));
  }

  /// E(min(λ, 1−λ)): the expected weight of the weaker source.
  public double expectedMinimum() {
    return BetaDistribution.of(alpha + 1, alpha).cumulativeProbability(0.5);
  }

  /// E(λᵖ) = B(α+p, α)/B(α, α), which is the mean of (1−λ)ᵖ too.
  ///
  /// @param power p, at least 0
  public double moment(double power) {
    // A density at ½ is 2^(2−a−b)/B(a, b): the ratio of two needs no gamma function.
    double other = BetaDistribution.of(alpha + power, alpha).density(0.5);
    return commons().density(0.5) / other * Math.pow(0.5, power);
  }

  private BetaDistribution commons() {
    return BetaDistribution.of(alpha, alpha);
  }

  private double densityAtBorder() {
    return alpha < 1 ? Double.POSITIVE_INFINITY : alpha == 1 ? 1 : 0;
  }

  /// The x ≤ ½ with P(λ ≤ x) = p > 0, for any Beta distribution that has one.
  ///
  /// Newton's method on log P(λ ≤ eᵗ), safe-guarded by bisection: the library's own root finder
  /// stops at an absolute error of 10⁻⁹, which for small α is larger than the quantile.
  static double lowerQuantile(BetaDistribution beta, double p) {
    double low = Math.log(Double.MIN_NORMAL);
    double high = Math.log(0.5);
    double target = Math.log(p);
    double t = high;
    for (int i = 0; i < 200 && high - low > 1e-15 * Math.abs(low); i++) {
      double x = Math.exp(t);
      double cumulative = beta.cumulativeProbability(x);
      double error = Math.log(cumulative) - target;
      if (error == 0) {
        return x;
      }
      if (error > 0) {
        high = t;
      } else {
        low = t;
      }
      double next = t - error * cumulative / (x * beta.density(x));
      if (Math.abs(next - t) < 1e-16 * Math.abs(t)) {
        return Math.exp(next);
      }
      t = next > low && next < high ? next : (low + high) / 2;
    }
    return Math.exp(t);
  }
}

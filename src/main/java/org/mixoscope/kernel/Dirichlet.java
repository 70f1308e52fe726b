package org.mixoscope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.BetaDistribution;

/// The symmetric Dirichlet(α, …, α) distribution that the weights of several sources are drawn
/// from. Every weight has the mean 1/k and the variance `(k−1)/(k²(kα+1))`; for two it is [Beta].
///
/// @param alpha α > 0, finite
/// @param count k, how many weights, at least 2
public record Dirichlet(double alpha, int count) {
  /// @throws IllegalArgumentException if α is not a positive, finite number, or the count too small
  public Dirichlet {
    Beta.requireAlpha(alpha);
    Require.atLeast("count", count, 2);
  }

  /// Weights within [0, 1] that sum to 1 but for rounding; never NaN, however small α is.
  ///
  /// Every source takes a Beta(α, (k−1)α) part of what is left, then the next with k one less.
  /// Normalised gamma numbers are more usual, but for small α they may all be 0. As for [Beta], the
  /// parts are quantiles of uniform numbers, so that the weights glide when α changes.
  ///
  /// @param random advanced by k − 1 numbers
  public List<Double> sample(RandomGenerator random) {
    if (count == 2) {
      double lambda = new Beta(alpha).sample(random);
      return List.of(lambda, 1 - lambda);
    }
    List<Double> weights = new ArrayList<>(count);
    double left = 1;
    for (int k = 0; k + 1 < count; k++) {
      double p = random.nextDouble();
      double others = (count - 1 - k) * alpha;
      BetaDistribution part = BetaDistribution.of(alpha, others);
      // The smaller of the part and the rest is calculated, for it needs the digits.
      if (p <= part.cumulativeProbability(0.5)) {
        double taken = p == 0 ? 0 : Beta.lowerQuantile(part, p);
        weights.add(left * taken);
        left *= 1 - taken;
      } else {
        double rest = Beta.lowerQuantile(BetaDistribution.of(others, alpha), 1 - p);
        weights.add(left * (1 - rest));
        left *= rest;
      }
    }
    weights.add(left);
    return List.copyOf(weights);
  }
}

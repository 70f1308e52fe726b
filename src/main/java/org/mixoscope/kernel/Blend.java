package org.mixoscope.kernel;

import java.util.List;

/// One weight per source, the same at every pixel: Mixup.
///
/// @param frame the frame
/// @param weights one per source, each within [0, 1]; they sum to 1 (within 10⁻⁶)
public record Blend(Frame frame, List<Double> weights) implements Composition {
  private static final double TOLERANCE = 1e-6;

  /// @throws IllegalArgumentException if there is no weight, one is out of range or the sum is not
  ///   1
  public Blend {
    weights = List.copyOf(weights);
    double sum = 0;
    for (double weight : weights) {
      sum += Require.unit("weight", weight);
    }
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException("weights = " + weights + ": must sum to 1");
    }
  }

  /// λ of A and 1 − λ of B.
  public static Blend pair(Frame frame, double lambda) {
    return new Blend(frame, List.of(lambda, 1 - lambda));
  }

  @Override
  public int sources() {
    return weights.size();
  }

  @Override
  public double weightAt(int source, int y, int x) {
    return weights.get(source);
  }

  @Override
  public List<Double> shares() {
    return weights;
  }
}

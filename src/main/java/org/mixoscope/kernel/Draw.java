package org.mixoscope.kernel;

import org.jspecify.annotations.Nullable;

/// The random variables of one mix, free of any image size. Methods draw it, users edit it, and
/// applying it is a pure function of it.
///
/// @param lambda λ, the weight of A as drawn, within [0, 1]
/// @param u horizontal position, within [0, 1)
/// @param v vertical position, within [0, 1)
/// @param region a box placed by hand; it then stands for λ, u and v, and λ is 1 − its area
public record Draw(double lambda, double u, double v, @Nullable Region region) {
  private static final double BELOW_ONE = Math.nextDown(1.0);

  /// @throws IllegalArgumentException if a value is NaN or out of its range
  public Draw {
    Require.unit("lambda", lambda);
    unitExclusive("u", u);
    unitExclusive("v", v);
  }

  /// A draw with no box placed by hand.
  public Draw(double lambda, double u, double v) {
    this(lambda, u, v, null);
  }

  /// The same position with another λ; a box placed by hand is given up but for its centre.
  public Draw withLambda(double newLambda) {
    return region == null
        ? new Draw(newLambda, u, v)
        : new Draw(newLambda, 0, 0)
            .at((region.x1() + region.x2()) / 2, (region.y1() + region.y2()) / 2);
  }

  /// The same λ at another position, each coordinate moved into [0, 1).
  public Draw at(double newU, double newV) {
    return new Draw(lambda, Math.clamp(newU, 0, BELOW_ONE), Math.clamp(newV, 0, BELOW_ONE), region);
  }

  /// A box placed by hand, whose unclipped area gives λ.
  public Draw within(Region box) {
    return new Draw(Math.clamp(1 - box.area(), 0, 1), u, v, box);
  }

  private static void unitExclusive(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException("%s = %s: must be within [0, 1)".formatted(name, value));
    }
  }
}

package org.mixoscope.kernel;

/// Weights as integers, for pairs of bytes: `b + round((a − b) · w)` instead of `a·w + b·(1 − w)`
/// in float32. The two differ only where the sum is so near to a half that the rounding of float32
/// decides; for most weights no pair of bytes comes so near.
final class FixedPoint {
  private static final int BITS = 22;
  private static final int HALF = 1 << (BITS - 1);

  /// How far from a half all sums must stay. More than the errors of both ways together: 3·2⁻¹⁷ of
  /// the float32 products and their sum, 2⁻¹⁵ of weights that do not quite sum to 1, 2⁻¹⁵ of the
  /// integer weight.
  private static final double MARGIN = 0x1p-13;

  private static final float SUM_ERROR = 0x1p-23f;

  private FixedPoint() {}

  /// Whether integers give what float32 gives, for all pairs of bytes.
  static boolean agrees(float w, float rest) {
    if (Math.abs((double) w + rest - 1) > SUM_ERROR) {
      return false;
    }
    for (int difference = 1; difference <= 255; difference++) {
      double product = difference * (double) w;
      if (Math.abs(product - Math.floor(product) - 0.5) < MARGIN) {
        return false;
      }
    }
    return true;
  }

  static int of(float w) {
    return Math.round(w * (1 << BITS));
  }

  /// The nearest integer to a difference of bytes times a weight.
  static int times(int difference, int weight) {
    return (difference * weight + HALF) >> BITS;
  }
}

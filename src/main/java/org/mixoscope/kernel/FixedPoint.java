package org.mixoscope.kernel;

/// Weights as integers, for pairs of bytes: `a·w + b·(1 − w)` in steps of 2⁻²⁴ instead of float32.
/// The two differ only where the sum is so near to a half that the rounding of float32 decides; for
/// most weights no pair of bytes comes so near.
final class FixedPoint {
  private static final int BITS = 24;
  private static final int ONE = 1 << BITS;
  private static final int HALF = ONE / 2;

  /// How far from a half all sums must stay. More than the errors of both ways together: 3·2⁻¹⁷ of
  /// the float32 products and their sum, 2⁻¹⁵ of weights that do not quite sum to 1, 2⁻¹⁷ of the
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

  /// The weight of the one byte, up to 1.
  static int of(float w) {
    return Math.round(w * ONE);
  }

  /// The weight of the other one.
  static int rest(int weight) {
    return ONE - weight;
  }

  /// The nearest byte to a sum of weighted bytes. The sum stays below 2³².
  static int mix(int a, int weight, int b, int rest) {
    return (a * weight + b * rest + HALF) >>> BITS;
  }
}

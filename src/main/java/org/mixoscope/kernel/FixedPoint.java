package org.mixoscope.kernel;

import org.jspecify.annotations.Nullable;

/// A weight as an integer, for pairs of bytes: `b + (a − b)·w` in steps of 2⁻¹⁶ instead of float32.
/// The two differ only where the sum is so near to a half that the rounding of float32 decides; for
/// 97 of 100 weights no pair of bytes comes so near, and one of the integers rounds all pairs as
/// the weight does.
///
/// The product has two parts, `(a − b)·upper` and, 256 times as fine, `(a − b)·lower`, neither of
/// which needs more than sixteen bits. So an int takes two of them at a time, and four bytes need
/// four multiplications.
///
/// @param upper the weight in steps of 2⁻⁸: 0 to 256
/// @param lower what is left in steps of 2⁻¹⁶: −128 to 127
record FixedPoint(int upper, int lower) {
  private static final int ONE = 1 << 16;
  private static final int FINE = 1 << 8;

  /// The first and third byte of an int, or the lower bytes of its two halves.
  private static final int EVEN = 0x00FF00FF;

  /// What makes fine parts positive. Shifted to the coarse ones, it is the half that rounds.
  private static final int POSITIVE = 0x80008000;

  /// How far from a half all sums must stay. More than the errors of float32: 3·2⁻¹⁷ of the
  /// products and their sum, 2⁻¹⁵ of weights that do not quite sum to 1.
  private static final double MARGIN = 0x1p-14;

  private static final float SUM_ERROR = 0x1p-23f;

  /// The integer that gives what float32 gives, for all pairs of bytes.
  ///
  /// A difference d of two bytes, whose product with the weight is nearest to k, is rounded to k,
  /// and −d to −k, exactly if the integer is between 2¹⁶·(k − ½)/d and 2¹⁶·(k + ½)/d. These
  /// quotients are exact where they are whole, and else too far from whole for their errors to
  /// matter.
  ///
  /// @param rest weight of the other byte
  /// @return null if there is none
  static @Nullable FixedPoint of(float w, float rest) {
    if (Math.abs((double) w + rest - 1) > SUM_ERROR) {
      return null;
    }
    double above = -ONE;
    double below = 2 * ONE;
    for (int difference = 1; difference <= 255; difference++) {
      double product = difference * (double) w;
      double nearest = ElementLoops.rounded(product);
      if (0.5 - Math.abs(product - nearest) < MARGIN) {
        return null;
      }
      double least = (nearest - 0.5) * ONE / difference;
      double most = (nearest + 0.5) * ONE / difference;
      above = least > above ? least : above; // Math.max is twice as slow
      below = most < below ? most : below;
    }
    int weight = (int) Math.floor(above) + 1;
    int upper = (weight + FINE / 2) >> 8;
    return weight < below ? new FixedPoint(upper, weight - upper * FINE) : null;
  }

  /// Blends ints of four bytes each.
  ///
  /// @param mixed what comes out. Modified
  void blend(int[] x, int[] y, int[] mixed, int n) {
    int coarse = upper;
    int fine = lower;
    for (int i = 0; i < n; i++) {
      int evenOfY = y[i] & EVEN;
      int oddOfY = y[i] & ~EVEN;
      int even = (x[i] & EVEN) - evenOfY;
      int odd = ((x[i] >>> 8) & EVEN) - (oddOfY >>> 8);
      int evenSum = (evenOfY << 8) + even * coarse + (((even * fine + POSITIVE) >>> 8) & EVEN);
      int oddSum = oddOfY + odd * coarse + (((odd * fine + POSITIVE) >>> 8) & EVEN);
      mixed[i] = ((evenSum >>> 8) & EVEN) | (oddSum & ~EVEN);
    }
  }
}

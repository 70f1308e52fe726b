package org.mixoscope.image;

import java.util.Locale;

/// What the numbers of a picture stand for: `slope · number + intercept` of a unit.
///
/// @param slope other than 0, finite
/// @param intercept finite
/// @param unit such as HU; empty if it is not known
public record Scale(double slope, double intercept, String unit) {
  /// Numbers that stand for themselves.
  public static final Scale NONE = new Scale(1, 0, "");

  /// @throws IllegalArgumentException if a number is not finite or the slope 0
  public Scale {
    if (slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
      throw new IllegalArgumentException("scale = " + slope + ", " + intercept);
    }
  }

  /// What a number stands for.
  public double of(double number) {
    return slope * number + intercept;
  }

  /// Whether numbers stand for themselves.
  public boolean isNone() {
    return slope == 1 && intercept == 0;
  }

  /// Whether the same numbers stand for the same.
  public boolean agrees(Scale other) {
    return slope == other.slope && intercept == other.intercept && unit.equals(other.unit);
  }

  /// `HU = 1 · number - 1024`.
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s = %s · number %s %s",
        unit.isEmpty() ? "value" : unit,
        plain(slope),
        intercept < 0 ? "-" : "+",
        plain(Math.abs(intercept)));
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}

package org.mixoscope.app.explore;

import java.util.Locale;

/// How the values of a parameter lie on its slider.
///
/// @param low smallest value on the slider
/// @param high largest value on the slider
/// @param logarithmic whether equal steps are equal ratios
/// @param decimals how many the value is shown with
record Scale(double low, double high, boolean logarithmic, int decimals) {
  /// α, from nearly pure mixes to nearly half and half.
  static final Scale ALPHA = new Scale(0.05, 32, true, 2);

  /// λ.
  static final Scale LAMBDA = new Scale(0, 1, false, 3);

  /// Where a value lies, 0…1.
  double positionOf(double value) {
    double clamped = Math.clamp(value, low, high);
    return logarithmic
        ? Math.log(clamped / low) / Math.log(high / low)
        : (clamped - low) / (high - low);
  }

  /// The value at a position 0…1, with no more digits than a person would want.
  double valueAt(double position) {
    double value =
        logarithmic ? low * Math.pow(high / low, position) : low + position * (high - low);
    double steps = Math.pow(10, decimals);
    return Math.clamp(Math.round(value * steps) / steps, low, high);
  }

  String format(double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}

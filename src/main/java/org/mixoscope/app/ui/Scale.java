package org.mixoscope.app.ui;

import java.util.Locale;
import org.mixoscope.kernel.method.Parameter;

/// How the values of a parameter lie on its slider.
///
/// @param low smallest value on the slider
/// @param high largest value on the slider
/// @param logarithmic whether equal steps are equal ratios
/// @param decimals how many the value is shown with
public record Scale(double low, double high, boolean logarithmic, int decimals) {
  private static final double KEY_STEP = 0.01;

  /// λ and other weights.
  public static final Scale LAMBDA = new Scale(0, 1, false, 3);

  /// The scale of a real parameter, as it describes it.
  public static Scale of(Parameter.Real parameter) {
    Parameter.Span span = parameter.slider();
    return new Scale(span.low(), span.high(), span.logarithmic(), 2);
  }

  /// The scale of a whole number.
  public static Scale of(Parameter.Whole parameter) {
    return new Scale(parameter.low(), parameter.high(), false, 0);
  }

  /// Where a value lies, 0…1.
  public double positionOf(double value) {
    double clamped = Math.clamp(value, low, high);
    return logarithmic
        ? Math.log(clamped / low) / Math.log(high / low)
        : (clamped - low) / (high - low);
  }

  /// The value at a position 0…1, with no more digits than a person would want.
  public double valueAt(double position) {
    double value =
        logarithmic ? low * Math.pow(high / low, position) : low + position * (high - low);
    double steps = Math.pow(10, decimals);
    return Math.clamp(Math.round(value * steps) / steps, low, high);
  }

  /// How far a key moves the slider from a value: a hundredth of its length, or as far as it takes
  /// to change the last digit.
  public double keyStep(double value) {
    double digit = Math.pow(10, -decimals);
    double up = positionOf(value + digit) - positionOf(value);
    double down = positionOf(value) - positionOf(value - digit);
    return Math.max(KEY_STEP, Math.max(up, down));
  }

  public String format(double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}

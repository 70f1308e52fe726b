package org.mixoscope.kernel;

/// Argument checks whose messages name the parameter and the value.
final class Require {
  private Require() {}

  static double unit(String name, double value) {
    return within(name, value, 0, 1);
  }

  static double within(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new RefusedException(
          KernelReason.OUT_OF_RANGE.of(name, value, plain(low), plain(high)));
    }
    return value;
  }

  static int atLeast(String name, int value, int low) {
    if (value < low) {
      throw new RefusedException(KernelReason.TOO_SMALL.of(name, value, low));
    }
    return value;
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }
}

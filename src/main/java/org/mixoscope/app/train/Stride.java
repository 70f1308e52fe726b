package org.mixoscope.app.train;

/// How many steps are taken at once: no faster than is wished for, and so few that what comes of
/// them is seen in time.
final class Stride {
  /// Longer, and the picture would falter; shorter, and workers would wait for frames.
  private static final double LONG = 0.04;

  private static final double SHORT = 0.015;
  private static final int MOST = 4096;

  private int most = 4;
  private double due;

  /// Some time has gone by.
  ///
  /// @param seconds how much
  /// @param rate steps a second; infinity for as many as can be
  void pass(double seconds, double rate) {
    due = rate == Double.POSITIVE_INFINITY ? most : Math.min(most, due + seconds * rate);
  }

  /// Takes the steps that are due.
  ///
  /// @param left how many there are at most
  int take(long left) {
    int steps = (int) Math.min(left, (long) due);
    due -= steps;
    return steps;
  }

  /// So many seconds went into the last ones.
  void took(double seconds) {
    most =
        seconds > LONG ? Math.max(1, most / 2) : seconds < SHORT ? Math.min(MOST, most * 2) : most;
  }
}

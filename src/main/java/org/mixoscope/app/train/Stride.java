package org.mixoscope.app.train;

/// How many steps are taken at once: no faster than is wished for, and so few that what comes of
/// them is seen in time.
final class Stride {
  /// Longer, and the picture would falter; shorter, and workers would wait for frames.
  private static final double LONG = 0.04;

  private static final double SHORT = 0.015;
  private static final int MOST = 4096;

  /// Seconds between what is seen, where the machine could do more: a picture of a network takes
  /// fifty times as long as a step, and the eye wants no more of them.
  private static final double SEEN = 0.03;

  private int most = 4;
  private double due;
  private double unseen = SEEN;

  /// Some time has gone by.
  ///
  /// @param seconds how much
  /// @param rate steps a second; infinity for as many as can be
  void pass(double seconds, double rate) {
    boolean full = rate == Double.POSITIVE_INFINITY;
    due = full ? most : Math.min(most, due + seconds * rate);
    unseen = full ? SEEN : unseen + seconds;
  }

  /// Takes the steps that are due, unless others were taken just before.
  ///
  /// @param left how many there are at most
  int take(long left) {
    int steps = unseen < SEEN ? 0 : (int) Math.min(left, (long) due);
    if (steps > 0) {
      due -= steps;
      unseen = 0;
    }
    return steps;
  }

  /// So many seconds went into the last ones, without what is shown of them.
  void took(double seconds) {
    most =
        seconds > LONG ? Math.max(1, most / 2) : seconds < SHORT ? Math.min(MOST, most * 2) : most;
  }
}

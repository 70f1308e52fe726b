package org.mixoscope.kernel.course;

import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Region;

/// Frames one after another, in whole numbers.
///
/// @param from the first
/// @param to the first behind them
record Run(int from, int to) {
  private static final Region NOTHING = new Region(0, 0, 0, 0);

  /// As a box of CutMix lies along one side: so long around a centre, and cut off at the ends.
  ///
  /// @param at where the centre is, within [0, 1)
  /// @param share of all frames, within [0, 1]
  static Run around(double at, double share, int frames) {
    int length = (int) Math.rint(share * frames);
    int start = (int) (at * frames) - length / 2;
    return new Run(Math.clamp(start, 0, frames), Math.clamp(start + length, 0, frames));
  }

  boolean contains(int t) {
    return t >= from && t < to;
  }

  /// The draw that leaves a frame to A.
  static Draw nothing(Draw draw) {
    return draw.within(NOTHING);
  }
}

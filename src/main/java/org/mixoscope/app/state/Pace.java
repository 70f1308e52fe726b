package org.mixoscope.app.state;

import org.jspecify.annotations.Nullable;

/// How many frames a second are shown of clips that play, where they are too few.
///
/// @param shown a second
/// @param wanted a second
/// @param half whether they are half as large as they might be
public record Pace(int shown, int wanted, boolean half) {
  /// Of a second.
  ///
  /// @param every how many frames one is shown
  /// @return null if there is nothing to say
  static @Nullable Pace of(PaceCount.Rate rate, int every, boolean half) {
    return half || every > 1 || rate.isSlow()
        ? new Pace(Math.min(rate.shown(), rate.wanted()), rate.wanted(), half)
        : null;
  }
}

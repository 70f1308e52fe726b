package org.mixoscope.app.state;

import org.jspecify.annotations.Nullable;

/// Counts the frames that are shown while a clip plays, second by second.
final class PaceCount {
  private static final long SECOND = 1_000_000_000;

  /// Fewer of the frames that are due than this part are not enough.
  private static final double ENOUGH = 0.9;

  private long since;
  private long from;
  private int shown;
  private boolean waited;

  /// Frames a second.
  ///
  /// @param wanted how many should have been shown
  record Rate(int shown, int wanted) {
    /// Whether that is not enough.
    boolean isSlow() {
      return shown < ENOUGH * wanted;
    }
  }

  /// A frame is shown.
  void shown() {
    shown++;
  }

  /// The clock waited for what is shown, so that it says nothing of what was due.
  void waited() {
    waited = true;
  }

  /// It plays from somewhere else, or at another speed.
  void restart() {
    since = 0;
  }

  /// At a moment of the clock.
  ///
  /// @param place of the frame that is due
  /// @param usual frames a second that the clip has at its speed
  /// @return of the last second when one has passed, else null
  @Nullable Rate at(long now, long place, double usual) {
    if (since != 0 && now - since < SECOND) {
      return null;
    }
    double seconds = (double) (now - since) / SECOND;
    double due = waited ? usual : Math.clamp((place - from) / seconds, 0, usual);
    Rate rate =
        since == 0 ? null : new Rate((int) Math.round(shown / seconds), (int) Math.round(due));
    since = now;
    from = place;
    shown = 0;
    waited = false;
    return rate;
  }
}

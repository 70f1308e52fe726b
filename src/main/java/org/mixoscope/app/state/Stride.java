package org.mixoscope.app.state;

/// Every how many frames one is shown where the machine cannot show all: evenly, which looks calmer
/// than now one and now three, and leaves no work half done. It follows from the pace of the last
/// second, whose delays may be over soon; now and then fewer are left out to see whether that goes
/// well now, and more seldom if it did not.
final class Stride {
  /// No more than so many at once, for those that are left out are decoded all the same.
  static final int MOST = 11;

  private static final int SOON = 2;
  private static final int LATEST = 8;

  private int every = 1;
  private int seconds;
  private int patience = SOON;
  private boolean tried;
  private boolean changed;

  int every() {
    return every;
  }

  /// All frames are shown again.
  void restart() {
    every = 1;
    seconds = 0;
    patience = SOON;
    tried = false;
    changed = false;
  }

  /// What came of the last second.
  void follow(PaceCount.Rate rate) {
    if (changed) {
      // What was read ahead before is shown first.
      changed = false;
      return;
    }
    seconds++;
    if (new PaceCount.Rate(rate.shown() * every, rate.wanted()).isSlow()) {
      if (tried && seconds == 1) {
        patience = Math.min(2 * patience, LATEST);
      }
      tried = false;
      int enough = Math.ceilDiv(rate.wanted(), Math.max(1, rate.shown()));
      change(Math.clamp(enough, every, Math.min(2 * every, MOST)));
      return;
    }
    patience = tried ? SOON : patience;
    if (every > 1 && seconds >= patience) {
      change(every - Math.max(1, every / 2));
      tried = true;
    }
  }

  private void change(int now) {
    changed = now != every;
    every = now;
    seconds = 0;
  }
}

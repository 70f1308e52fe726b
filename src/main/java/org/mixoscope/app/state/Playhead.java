package org.mixoscope.app.state;

import org.mixoscope.clip.Timing;

/// Where a clip that plays is: a clock from its start, as if it went on for ever.
final class Playhead {
  private static final double NANOS_PER_MICRO = 1e3;

  /// What is shown later than this after it was due has the clock wait for it: to catch up, all
  /// frames between would have to be decoded, which takes longer the more of them there are.
  private static final double LATEST_MICROS = 5e5;

  private long began;
  private double beganAt;

  /// It goes on from here with the next moment of the clock.
  ///
  /// @param micros from the start of the clip
  void set(long micros) {
    began = 0;
    beganAt = micros;
  }

  /// The frame that is due at a moment of the clock; it counts on where the clip begins again.
  ///
  /// @param now nanoseconds
  /// @param speed 1 as the clip says
  long place(Timing all, long now, double speed) {
    if (began == 0) {
      began = now;
    }
    double micros = micros(now, speed);
    double whole = all.end(all.frames() - 1);
    long rounds = (long) Math.floor(micros / whole);
    return rounds * all.frames() + all.shownAt(micros - rounds * whole);
  }

  /// Goes on from what is shown, if that is too late.
  ///
  /// @return whether it was
  boolean waitFor(Timing all, long shown, long now, double speed) {
    long rounds = shown / all.frames();
    double due =
        (double) rounds * all.end(all.frames() - 1) + all.end((int) (shown % all.frames()));
    double late = micros(now, speed) - due;
    boolean waits = late > LATEST_MICROS;
    if (waits) {
      began += Math.round(late * NANOS_PER_MICRO / speed);
    }
    return waits;
  }

  private double micros(long now, double speed) {
    return beganAt + (now - began) / NANOS_PER_MICRO * speed;
  }
}

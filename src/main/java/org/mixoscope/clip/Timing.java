package org.mixoscope.clip;

import java.util.Arrays;
import java.util.stream.IntStream;

/// When each frame of a clip is shown, in microseconds.
public final class Timing {
  private static final double SECOND = 1e6;

  /// What rounding to the clock of a file may make of equal times.
  private static final long JITTER = 1_500;

  private final long[] ends;

  private Timing(long[] ends) {
    this.ends = ends;
  }

  /// @param micros how long each frame stays; what is less than 1 counts as 1
  /// @throws IllegalArgumentException if there is no frame
  public static Timing of(long[] micros) {
    if (micros.length == 0) {
      throw new IllegalArgumentException("a clip has a frame");
    }
    long[] ends = Arrays.stream(micros).map(stay -> Math.max(1, stay)).toArray();
    Arrays.parallelPrefix(ends, Long::sum);
    return new Timing(ends);
  }

  /// Frames that stay equally long.
  ///
  /// @param seconds of all together
  public static Timing even(int frames, double seconds) {
    double whole = seconds * SECOND;
    long[] ends =
        IntStream.rangeClosed(1, frames)
            .mapToLong(t -> Math.max(t, Math.round(whole * t / frames)))
            .toArray();
    return new Timing(ends);
  }

  /// How many frames there are.
  public int frames() {
    return ends.length;
  }

  /// Seconds of all frames together.
  public double seconds() {
    return ends[ends.length - 1] / SECOND;
  }

  /// When a frame ends, in microseconds from the start of the first.
  public long end(int t) {
    return ends[t];
  }

  /// When a frame begins, in microseconds from the start of the first.
  public long start(int t) {
    return t == 0 ? 0 : ends[t - 1];
  }

  /// Which part of the whole time has passed in the middle of a frame.
  double middle(int t) {
    return (start(t) + ends[t]) / 2.0 / ends[ends.length - 1];
  }

  /// The frame that is shown when a part of the whole time has passed.
  ///
  /// @param part within (0, 1)
  int at(double part) {
    return shownAt(part * ends[ends.length - 1]);
  }

  /// The frame that is shown at a moment; the first before it begins, the last after its end.
  ///
  /// @param micros since the start of the first
  public int shownAt(double micros) {
    int low = 0;
    int high = ends.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] > micros) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// Whether all frames stay equally long, but for the rounding of clocks.
  public boolean isEven() {
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int t = 0; t < ends.length; t++) {
      long stay = ends[t] - start(t);
      least = Math.min(least, stay);
      most = Math.max(most, stay);
    }
    return most - least <= JITTER;
  }
}

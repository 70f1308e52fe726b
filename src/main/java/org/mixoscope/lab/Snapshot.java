package org.mixoscope.lab;

import java.util.List;
import java.util.stream.Stream;

/// A training at one moment: weights, what the optimiser remembers, and where in its epochs it is.
/// Restored, it goes on to the same bits.
public final class Snapshot {
  private final List<float[][]> state;
  private final long steps;
  private final long sinceNewOptimiser;
  private final Training.Sums sums;

  Snapshot(List<float[][]> state, long steps, long sinceNewOptimiser, Training.Sums sums) {
    this.state = state.stream().map(Snapshot::copy).toList();
    this.steps = steps;
    this.sinceNewOptimiser = sinceNewOptimiser;
    this.sums = sums;
  }

  /// How many steps were taken before.
  public long steps() {
    return steps;
  }

  long sinceNewOptimiser() {
    return sinceNewOptimiser;
  }

  Training.Sums sums() {
    return sums;
  }

  /// @param to modified
  void restore(List<float[][]> to) {
    for (int k = 0; k < state.size(); k++) {
      float[][] from = state.get(k);
      for (int i = 0; i < from.length; i++) {
        System.arraycopy(from[i], 0, to.get(k)[i], 0, from[i].length);
      }
    }
  }

  static float[][] copy(float[][] rows) {
    return Stream.of(rows).map(float[]::clone).toArray(float[][]::new);
  }
}

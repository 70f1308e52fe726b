package org.mixoscope.kernel.batch;

import java.util.List;
import java.util.stream.IntStream;

/// The weights of the sources of a mix, in their order, twice: what its label says, and what its
/// pixels show. Each sums to 1.
///
/// @param label weights in the label, by the convention of the method
/// @param pixels the exact mean pixel weights
public record Weights(List<Double> label, List<Double> pixels) {
  private static final double ROUNDING = 1e-9;

  /// Keeps copies.
  public Weights {
    label = List.copyOf(label);
    pixels = List.copyOf(pixels);
  }

  /// Whether the label says something else than the pixels.
  public boolean differ() {
    return IntStream.range(0, pixels.size())
        .anyMatch(k -> Math.abs(label.get(k) - pixels.get(k)) > ROUNDING);
  }
}

package org.mixoscope.kernel.batch;

import java.util.List;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.method.Method;

/// What is done to one sample of a batch.
///
/// @param sources indices into the batch of the pictures that are mixed, the sample's own first;
///   pixels and labels are taken in this order, and always from the batch as it was
/// @param method how they are mixed
/// @param draw by which draw; λ = 1 leaves the sample alone
public record SampleMix(List<Integer> sources, Method method, Draw draw) {
  /// @throws IllegalArgumentException if there is no source or an index is negative
  public SampleMix {
    sources = List.copyOf(sources);
    if (sources.isEmpty() || sources.stream().anyMatch(index -> index < 0)) {
      throw new IllegalArgumentException(
          "sources = " + sources + ": needs indices into the batch, the own one first");
    }
  }

  /// Whether the sample stays as it was, pixels and label.
  public boolean untouched() {
    return draw.lambda() == 1 && draw.region() == null;
  }
}

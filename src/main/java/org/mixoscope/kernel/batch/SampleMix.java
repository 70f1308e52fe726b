package org.mixoscope.kernel.batch;

import java.util.List;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;

/// What is done to one sample of a batch.
///
/// @param sources indices into the batch of the pictures that are mixed, the sample's own first;
///   pixels and labels are taken in this order, and always from the batch as it was
/// @param method how they are mixed
/// @param draw by which draw
public record SampleMix(List<Integer> sources, Method method, Draw draw) {
  /// λ = 1: nothing of the others.
  static final Draw UNMIXED = new Draw(1, 0.5, 0.5);

  /// @throws IllegalArgumentException if there is no source or an index is negative
  public SampleMix {
    sources = List.copyOf(sources);
    if (sources.isEmpty() || sources.stream().anyMatch(index -> index < 0)) {
      throw new IllegalArgumentException(
          "sources = " + sources + ": needs indices into the batch, the own one first");
    }
  }

  /// A sample that stays as it is. It still has a method, one that gives it back byte for byte, so
  /// that nobody needs to treat it apart.
  public static SampleMix unmixed(int sample, int partner) {
    return new SampleMix(List.of(sample, partner), new Mixup(1), UNMIXED);
  }

  /// What the label says and what the pixels show.
  ///
  /// @param composition what the method composed of the draw
  public Weights weights(Composition composition) {
    return new Weights(method.labelWeights(draw, composition), composition.shares());
  }

  /// Whether nothing of the others was to be taken: λ = 1, and no box given in its place.
  public boolean untouched() {
    return draw.lambda() == 1 && draw.region() == null;
  }
}

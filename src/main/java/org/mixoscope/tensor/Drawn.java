package org.mixoscope.tensor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.batch.SampleMix;

/// What was drawn for one sample, and what became of it.
///
/// @param mix sources within the batch, the own sample first, method and draw
/// @param shares the exact share of the pixels that each source has; of a pair the first is λ̂
/// @param labelWeights the weight of each source in the label: the shares, unless the method or
///   profile follows a convention that says otherwise
/// @param box the part of the frame that is the partner's, for methods that paste one box; else
///   null
public record Drawn(
    SampleMix mix, List<Double> shares, List<Double> labelWeights, @Nullable Box box) {
  /// Keeps copies of the lists.
  public Drawn {
    shares = List.copyOf(shares);
    labelWeights = List.copyOf(labelWeights);
  }

  /// The sample that it is mixed with; of several, the first.
  public int partner() {
    return mix.sources().get(1);
  }

  /// λ as drawn.
  public double lambda() {
    return mix.draw().lambda();
  }

  /// λ̂: the own sample's exact share of the pixels.
  public double share() {
    return shares.getFirst();
  }
}

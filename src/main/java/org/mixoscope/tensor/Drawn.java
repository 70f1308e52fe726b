package org.mixoscope.tensor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.batch.Outcome.Paste;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.batch.Weights;

/// What was drawn for one sample, and what became of it.
///
/// @param mix sources within the batch, the own sample first, method and draw
/// @param weights the weight of each source in the label and in the pixels
/// @param paste the box that is the partner's, as drawn and as the border leaves it; null for
///   methods that paste none
public record Drawn(SampleMix mix, Weights weights, @Nullable Paste paste) {
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
    return shares().getFirst();
  }

  /// The exact share of the pixels that each source has; of a pair the first is λ̂.
  public List<Double> shares() {
    return weights.pixels();
  }

  /// The weight of each source in the label: the shares, unless the method or profile follows a
  /// convention that says otherwise.
  public List<Double> labelWeights() {
    return weights.label();
  }
}

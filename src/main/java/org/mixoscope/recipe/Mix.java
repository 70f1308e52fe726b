package org.mixoscope.recipe;

import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Composition;

/// A recipe made definite for its pictures.
///
/// @param composition the weight of every source at every pixel
/// @param shares the exact mean weight of every source; for a pair the first is λ̂
/// @param labelWeights the weight of every source in the label; the shares, unless the method
///   follows a convention that says otherwise
/// @param classes the class names that the label is over
/// @param label the soft label
public record Mix(
    Composition composition,
    List<Double> shares,
    List<Double> labelWeights,
    List<String> classes,
    List<Double> label) {
  private static final double ROUNDING = 1e-9;

  /// The same numbers, with the weights of another frame.
  public Mix with(Composition other) {
    return new Mix(other, shares, labelWeights, classes, label);
  }

  /// λ̂: the exact share of A in the pixels.
  public double effectiveLambda() {
    return shares.getFirst();
  }

  /// Whether the label says something else than the pixels.
  public boolean labelDisagrees() {
    return IntStream.range(0, shares.size())
        .anyMatch(k -> Math.abs(labelWeights.get(k) - shares.get(k)) > ROUNDING);
  }
}

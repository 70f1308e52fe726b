package org.mixoscope.recipe;

import java.util.List;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.batch.Outcome;

/// A recipe made definite for its pictures.
///
/// @param outcome the weight of every source at every pixel, and what follows from it
/// @param classes the class names that the label is over
/// @param label the soft label
public record Mix(Outcome outcome, List<String> classes, List<Double> label) {

  /// The same numbers, with the weights of another frame.
  public Mix with(Composition other) {
    return new Mix(outcome.with(other), classes, label);
  }

  /// The same with what the method fills in.
  public Mix with(Outcome other) {
    return new Mix(other, classes, label);
  }

  /// The weight of every source at every pixel.
  public Composition composition() {
    return outcome.composition();
  }

  /// The exact mean weight of every source; for a pair the first is λ̂.
  public List<Double> shares() {
    return outcome.weights().pixels();
  }

  /// The weight of every source in the label; the shares, unless the method follows a convention
  /// that says otherwise.
  public List<Double> labelWeights() {
    return outcome.weights().label();
  }

  /// λ̂: the exact share of A in the pixels.
  public double effectiveLambda() {
    return outcome.effectiveLambda();
  }

  /// Whether the label says something else than the pixels.
  public boolean labelDisagrees() {
    return outcome.weights().differ();
  }
}

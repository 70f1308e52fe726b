package org.mixoscope.text;

import java.util.List;

/// A recipe of texts made definite.
///
/// @param composition which words come from where
/// @param classes the class names that the label is over
/// @param label the soft label: the classes of the sources by their shares of the words
public record MixedText(TextComposition composition, List<String> classes, List<Double> label) {
  /// Keeps copies.
  public MixedText {
    classes = List.copyOf(classes);
    label = List.copyOf(label);
  }

  /// The mixed text.
  public String text() {
    return composition.text();
  }

  /// λ̂: the exact share of A's words.
  public double effectiveLambda() {
    return composition.shares().getFirst();
  }
}

package org.mixoscope.batch.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mixed text, and what is written with it.
///
/// @param index of the sample, from 0
/// @param text the mixed text
/// @param label the soft label over all classes
/// @param method its name; `none` for a text that stays as it is
/// @param lambda λ as drawn; null for a text that stays as it is
/// @param effectiveLambda λ̂, the share of the own text in the words
/// @param sources the rows that it is made of, the own one first: `table.csv#7`
public record TextSample(
    int index,
    String text,
    List<Double> label,
    String method,
    @Nullable Double lambda,
    double effectiveLambda,
    List<String> sources) {
  /// Keeps copies.
  public TextSample {
    label = List.copyOf(label);
    sources = List.copyOf(sources);
  }
}

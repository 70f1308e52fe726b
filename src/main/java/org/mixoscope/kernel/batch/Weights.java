package org.mixoscope.kernel.batch;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The weights of the sources of a mix, in their order, twice: what its label says, and what its
/// pixels show. Each sums to 1; the label's to 0 if no source has a label.
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

  /// The same where some sources have no label: these weigh in the pixels and nothing in the label,
  /// in which the weights of the others are divided by their sum. Where nothing is left of the
  /// others the label is that of the first one that has any.
  ///
  /// @param labelled whether a source has a label, by its number
  public Weights labelled(IntPredicate labelled) {
    IntStream sources = IntStream.range(0, label.size());
    if (sources.allMatch(labelled)) {
      return this;
    }
    double sum = IntStream.range(0, label.size()).filter(labelled).mapToDouble(label::get).sum();
    int first = IntStream.range(0, label.size()).filter(labelled).findFirst().orElse(-1);
    return new Weights(
        IntStream.range(0, label.size())
            .mapToObj(
                k -> {
                  double alone = k == first ? 1.0 : 0.0;
                  return !labelled.test(k) ? 0.0 : sum > 0 ? label.get(k) / sum : alone;
                })
            .toList(),
        pixels);
  }

  /// Whether the label says something else than the pixels.
  public boolean differ() {
    return IntStream.range(0, pixels.size())
        .anyMatch(k -> Math.abs(label.get(k) - pixels.get(k)) > ROUNDING);
  }
}

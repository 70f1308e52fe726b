package org.mixoscope.kernel;

import java.util.Arrays;
import java.util.List;

/// Label vectors: one-hot, smoothed, mixed. A vector holds one value per class; those made here
/// from class indices sum to 1.
public final class SoftLabels {
  private SoftLabels() {}

  /// A one-hot vector, smoothed as timm does: `ε/K` everywhere and `1 − ε + ε/K` at the class.
  ///
  /// @param classIndex within [0, classes)
  /// @param classes K, at least 1
  /// @param smoothing ε within [0, 1); 0 for plain one-hot
  /// @throws IllegalArgumentException if one of them is out of range
  public static double[] oneHot(int classIndex, int classes, double smoothing) {
    Require.atLeast("classes", classes, 1);
    if (classIndex < 0 || classIndex >= classes) {
      throw new IllegalArgumentException(
          "class index = %d: must be within [0, %d)".formatted(classIndex, classes));
    }
    requireSmoothing(smoothing);
    double[] label = new double[classes];
    Arrays.fill(label, smoothing / classes);
    label[classIndex] += 1 - smoothing;
    return label;
  }

  /// `Σₖ weightₖ · labelₖ`. The rule is linear, so it holds for soft labels, several classes at
  /// once and regression targets too. A class in which all labels agree keeps their value exactly.
  ///
  /// @param labels one vector per source, all of the same length. Not modified
  /// @param weights one per source, summing to 1
  /// @throws IllegalArgumentException if numbers or lengths differ
  public static double[] mix(List<double[]> labels, List<Double> weights) {
    if (labels.isEmpty() || labels.size() != weights.size()) {
      throw new IllegalArgumentException(
          "%d labels for %d weights".formatted(labels.size(), weights.size()));
    }
    double[] first = labels.getFirst();
    double[] mixed = new double[first.length];
    boolean[] differ = new boolean[first.length];
    for (int k = 0; k < labels.size(); k++) {
      double[] label = labels.get(k);
      if (label.length != first.length) {
        throw new IllegalArgumentException(
            "label of %d classes beside one of %d".formatted(label.length, first.length));
      }
      for (int c = 0; c < first.length; c++) {
        mixed[c] += weights.get(k) * label[c];
        differ[c] |= label[c] != first[c];
      }
    }
    for (int c = 0; c < first.length; c++) {
      mixed[c] = differ[c] ? mixed[c] : first[c];
    }
    return mixed;
  }

  /// @return the same ε
  /// @throws IllegalArgumentException if ε is not within [0, 1)
  public static double requireSmoothing(double smoothing) {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException("smoothing = " + smoothing + ": must be within [0, 1)");
    }
    return smoothing;
  }
}

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
    double[] label = new double[Require.atLeast("classes", classes, 1)];
    oneHot(classIndex, smoothing, label);
    return label;
  }

  /// The same, into given memory.
  ///
  /// @param classIndex within [0, K)
  /// @param smoothing as for [#oneHot(int, int, double)]
  /// @param label of K values. Modified
  /// @throws IllegalArgumentException if a parameter is out of range
  public static void oneHot(int classIndex, double smoothing, double[] label) {
    int classes = label.length;
    if (classIndex < 0 || classIndex >= classes) {
      throw new IllegalArgumentException(
          "class index = %d: must be within [0, %d)".formatted(classIndex, classes));
    }
    Arrays.fill(label, requireSmoothing(smoothing) / classes);
    label[classIndex] += 1 - smoothing;
  }

  /// Smooths a label of any kind: `(1 − ε) · label + ε/K`.
  ///
  /// @param smoothing ε within [0, 1)
  /// @param label of K values. Modified
  /// @throws IllegalArgumentException if ε is out of range
  public static void smooth(double smoothing, double[] label) {
    double all = requireSmoothing(smoothing) / label.length;
    for (int c = 0; c < label.length; c++) {
      label[c] = (1 - smoothing) * label[c] + all;
    }
  }

  /// `Σₖ weightₖ · labelₖ`. The rule is linear, so it holds for soft labels, several classes at
  /// once and regression targets too. A class in which all labels agree keeps their value exactly.
  ///
  /// @param labels one vector per source, all of the same length. Not modified
  /// @param weights one per source, summing to 1
  /// @throws IllegalArgumentException if numbers or lengths differ
  public static double[] mix(List<double[]> labels, List<Double> weights) {
    double[] mixed = new double[labels.isEmpty() ? 0 : labels.getFirst().length];
    mix(labels, weights, mixed);
    return mixed;
  }

  /// The same, into given memory.
  ///
  /// @param labels as for [#mix(List, List)]
  /// @param weights as for [#mix(List, List)]
  /// @param mixed none of the labels, as long as they are. Modified
  /// @throws IllegalArgumentException if numbers or lengths differ
  public static void mix(List<double[]> labels, List<Double> weights, double[] mixed) {
    if (labels.isEmpty() || labels.size() != weights.size()) {
      throw new IllegalArgumentException(
          "%d labels for %d weights".formatted(labels.size(), weights.size()));
    }
    Arrays.fill(mixed, 0);
    for (int k = 0; k < labels.size(); k++) {
      double[] label = labels.get(k);
      double weight = weights.get(k);
      if (label.length != mixed.length) {
        throw new IllegalArgumentException(
            "label of %d classes beside one of %d".formatted(label.length, mixed.length));
      }
      for (int c = 0; c < mixed.length; c++) {
        mixed[c] += weight * label[c];
      }
    }
    keepAgreed(labels, mixed);
  }

  /// Weights that sum to 1 need not do so after rounding.
  private static void keepAgreed(List<double[]> labels, double[] mixed) {
    double[] first = labels.getFirst();
    for (int c = 0; c < mixed.length; c++) {
      boolean agreed = true;
      for (int k = 1; k < labels.size(); k++) {
        agreed &= labels.get(k)[c] == first[c];
      }
      mixed[c] = agreed ? first[c] : mixed[c];
    }
  }

  /// @return the same ε
  /// @throws IllegalArgumentException if ε is not within [0, 1)
  public static double requireSmoothing(double smoothing) {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new RefusedException(KernelReason.NOT_BELOW.of("smoothing", smoothing, 0, 1));
    }
    return smoothing;
  }
}

package org.mixoscope.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How good a network is on samples as they are.
///
/// @param accuracy share of samples whose class it says, within [0, 1]
/// @param nll mean negative log-likelihood of the labels
/// @param ece expected calibration error within [0, 1]: how far confidence and accuracy are apart,
///   in 15 bins of confidence. Guo et al., "On Calibration of Modern Neural Networks", 2017
/// @param reliability these bins
/// @param confusion how many of each class (row) were said to be each (column)
public record Metrics(
    double accuracy, double nll, double ece, List<Bin> reliability, List<List<Integer>> confusion) {
  private static final int BINS = 15;

  /// Samples of about the same confidence.
  ///
  /// @param count how many there are
  /// @param confidence their mean largest probability; 0 of none
  /// @param accuracy the share of them that is right; 0 of none
  public record Bin(int count, double confidence, double accuracy) {}

  /// Of a network as it is.
  ///
  /// @param samples never mixed
  public static Metrics of(Network network, Examples samples) {
    float[][] logits = network.logits(samples.inputs());
    int classes = samples.classes();
    int[] counts = new int[BINS];
    double[] confidences = new double[BINS];
    int[] right = new int[BINS];
    int[][] confusion = new int[classes][classes];
    double nll = 0;
    for (int i = 0; i < logits.length; i++) {
      nll += SoftCrossEntropy.of(logits[i], samples.label(i));
      float[] row = logits[i];
      SoftCrossEntropy.softmax(row, classes, row);
      int said = Network.largest(row, classes);
      int own = samples.classOf(i);
      int bin = Math.clamp((int) (row[said] * BINS), 0, BINS - 1);
      counts[bin]++;
      confidences[bin] += row[said];
      right[bin] += said == own ? 1 : 0;
      confusion[own][said]++;
    }
    double gap = 0;
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      int count = Math.max(1, counts[b]);
      bins.add(new Bin(counts[b], confidences[b] / count, (double) right[b] / count));
      gap += Math.abs(confidences[b] - right[b]);
    }
    int n = samples.size();
    return new Metrics(
        (double) IntStream.of(right).sum() / n,
        nll / n,
        gap / n,
        bins,
        IntStream.range(0, classes)
            .mapToObj(c -> IntStream.of(confusion[c]).boxed().toList())
            .toList());
  }
}

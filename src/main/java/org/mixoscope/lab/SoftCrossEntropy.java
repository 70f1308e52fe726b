package org.mixoscope.lab;

/// Cross-entropy of probabilities with soft labels, `−Σ_c y_c·log p_c`. It is linear in the label,
/// so that for a mixed one it is `λ·CE(p, y_A) + (1−λ)·CE(p, y_B)`.
public final class SoftCrossEntropy {
  /// Below it a gradient is none: squares of what follows from it would be subnormal numbers, that
  /// take some processors far longer, and Adam divides by 1e-8 at least.
  private static final float FAINT = 1e-12f;

  private SoftCrossEntropy() {}

  /// The loss of one sample.
  ///
  /// @param logits K numbers before softmax. Not modified
  /// @param label K weights. Not modified
  public static double of(float[] logits, float[] label) {
    double normaliser = logSumExp(logits, label.length);
    double loss = 0;
    for (int c = 0; c < label.length; c++) {
      loss += label[c] * (normaliser - logits[c]);
    }
    return loss;
  }

  /// Its gradient, `Σy·softmax(z) − y`, times a factor; 0 where it is below 1e-12.
  ///
  /// @param logits K numbers. Not modified
  /// @param label K weights. Not modified
  /// @param factor 1/n for the mean of a batch
  /// @param gradient K numbers. Modified
  static void gradient(float[] logits, float[] label, float factor, float[] gradient) {
    double sum = 0;
    for (float weight : label) {
      sum += weight;
    }
    softmax(logits, label.length, gradient);
    for (int c = 0; c < label.length; c++) {
      float slope = (float) (sum * gradient[c] - label[c]) * factor;
      gradient[c] = Math.abs(slope) < FAINT ? 0 : slope;
    }
  }

  /// Probabilities.
  ///
  /// @param logits K numbers. Not modified
  /// @param to K numbers, may be the same. Modified
  static void softmax(float[] logits, int classes, float[] to) {
    double normaliser = logSumExp(logits, classes);
    for (int c = 0; c < classes; c++) {
      to[c] = (float) StrictMath.exp(logits[c] - normaliser);
    }
  }

  private static double logSumExp(float[] logits, int classes) {
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      most = Math.max(most, logits[c]);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += StrictMath.exp(logits[c] - most);
    }
    return most + StrictMath.log(sum);
  }
}

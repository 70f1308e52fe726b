package org.mixoscope.lab.study;

import java.util.function.ToDoubleFunction;
import org.mixoscope.lab.study.Study.Point;

/// What is known of a network after an epoch, as tables and documents have it.
public enum Measure implements ToDoubleFunction<Point> {
  /// Cross-entropy of the batches it was trained on.
  LOSS("loss"),
  /// λ-weighted, of these batches.
  MIXED_ACCURACY("mixed_accuracy"),
  /// Of the samples to train on, as they are.
  TRAIN_ACCURACY("train_accuracy"),
  /// Of the test samples, as all that follow.
  TEST_ACCURACY("test_accuracy"),
  /// Cross-entropy.
  NLL("nll"),
  /// Expected calibration error.
  ECE("ece");

  private final String id;

  Measure(String id) {
    this.id = id;
  }

  /// The name of its column.
  public String id() {
    return id;
  }

  @Override
  public double applyAsDouble(Point point) {
    return switch (this) {
      case LOSS -> point.batches().loss();
      case MIXED_ACCURACY -> point.batches().accuracy();
      case TRAIN_ACCURACY -> point.train().accuracy();
      case TEST_ACCURACY -> point.test().accuracy();
      case NLL -> point.test().nll();
      case ECE -> point.test().ece();
    };
  }
}

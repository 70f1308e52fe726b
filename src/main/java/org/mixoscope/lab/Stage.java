package org.mixoscope.lab;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A layer at work: its weights, and the memory of one pass. For one thread.
interface Stage {
  /// @param x a row for each sample. Not modified, and kept for [#backward]
  /// @param n samples, at least 1
  /// @param training what is random in training; null for evaluation
  /// @return as many rows, good until the next pass
  float[][] forward(float[][] x, int n, @Nullable RandomGenerator training);

  /// Adds to the gradients of the weights: those of the last pass, be it in training or not.
  ///
  /// @param dy gradient of what came out. Not modified
  /// @param wanted whether the gradient of what went in is wanted: not of the first layer
  /// @return that gradient, good until the next pass; something else if it is not wanted
  float[][] backward(float[][] dy, int n, boolean wanted);

  /// What is learned.
  default List<Weights> weights() {
    return List.of();
  }

  /// What training changes besides.
  default List<float[][]> observed() {
    return List.of();
  }
}

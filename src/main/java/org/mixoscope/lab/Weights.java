package org.mixoscope.lab;

import java.util.random.RandomGenerator;

/// Numbers that are learned, as rows: loops over `row[j]` are those that Java vectorises.
final class Weights {
  final float[][] value;
  final float[][] gradient;

  /// What the optimiser remembers.
  final float[][] first;

  final float[][] second;

  /// Whether weight decay means these: not biases.
  final boolean decays;

  Weights(int rows, int columns, boolean decays) {
    value = new float[rows][columns];
    gradient = new float[rows][columns];
    first = new float[rows][columns];
    second = new float[rows][columns];
    this.decays = decays;
  }

  /// He's uniform start: within ±√(6/inputs).
  ///
  /// @param random advanced
  static Weights drawn(int rows, int columns, int inputs, RandomGenerator random) {
    Weights weights = new Weights(rows, columns, true);
    double bound = bound(inputs);
    for (float[] row : weights.value) {
      for (int j = 0; j < columns; j++) {
        row[j] = drawn(bound, random);
      }
    }
    return weights;
  }

  /// The same start, column by column.
  void drawByColumn(int inputs, RandomGenerator random) {
    double bound = bound(inputs);
    for (int j = 0; j < value[0].length; j++) {
      for (float[] row : value) {
        row[j] = drawn(bound, random);
      }
    }
  }

  private static double bound(int inputs) {
    return Math.sqrt(6.0 / inputs);
  }

  private static float drawn(double bound, RandomGenerator random) {
    return (float) ((2 * random.nextDouble() - 1) * bound);
  }
}

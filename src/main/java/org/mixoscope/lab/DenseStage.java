package org.mixoscope.lab;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// `y = x·Wᵀ + b`, W with a row for each unit: gradients and optimiser have long rows.
final class DenseStage implements Stage {
  /// Inputs whose weights stay near while all samples pass.
  private static final int BLOCK = 32;

  private final int inputs;
  private final int units;
  final Weights weights;
  final Weights bias;

  /// Of rows that a pass forward runs over.
  private final int width;

  /// Some of W with a row for each input, for a pass forward: what is beyond the units is 0.
  private final float[][] byInput;

  private float[][] x = {};
  private float[][] y = {};
  private float[][] dx = {};

  DenseStage(int inputs, int units, RandomGenerator random) {
    this.inputs = inputs;
    this.units = units;
    width = Rows.fastWidth(units);
    byInput = new float[Math.min(inputs, BLOCK)][width];
    weights = new Weights(units, inputs, true);
    weights.drawByColumn(inputs, random);
    bias = new Weights(1, units, false);
  }

  @Override
  public List<Weights> weights() {
    return List.of(weights, bias);
  }

  @Override
  public float[][] forward(float[][] input, int n, @Nullable RandomGenerator training) {
    x = input;
    y = Rows.atLeast(y, n, width);
    for (int i = 0; i < n; i++) {
      System.arraycopy(bias.value[0], 0, y[i], 0, units);
    }
    for (int from = 0; from < inputs; from += BLOCK) {
      int count = Math.min(BLOCK, inputs - from);
      Rows.transpose(weights.value, from, byInput, units, count);
      Rows.addProduct(x, from, byInput, y, n, count, width);
    }
    return y;
  }

  @Override
  public float[][] backward(float[][] dy, int n, boolean wanted) {
    Rows.addTransposedProduct(dy, x, weights.gradient, units, n, inputs);
    for (int i = 0; i < n; i++) {
      Rows.add(bias.gradient[0], 1, dy[i], units);
    }
    if (wanted) {
      dx = Rows.atLeast(dx, n, inputs);
      Rows.clear(dx, n);
      Rows.addProduct(dy, 0, weights.value, dx, n, units, inputs);
    }
    return dx;
  }
}

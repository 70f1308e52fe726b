package org.mixoscope.lab;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// `y = x·W + b`, W with a row for each input.
final class DenseStage implements Stage {
  private final int inputs;
  private final int units;
  final Weights weights;
  final Weights bias;
  private final float[][] transposed;
  private float[][] x = {};
  private float[][] y = {};
  private float[][] dx = {};

  DenseStage(int inputs, int units, RandomGenerator random) {
    this.inputs = inputs;
    this.units = units;
    weights = Weights.drawn(inputs, units, inputs, random);
    bias = new Weights(1, units, false);
    transposed = new float[units][inputs];
  }

  @Override
  public List<Weights> weights() {
    return List.of(weights, bias);
  }

  @Override
  public float[][] forward(float[][] input, int n, @Nullable RandomGenerator training) {
    x = input;
    y = Rows.atLeast(y, n, units);
    for (int i = 0; i < n; i++) {
      System.arraycopy(bias.value[0], 0, y[i], 0, units);
    }
    Rows.addProduct(x, weights.value, y, n, inputs, units);
    return y;
  }

  @Override
  public float[][] backward(float[][] dy, int n, boolean wanted) {
    Rows.addTransposedProduct(x, dy, weights.gradient, inputs, n, units);
    for (int i = 0; i < n; i++) {
      Rows.add(bias.gradient[0], 1, dy[i], units);
    }
    if (wanted) {
      dx = Rows.atLeast(dx, n, inputs);
      Rows.clear(dx, n);
      Rows.transpose(weights.value, transposed, inputs, units);
      Rows.addProduct(dy, transposed, dx, n, units, inputs);
    }
    return dx;
  }
}

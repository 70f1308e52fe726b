package org.mixoscope.lab;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Leaves out numbers at random in training.
final class DropoutStage implements Stage {
  private final int size;
  private final double rate;
  private float[][] kept = {};
  private float[][] y = {};
  private float[][] dx = {};
  private boolean passesAll;

  DropoutStage(int size, double rate) {
    this.size = size;
    this.rate = rate;
  }

  @Override
  public float[][] forward(float[][] x, int n, @Nullable RandomGenerator training) {
    passesAll = training == null;
    if (training == null) {
      return x;
    }
    y = Rows.atLeast(y, n, size);
    kept = Rows.atLeast(kept, n, size);
    float scale = (float) (1 / (1 - rate));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < size; j++) {
        kept[i][j] = training.nextDouble() < rate ? 0 : scale;
        y[i][j] = x[i][j] * kept[i][j];
      }
    }
    return y;
  }

  @Override
  public float[][] backward(float[][] dy, int n, boolean wanted) {
    if (passesAll) {
      return dy;
    }
    dx = Rows.atLeast(dx, n, size);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < size; j++) {
        dx[i][j] = dy[i][j] * kept[i][j];
      }
    }
    return dx;
  }
}

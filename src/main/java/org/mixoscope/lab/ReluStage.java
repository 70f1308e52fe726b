package org.mixoscope.lab;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// `max(x, 0)`.
final class ReluStage implements Stage {
  /// Makes 1 or more of whatever is above 0, but for numbers that no network has.
  private static final float LARGE = 1e30f;

  private final int size;
  private float[][] y = {};
  private float[][] dx = {};

  ReluStage(int size) {
    this.size = size;
  }

  @Override
  public float[][] forward(float[][] x, int n, @Nullable RandomGenerator training) {
    y = Rows.atLeast(y, n, size);
    for (int i = 0; i < n; i++) {
      float[] from = x[i];
      float[] to = y[i];
      for (int j = 0; j < size; j++) {
        to[j] = Math.max(from[j], 0);
      }
    }
    return y;
  }

  /// A choice of 0 or dy would be mispredicted half of the time.
  @Override
  public float[][] backward(float[][] dy, int n, boolean wanted) {
    dx = Rows.atLeast(dx, n, size);
    for (int i = 0; i < n; i++) {
      float[] from = dy[i];
      float[] passed = y[i];
      float[] to = dx[i];
      for (int j = 0; j < size; j++) {
        to[j] = from[j] * Math.min(1, passed[j] * LARGE);
      }
    }
    return dx;
  }
}

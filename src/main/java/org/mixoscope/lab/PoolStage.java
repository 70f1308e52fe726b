package org.mixoscope.lab;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The largest of every 2×2 pixels; of equal ones the first.
final class PoolStage implements Stage {
  private final Shape in;
  private final Shape out;
  private int[][] chosen = {};
  private float[][] y = {};
  private float[][] dx = {};

  PoolStage(Shape in) {
    this.in = in;
    out = new Layer.MaxPool().of(in);
  }

  @Override
  public float[][] forward(float[][] x, int n, @Nullable RandomGenerator training) {
    y = Rows.atLeast(y, n, out.size());
    chosen = chosen.length >= n ? chosen : new int[n][out.size()];
    for (int i = 0; i < n; i++) {
      pool(x[i], y[i], chosen[i]);
    }
    return y;
  }

  private void pool(float[] x, float[] to, int[] from) {
    int width = in.width();
    int at = 0;
    for (int c = 0; c < out.channels(); c++) {
      for (int row = 0; row < out.height(); row++) {
        int first = c * in.plane() + 2 * row * width;
        for (int column = 0; column < out.width(); column++, at++, first += 2) {
          int below = first + width;
          int upper = first + oneIfLess(x[first], x[first + 1]);
          int lower = below + oneIfLess(x[below], x[below + 1]);
          int best = upper + oneIfLess(x[upper], x[lower]) * (lower - upper);
          to[at] = x[best];
          from[at] = best;
        }
      }
    }
  }

  /// Without a branch, which would be mispredicted half of the time.
  private static int oneIfLess(float a, float b) {
    return Float.floatToRawIntBits(a - b) >>> 31;
  }

  @Override
  public float[][] backward(float[][] dy, int n, boolean wanted) {
    dx = Rows.atLeast(dx, n, in.size());
    for (int i = 0; i < n; i++) {
      Arrays.fill(dx[i], 0);
      for (int at = 0; at < out.size(); at++) {
        dx[i][chosen[i][at]] = dy[i][at];
      }
    }
    return dx;
  }
}

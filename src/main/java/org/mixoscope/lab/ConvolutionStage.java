package org.mixoscope.lab;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// 3×3 convolution as a product of matrices: nine planes for each that goes in, shifted by a pixel.
final class ConvolutionStage implements Stage {
  private static final int TAPS = 9;

  private final Shape in;
  private final int plane;
  private final int channels;

  /// One row for each plane that comes out.
  final Weights weights;

  /// One number a row.
  final Weights bias;

  private final float[][] shifted;
  private final float[][] gradients;
  private final float[][] transposed;
  private final float[][] planes;
  private final float[] back;
  private final float[] sum;
  private final int[] at;
  private float[][] x = {};
  private float[][] y = {};
  private float[][] dx = {};

  ConvolutionStage(Shape in, int channels, RandomGenerator random) {
    this.in = in;
    this.channels = channels;
    plane = in.plane();
    int taps = TAPS * in.channels();
    weights = Weights.drawn(channels, taps, taps, random);
    bias = new Weights(channels, 1, false);
    shifted = new float[taps][plane];
    gradients = new float[taps][plane];
    transposed = new float[plane][taps];
    planes = new float[channels][plane];
    back = new float[plane];
    sum = new float[plane];
    at = new int[plane];
  }

  @Override
  public List<Weights> weights() {
    return List.of(weights, bias);
  }

  @Override
  public float[][] forward(float[][] input, int n, @Nullable RandomGenerator training) {
    x = input;
    y = Rows.atLeast(y, n, channels * plane);
    for (int i = 0; i < n; i++) {
      shift(x[i]);
      for (int c = 0; c < channels; c++) {
        Arrays.fill(planes[c], bias.value[c][0]);
      }
      Rows.addProduct(weights.value, 0, shifted, planes, channels, shifted.length, plane);
      for (int c = 0; c < channels; c++) {
        System.arraycopy(planes[c], 0, y[i], c * plane, plane);
      }
    }
    return y;
  }

  @Override
  public float[][] backward(float[][] dy, int n, boolean wanted) {
    dx = Rows.atLeast(dx, wanted ? n : 0, in.size());
    for (int i = 0; i < n; i++) {
      shift(x[i]);
      Rows.transpose(shifted, 0, transposed, shifted.length, plane);
      for (int c = 0; c < channels; c++) {
        System.arraycopy(dy[i], c * plane, planes[c], 0, plane);
        bias.gradient[c][0] += total(planes[c]);
      }
      Rows.addSparseProduct(
          planes, transposed, weights.gradient, channels, plane, shifted.length, at);
      if (wanted) {
        Rows.clear(gradients, gradients.length);
        Rows.addTransposedProduct(
            weights.value, planes, gradients, gradients.length, channels, plane);
        shiftBack(dx[i]);
      }
    }
    return dx;
  }

  private static float total(float[] row) {
    float even = 0;
    float odd = 0;
    for (int j = 0; j + 1 < row.length; j += 2) {
      even += row[j];
      odd += row[j + 1];
    }
    return even + odd + (row.length % 2 == 0 ? 0 : row[row.length - 1]);
  }

  /// Row 9·c + t is plane c seen through tap t, 0 beyond its edges.
  private void shift(float[] sample) {
    for (int row = 0; row < shifted.length; row++) {
      int tap = row % TAPS;
      int by = by(tap);
      int from = Math.max(0, by);
      int to = Math.max(0, -by);
      int count = Math.max(0, plane - Math.abs(by));
      float[] out = shifted[row];
      Arrays.fill(out, 0, Math.min(to, plane), 0);
      if (count > 0) {
        System.arraycopy(sample, row / TAPS * plane + from, out, to, count);
        Arrays.fill(out, to + count, plane, 0);
      }
      clearWrapped(out, tap % 3 - 1);
    }
  }

  /// The gradient of the planes from that of the shifted ones.
  private void shiftBack(float[] sample) {
    for (int c = 0; c < in.channels(); c++) {
      Arrays.fill(sum, 0);
      for (int tap = 0; tap < TAPS; tap++) {
        float[] gradient = gradients[c * TAPS + tap];
        clearWrapped(gradient, tap % 3 - 1);
        int by = by(tap);
        int count = plane - Math.abs(by);
        if (count > 0) {
          Arrays.fill(back, 0);
          System.arraycopy(gradient, Math.max(0, -by), back, Math.max(0, by), count);
          Rows.add(sum, 1, back, plane);
        }
      }
      System.arraycopy(sum, 0, sample, c * plane, plane);
    }
  }

  /// How far a tap looks ahead in the order of memory.
  private int by(int tap) {
    return (tap / 3 - 1) * in.width() + tap % 3 - 1;
  }

  /// What a shift to the side took from the row above or below is beyond the edge.
  private void clearWrapped(float[] row, int dx) {
    if (dx != 0) {
      for (int at = dx < 0 ? 0 : in.width() - 1; at < plane; at += in.width()) {
        row[at] = 0;
      }
    }
  }
}

package org.mixoscope.lab;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Mean 0 and variance 1 for every channel, then a scale and a shift that are learned.
final class BatchNormStage implements Stage {
  /// Added to the variance.
  static final float EPSILON = 1e-5f;

  /// What is kept of the mean and variance seen so far at every step.
  private static final float MEMORY = 0.9f;

  private final int channels;
  private final int plane;
  final Weights scale;
  final Weights shift;
  final float[][] mean;
  final float[][] variance;
  private final float[] spread;
  private float[][] standard = {};
  private float[][] y = {};
  private float[][] dx = {};

  /// Whether the batch itself set centre and spread, so that every sample moves them.
  private boolean ofBatch;

  BatchNormStage(Shape shape) {
    channels = shape.channels();
    plane = shape.plane();
    scale = new Weights(1, channels, false);
    shift = new Weights(1, channels, false);
    mean = new float[1][channels];
    variance = new float[1][channels];
    spread = new float[channels];
    Arrays.fill(scale.value[0], 1);
    Arrays.fill(variance[0], 1);
  }

  @Override
  public List<Weights> weights() {
    return List.of(scale, shift);
  }

  @Override
  public List<float[][]> observed() {
    return List.of(mean, variance);
  }

  @Override
  public float[][] forward(float[][] x, int n, @Nullable RandomGenerator training) {
    y = Rows.atLeast(y, n, channels * plane);
    standard = Rows.atLeast(standard, n, channels * plane);
    ofBatch = training != null;
    for (int c = 0; c < channels; c++) {
      float centre = mean[0][c];
      float square = variance[0][c];
      if (training != null) {
        centre = (float) (sum(x, null, n, c) / (n * plane));
        square = (float) squares(x, centre, n, c) / (n * plane);
        mean[0][c] = MEMORY * mean[0][c] + (1 - MEMORY) * centre;
        variance[0][c] = MEMORY * variance[0][c] + (1 - MEMORY) * square;
      }
      spread[c] = (float) Math.sqrt(square + EPSILON);
      for (int i = 0; i < n; i++) {
        for (int j = c * plane; j < (c + 1) * plane; j++) {
          standard[i][j] = (x[i][j] - centre) / spread[c];
          y[i][j] = scale.value[0][c] * standard[i][j] + shift.value[0][c];
        }
      }
    }
    return y;
  }

  @Override
  public float[][] backward(float[][] dy, int n, boolean wanted) {
    dx = Rows.atLeast(dx, n, channels * plane);
    for (int c = 0; c < channels; c++) {
      double shifts = sum(dy, null, n, c);
      double scales = sum(dy, standard, n, c);
      shift.gradient[0][c] += (float) shifts;
      scale.gradient[0][c] += (float) scales;
      float centre = ofBatch ? (float) (shifts / (n * plane)) : 0;
      float slope = ofBatch ? (float) (scales / (n * plane)) : 0;
      float factor = scale.value[0][c] / spread[c];
      for (int i = 0; i < n; i++) {
        for (int j = c * plane; j < (c + 1) * plane; j++) {
          dx[i][j] = factor * (dy[i][j] - centre - standard[i][j] * slope);
        }
      }
    }
    return dx;
  }

  /// @param times null for 1
  private double sum(float[][] x, float @Nullable [][] times, int n, int c) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = c * plane; j < (c + 1) * plane; j++) {
        sum += times == null ? x[i][j] : x[i][j] * times[i][j];
      }
    }
    return sum;
  }

  private double squares(float[][] x, float centre, int n, int c) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = c * plane; j < (c + 1) * plane; j++) {
        double difference = x[i][j] - centre;
        sum += difference * difference;
      }
    }
    return sum;
  }
}

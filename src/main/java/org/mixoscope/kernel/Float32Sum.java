package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Sums of float32 in float32. Light goes through the curve in float64.
final class Float32Sum implements WeightedSum {
  private final boolean linear;
  private final float[] value;
  private final float[] sum;

  Float32Sum(boolean linear, int room, Workspace workspace) {
    this.linear = linear;
    value = workspace.floats("sum.value", room);
    sum = workspace.floats("sum.sum", room);
  }

  @Override
  public void clear() {
    Arrays.fill(sum, 0);
  }

  @Override
  public void add(MemorySegment from, long at, double weight, int n) {
    read(from, at, n);
    add(sum, value, (float) weight, n);
  }

  @Override
  public void add(MemorySegment from, long at, float[] weights, int n) {
    read(from, at, n);
    add(sum, value, weights, n);
  }

  @Override
  public void write(MemorySegment to, long at, int n) {
    if (linear) {
      encode(sum, n);
    }
    ElementLoops.copy(sum, to, at, n);
  }

  private void read(MemorySegment from, long at, int n) {
    ElementLoops.copy(from, at, value, n);
    if (linear) {
      decode(value, n);
    }
  }

  static void add(float[] sum, float[] value, float weight, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += value[i] * weight;
    }
  }

  static void add(float[] sum, float[] value, float[] weight, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += value[i] * weight[i];
    }
  }

  private static void decode(float[] values, int n) {
    for (int i = 0; i < n; i++) {
      values[i] = (float) SrgbCurve.toLinear(values[i]);
    }
  }

  private static void encode(float[] values, int n) {
    for (int i = 0; i < n; i++) {
      values[i] = (float) SrgbCurve.toEncoded(values[i]);
    }
  }
}

package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Sums of float64 in float64. Weights that a matte has are singles.
final class Float64Sum implements WeightedSum {
  private final boolean linear;
  private final double[] value;
  private final double[] sum;

  Float64Sum(boolean linear, int room, Workspace workspace) {
    this.linear = linear;
    value = workspace.doubles("sum.value", room);
    sum = workspace.doubles("sum.sum", room);
  }

  @Override
  public void clear() {
    Arrays.fill(sum, 0);
  }

  @Override
  public void add(MemorySegment from, long at, double weight, int n) {
    read(from, at, n);
    add(sum, value, weight, n);
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

  static void add(double[] sum, double[] value, double weight, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += value[i] * weight;
    }
  }

  static void add(double[] sum, double[] value, float[] weight, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += value[i] * weight[i];
    }
  }

  private static void decode(double[] values, int n) {
    for (int i = 0; i < n; i++) {
      values[i] = SrgbCurve.toLinear(values[i]);
    }
  }

  private static void encode(double[] values, int n) {
    for (int i = 0; i < n; i++) {
      values[i] = SrgbCurve.toEncoded(values[i]);
    }
  }
}

package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Sums of uint16 in float64: float32 has not enough bits to tell on which side of a half a sum of
/// theirs lies.
final class Uint16Sum implements WeightedSum {
  private static final double WHITE = 0xFFFF;

  /// Where the curve is straight, half of two neighbours goes up, on whichever side of it rounding
  /// leaves it, as it does for uint8.
  private static final double HALF_UP = 0x1p-24;

  private final boolean linear;
  private final short[] raw;
  private final double[] value;
  private final double[] sum;

  Uint16Sum(boolean linear, int room, Workspace workspace) {
    this.linear = linear;
    raw = workspace.shorts("sum.raw", room);
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
    Float64Sum.add(sum, value, weight, n);
  }

  @Override
  public void add(MemorySegment from, long at, float[] weights, int n) {
    read(from, at, n);
    Float64Sum.add(sum, value, weights, n);
  }

  @Override
  public void write(MemorySegment to, long at, int n) {
    if (linear) {
      encode(sum, n);
    }
    ElementLoops.narrow(sum, raw, n);
    ElementLoops.copy(raw, to, at, n);
  }

  private void read(MemorySegment from, long at, int n) {
    ElementLoops.copy(from, at, raw, n);
    ElementLoops.widen(raw, value, n);
    if (linear) {
      decode(value, n);
    }
  }

  private static void decode(double[] values, int n) {
    for (int i = 0; i < n; i++) {
      values[i] = SrgbCurve.toLinear(values[i] / WHITE);
    }
  }

  private static void encode(double[] values, int n) {
    for (int i = 0; i < n; i++) {
      values[i] = SrgbCurve.toEncoded(values[i]) * WHITE + HALF_UP;
    }
  }
}

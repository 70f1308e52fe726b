package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Sums of uint8 in float32, as trainers compute them. Light comes from a table, and goes by one.
final class Uint8Sum implements WeightedSum {
  private final boolean linear;
  private final byte[] raw;
  private final float[] value;
  private final float[] sum;

  Uint8Sum(boolean linear, int room, Workspace workspace) {
    this.linear = linear;
    raw = workspace.bytes("sum.raw", room);
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
    Float32Sum.add(sum, value, (float) weight, n);
  }

  @Override
  public void add(MemorySegment from, long at, float[] weights, int n) {
    read(from, at, n);
    Float32Sum.add(sum, value, weights, n);
  }

  @Override
  public void write(MemorySegment to, long at, int n) {
    if (linear) {
      encode(sum, raw, n);
    } else {
      ElementLoops.narrow(sum, raw, n);
    }
    ElementLoops.copy(raw, to, at, n);
  }

  private void read(MemorySegment from, long at, int n) {
    ElementLoops.copy(from, at, raw, n);
    if (linear) {
      decode(raw, value, n);
    } else {
      ElementLoops.widen(raw, value, n);
    }
  }

  private static void decode(byte[] raw, float[] into, int n) {
    for (int i = 0; i < n; i++) {
      into[i] = SrgbCurve.decode(raw[i] & 0xFF);
    }
  }

  private static void encode(float[] from, byte[] raw, int n) {
    for (int i = 0; i < n; i++) {
      raw[i] = SrgbCurve.encode(from[i]);
    }
  }
}

package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// How stored elements become the floats that are blended, and back, a chunk at a time.
final class Values {
  private final ElementType type;
  private final boolean linear;
  private final byte[] raw;

  Values(ElementType type, Blending blending, int chunk, Workspace workspace) {
    this.type = type;
    linear = blending == Blending.LINEAR_LIGHT;
    raw = workspace.bytes("values.raw", chunk);
  }

  /// Reads `n` elements from element `at` on.
  void read(MemorySegment from, long at, float[] into, int n) {
    switch (type) {
      case UINT8 -> {
        MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, raw, 0, n);
        if (linear) {
          decode(raw, into, n);
        } else {
          widen(raw, into, n);
        }
      }
      case FLOAT32 -> {
        MemorySegment.copy(from, ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES, into, 0, n);
        if (linear) {
          decode(into, n);
        }
      }
    }
  }

  /// Writes `n` elements from element `at` on. May use `from` as scratch.
  void write(float[] from, MemorySegment to, long at, int n) {
    switch (type) {
      case UINT8 -> {
        if (linear) {
          encode(from, raw, n);
        } else {
          narrow(from, raw, n);
        }
        MemorySegment.copy(raw, 0, to, ValueLayout.JAVA_BYTE, at, n);
      }
      case FLOAT32 -> {
        if (linear) {
          encode(from, n);
        }
        MemorySegment.copy(from, 0, to, ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES, n);
      }
    }
  }

  /// Unsigned bytes to floats. Only the conversion of signed bytes vectorises, so 128 is taken off
  /// and put on again.
  static void widen(byte[] raw, float[] into, int n) {
    for (int i = 0; i < n; i++) {
      raw[i] ^= Byte.MIN_VALUE;
    }
    for (int i = 0; i < n; i++) {
      into[i] = raw[i] + 128f;
    }
  }

  /// Floats within 0…255 to the nearest bytes, half to even.
  static void narrow(float[] from, byte[] raw, int n) {
    for (int i = 0; i < n; i++) {
      raw[i] = (byte) BlendLoops.round(from[i]);
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

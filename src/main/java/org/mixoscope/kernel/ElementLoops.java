package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.IntUnaryOperator;

/// The loops that bring elements from memory to numbers that are computed with, and back: plain
/// ones over arrays, which vectorise.
final class ElementLoops {
  /// Adding and subtracting 1.5·2²³ rounds a float of small magnitude half to even, as `rint` does,
  /// and unlike `rint` vectorises.
  private static final float ROUND = 0x1.8p23f;

  /// The same for a double.
  private static final double ROUND_DOUBLE = 0x1.8p52;

  private ElementLoops() {}

  static void copy(MemorySegment from, long at, byte[] into, int n) {
    MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, into, 0, n);
  }

  static void copy(byte[] from, MemorySegment to, long at, int n) {
    MemorySegment.copy(from, 0, to, ValueLayout.JAVA_BYTE, at, n);
  }

  static void copy(MemorySegment from, long at, short[] into, int n) {
    MemorySegment.copy(from, ValueLayout.JAVA_SHORT_UNALIGNED, at * Short.BYTES, into, 0, n);
  }

  static void copy(short[] from, MemorySegment to, long at, int n) {
    MemorySegment.copy(from, 0, to, ValueLayout.JAVA_SHORT_UNALIGNED, at * Short.BYTES, n);
  }

  static void copy(MemorySegment from, long at, float[] into, int n) {
    MemorySegment.copy(from, ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES, into, 0, n);
  }

  static void copy(float[] from, MemorySegment to, long at, int n) {
    MemorySegment.copy(from, 0, to, ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES, n);
  }

  static void copy(MemorySegment from, long at, double[] into, int n) {
    MemorySegment.copy(from, ValueLayout.JAVA_DOUBLE_UNALIGNED, at * Double.BYTES, into, 0, n);
  }

  static void copy(double[] from, MemorySegment to, long at, int n) {
    MemorySegment.copy(from, 0, to, ValueLayout.JAVA_DOUBLE_UNALIGNED, at * Double.BYTES, n);
  }

  /// Other values for unsigned bytes: of each that is there one is asked for, and looked up.
  static void map(byte[] bytes, IntUnaryOperator values) {
    boolean[] there = new boolean[1 << Byte.SIZE];
    for (byte one : bytes) {
      there[one & 0xFF] = true;
    }
    byte[] table = new byte[there.length];
    for (int value = 0; value < table.length; value++) {
      if (there[value]) {
        table[value] = (byte) values.applyAsInt(value);
      }
    }
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = table[bytes[i] & 0xFF];
    }
  }

  /// Unsigned bytes to floats. Only the conversion of signed numbers vectorises, so half of the
  /// range is taken off and put on again. Changes `raw`.
  static void widen(byte[] raw, float[] into, int n) {
    flip(raw, n);
    for (int i = 0; i < n; i++) {
      into[i] = raw[i] + 128f;
    }
  }

  static void widen(short[] raw, float[] into, int n) {
    flip(raw, n);
    for (int i = 0; i < n; i++) {
      into[i] = raw[i] + 32768f;
    }
  }

  static void widen(short[] raw, double[] into, int n) {
    flip(raw, n);
    for (int i = 0; i < n; i++) {
      into[i] = raw[i] + 32768.0;
    }
  }

  private static void flip(byte[] raw, int n) {
    for (int i = 0; i < n; i++) {
      raw[i] ^= Byte.MIN_VALUE;
    }
  }

  private static void flip(short[] raw, int n) {
    for (int i = 0; i < n; i++) {
      raw[i] ^= Short.MIN_VALUE;
    }
  }

  /// Floats within 0…255 to the nearest bytes, half to even.
  static void narrow(float[] from, byte[] raw, int n) {
    for (int i = 0; i < n; i++) {
      raw[i] = (byte) round(from[i]);
    }
  }

  /// Floats within 0…65535 to the nearest shorts without a sign, half to even.
  static void narrow(float[] from, short[] raw, int n) {
    for (int i = 0; i < n; i++) {
      raw[i] = (short) round(from[i]);
    }
  }

  /// Doubles within 0…65535 to the nearest shorts without a sign, half to even.
  static void narrow(double[] from, short[] raw, int n) {
    for (int i = 0; i < n; i++) {
      raw[i] = (short) rounded(from[i]);
    }
  }

  /// The nearest integer, half to even; of a magnitude below 2²².
  static int round(float value) {
    return (int) ((value + ROUND) - ROUND);
  }

  /// The nearest whole number, half to even; of a magnitude below 2⁵¹.
  static double rounded(double value) {
    return (value + ROUND_DOUBLE) - ROUND_DOUBLE;
  }

  /// Of unsigned bytes. Changes `raw`.
  static int sum(byte[] raw, int n) {
    flip(raw, n);
    int sum = -n * Byte.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      sum += raw[i];
    }
    return sum;
  }

  /// Of at most 2¹⁵ shorts without a sign. Changes `raw`.
  static int sum(short[] raw, int n) {
    flip(raw, n);
    int sum = -n * Short.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      sum += raw[i];
    }
    return sum;
  }
}

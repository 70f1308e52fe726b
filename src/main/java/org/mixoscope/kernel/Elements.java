package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// How elements are stored and which loops are made for them. No other class of the kernel asks for
/// their type, so that a new type that is forgotten here does not compile.
final class Elements {
  /// Adding and subtracting 1.5·2²³ rounds a float of small magnitude half to even, as `rint` does,
  /// and unlike `rint` vectorises.
  private static final float ROUND = 0x1.8p23f;

  /// The same for a double.
  private static final double ROUND_DOUBLE = 0x1.8p52;

  private final ElementType type;
  private final byte[] bytes;
  private final short[] shorts;

  /// @param name of the scratch in the workspace
  /// @param room the most elements that are read or written at a time
  Elements(ElementType type, String name, int room, Workspace workspace) {
    this.type = type;
    bytes = workspace.bytes(name, room);
    shorts = workspace.shorts(name, room);
  }

  /// New zeroed heap memory.
  static MemorySegment allocate(ElementType type, int elements) {
    return switch (type) {
      case UINT8 -> MemorySegment.ofArray(new byte[elements]);
      case UINT16 -> MemorySegment.ofArray(new short[elements]);
      case FLOAT32 -> MemorySegment.ofArray(new float[elements]);
    };
  }

  /// One element.
  static float get(ElementType type, MemorySegment memory, long at) {
    return switch (type) {
      case UINT8 -> memory.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
      case UINT16 -> memory.get(ValueLayout.JAVA_CHAR_UNALIGNED, at * Short.BYTES);
      case FLOAT32 -> memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES);
    };
  }

  /// Reads `n` elements from element `at` on.
  void read(MemorySegment from, long at, float[] into, int n) {
    switch (type) {
      case UINT8 -> {
        MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, bytes, 0, n);
        widen(bytes, into, n);
      }
      case UINT16 -> {
        copy(from, at, shorts, n);
        widen(shorts, into, n);
      }
      case FLOAT32 -> copy(from, at, into, n);
    }
  }

  /// Writes `n` elements from element `at` on: the nearest ones, half to even.
  ///
  /// @param from within the range of the type
  void write(float[] from, MemorySegment to, long at, int n) {
    switch (type) {
      case UINT8 -> {
        narrow(from, bytes, n);
        MemorySegment.copy(bytes, 0, to, ValueLayout.JAVA_BYTE, at, n);
      }
      case UINT16 -> {
        narrow(from, shorts, n);
        copy(shorts, to, at, n);
      }
      case FLOAT32 -> copy(from, to, at, n);
    }
  }

  /// The sum of `n` elements from element `at` on; of whole numbers exact.
  double sum(MemorySegment from, long at, int n) {
    return switch (type) {
      case UINT8 -> {
        MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, bytes, 0, n);
        yield sum(bytes, n);
      }
      case UINT16 -> {
        copy(from, at, shorts, n);
        yield sum(shorts, n);
      }
      case FLOAT32 -> {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += get(type, from, at + i);
        }
        yield sum;
      }
    };
  }

  /// Sums of weighted elements.
  ///
  /// @param room the most elements of a chunk
  static WeightedSum weightedSum(
      ElementType type, Blending blending, int room, Workspace workspace) {
    boolean linear = blending == Blending.LINEAR_LIGHT;
    return switch (type) {
      case UINT8 -> new Uint8Sum(linear, room, workspace);
      case UINT16 -> new Uint16Sum(linear, room, workspace);
      case FLOAT32 -> new Float32Sum(linear, room, workspace);
    };
  }

  /// Blends the stored values of two sources.
  ///
  /// @param out of the shape, type and layout of the sources. Modified
  static void blendPair(
      List<Double> weights, List<Pixels> sources, Pixels out, Workspace workspace) {
    double a = weights.getFirst();
    double b = weights.getLast();
    switch (out.type()) {
      case UINT8 -> PairLoops.blendBytes((float) a, (float) b, sources, out, workspace);
      case UINT16 -> PairLoops.blendShorts(a, b, sources, out, workspace);
      case FLOAT32 -> PairLoops.blendFloats((float) a, (float) b, sources, out, workspace);
    }
  }

  /// Whether elements are unsigned bytes, of which some loops take four at a time.
  static boolean areBytes(ElementType type) {
    return switch (type) {
      case UINT8 -> true;
      case UINT16, FLOAT32 -> false;
    };
  }

  /// Whether an element with weight 1 comes out of a sum as it was. Whole numbers do, from any
  /// light; floats would not, nor would −0, or a number beside a source that has none there.
  static boolean surviveSums(ElementType type) {
    return switch (type) {
      case UINT8, UINT16 -> true;
      case FLOAT32 -> false;
    };
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

  /// Unsigned bytes to floats. Only the conversion of signed numbers vectorises, so 128 is taken
  /// off and put on again.
  static void widen(byte[] raw, float[] into, int n) {
    flip(raw, n);
    for (int i = 0; i < n; i++) {
      into[i] = raw[i] + 128f;
    }
  }

  private static void widen(short[] raw, float[] into, int n) {
    flip(raw, n);
    for (int i = 0; i < n; i++) {
      into[i] = raw[i] + 32768f;
    }
  }

  /// Two bytes without a sign to doubles.
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

  private static void narrow(float[] from, short[] raw, int n) {
    for (int i = 0; i < n; i++) {
      raw[i] = (short) round(from[i]);
    }
  }

  /// Doubles within 0…65535 to the nearest whole numbers, half to even.
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

  private static int sum(byte[] raw, int n) {
    flip(raw, n);
    int sum = -n * Byte.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      sum += raw[i];
    }
    return sum;
  }

  private static int sum(short[] raw, int n) {
    flip(raw, n);
    int sum = -n * Short.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      sum += raw[i];
    }
    return sum;
  }
}

package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// How elements are stored, and which loops are made for them. No other class of the kernel asks
/// for their type, and every switch here names all types: one that is forgotten does not compile.
final class Elements {
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
      case FLOAT64 -> MemorySegment.ofArray(new double[elements]);
    };
  }

  /// One element.
  static double get(ElementType type, MemorySegment memory, long at) {
    return switch (type) {
      case UINT8 -> memory.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
      case UINT16 -> memory.get(ValueLayout.JAVA_CHAR_UNALIGNED, at * Short.BYTES);
      case FLOAT32 -> memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES);
      case FLOAT64 -> memory.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at * Double.BYTES);
    };
  }

  /// The first `n` elements.
  ///
  /// @throws IllegalArgumentException if they are no whole numbers
  static int[] whole(ElementType type, MemorySegment memory, int n) {
    int[] values = new int[n];
    switch (type) {
      case UINT8 -> {
        for (int i = 0; i < n; i++) {
          values[i] = memory.get(ValueLayout.JAVA_BYTE, i) & 0xFF;
        }
      }
      case UINT16 -> {
        for (int i = 0; i < n; i++) {
          values[i] = memory.get(ValueLayout.JAVA_CHAR_UNALIGNED, (long) i * Short.BYTES);
        }
      }
      case FLOAT32, FLOAT64 ->
          throw new IllegalArgumentException("type = " + type + ": no whole numbers");
    }
    return values;
  }

  /// How often each value is among the first `n` elements: 256 of a byte, 65536 of sixteen bits.
  ///
  /// @throws IllegalArgumentException if they are no whole numbers
  static int[] histogram(ElementType type, MemorySegment memory, int n) {
    int[] counts = new int[1 << (type.bytes() * Byte.SIZE)];
    switch (type) {
      case UINT8 -> {
        for (int i = 0; i < n; i++) {
          counts[memory.get(ValueLayout.JAVA_BYTE, i) & 0xFF]++;
        }
      }
      case UINT16 -> {
        for (int i = 0; i < n; i++) {
          counts[memory.get(ValueLayout.JAVA_CHAR_UNALIGNED, (long) i * Short.BYTES)]++;
        }
      }
      case FLOAT32, FLOAT64 ->
          throw new IllegalArgumentException("type = " + type + ": no whole numbers");
    }
    return counts;
  }

  /// Writes other values.
  ///
  /// @param from whole numbers
  /// @param values asked only for those that are there
  /// @param to whole numbers of the same shape. Modified
  /// @throws IllegalArgumentException if they are no whole numbers
  static void map(Pixels from, IntUnaryOperator values, Pixels to) {
    int n = Math.toIntExact(from.elements());
    if (areBytes(from.type()) && areBytes(to.type())) {
      byte[] bytes = new byte[n];
      ElementLoops.copy(from.memory(), 0, bytes, n);
      ElementLoops.map(bytes, values);
      ElementLoops.copy(bytes, to.memory(), 0, n);
      return;
    }
    int[] whole = whole(from.type(), from.memory(), n);
    for (int i = 0; i < n; i++) {
      set(to.type(), to.memory(), i, values.applyAsInt(whole[i]));
    }
  }

  /// Writes one element.
  ///
  /// @param value within the range of the type; a whole number unless it is of floats
  static void set(ElementType type, MemorySegment memory, long at, double value) {
    switch (type) {
      case UINT8 -> memory.set(ValueLayout.JAVA_BYTE, at, (byte) value);
      case UINT16 -> memory.set(ValueLayout.JAVA_CHAR_UNALIGNED, at * Short.BYTES, (char) value);
      case FLOAT32 -> memory.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES, (float) value);
      case FLOAT64 -> memory.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at * Double.BYTES, value);
    }
  }

  /// Reads `n` elements from element `at` on; of doubles the nearest singles.
  void read(MemorySegment from, long at, float[] into, int n) {
    switch (type) {
      case UINT8 -> {
        ElementLoops.copy(from, at, bytes, n);
        ElementLoops.widen(bytes, into, n);
      }
      case UINT16 -> {
        ElementLoops.copy(from, at, shorts, n);
        ElementLoops.widen(shorts, into, n);
      }
      case FLOAT32 -> ElementLoops.copy(from, at, into, n);
      case FLOAT64 -> {
        for (int i = 0; i < n; i++) {
          into[i] = (float) get(type, from, at + i);
        }
      }
    }
  }

  /// Writes `n` elements from element `at` on: the nearest ones, half to even.
  ///
  /// @param from within the range of the type
  void write(float[] from, MemorySegment to, long at, int n) {
    switch (type) {
      case UINT8 -> {
        ElementLoops.narrow(from, bytes, n);
        ElementLoops.copy(bytes, to, at, n);
      }
      case UINT16 -> {
        ElementLoops.narrow(from, shorts, n);
        ElementLoops.copy(shorts, to, at, n);
      }
      case FLOAT32 -> ElementLoops.copy(from, to, at, n);
      case FLOAT64 -> {
        for (int i = 0; i < n; i++) {
          set(type, to, at + i, from[i]);
        }
      }
    }
  }

  /// The sum of `n` elements from element `at` on; of whole numbers exact.
  double sum(MemorySegment from, long at, int n) {
    return switch (type) {
      case UINT8 -> {
        ElementLoops.copy(from, at, bytes, n);
        yield ElementLoops.sum(bytes, n);
      }
      case UINT16 -> {
        ElementLoops.copy(from, at, shorts, n);
        yield ElementLoops.sum(shorts, n);
      }
      case FLOAT32, FLOAT64 -> {
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
      case FLOAT64 -> new Float64Sum(linear, room, workspace);
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
      case FLOAT64 -> PairLoops.blendDoubles(a, b, sources, out, workspace);
    }
  }

  /// Whether elements are unsigned bytes, of which some loops take four at a time.
  static boolean areBytes(ElementType type) {
    return switch (type) {
      case UINT8 -> true;
      case UINT16, FLOAT32, FLOAT64 -> false;
    };
  }

  /// Whether an element with weight 1 comes out of a sum as it was. Whole numbers do, from any
  /// light; floats would not, nor would −0, or a number beside a source that has none there.
  static boolean surviveSums(ElementType type) {
    return switch (type) {
      case UINT8, UINT16 -> true;
      case FLOAT32, FLOAT64 -> false;
    };
  }
}

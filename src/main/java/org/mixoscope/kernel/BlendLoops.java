package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;

/// The loops that blend with one weight per source. They run over small chunks on the heap, whoever
/// owns the memory: there the compiler vectorises them, and values, sums and results stay in the
/// fastest cache.
final class BlendLoops {
  /// Elements, or ints of four bytes, per chunk. With 1024 a mix takes half as long again.
  static final int CHUNK = 256;

  /// Bytes from which on it is worth to see whether integers will do.
  private static final int WORTH_A_LOOK = 1 << 14;

  /// Adding and subtracting 1.5·2²³ rounds a float of small magnitude half to even, as `rint` does,
  /// and unlike `rint` vectorises.
  private static final float ROUND = 0x1.8p23f;

  private BlendLoops() {}

  static void blend(
      Blend blend, Blending blending, List<Pixels> sources, Pixels out, Workspace workspace) {
    float[] weights = workspace.floats("blend.weights", sources.size());
    int alone = -1;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = blend.weights().get(k).floatValue();
      alone = weights[k] == 1 ? k : alone;
    }
    boolean storedPair = weights.length == 2 && blending == Blending.SRGB;
    if (alone >= 0) {
      Bytes.copy(sources.get(alone).memory(), 0, out.memory(), 0, out.byteSize());
    } else if (!storedPair) {
      blendAny(
          weights, new Values(out.type(), blending, CHUNK, workspace), sources, out, workspace);
    } else {
      switch (out.type()) {
        case UINT8 -> blendBytes(weights, sources, out, workspace);
        case FLOAT32 -> blendFloats(weights, sources, out, workspace);
      }
    }
  }

  /// Any number of sources, any type and light: read as floats, weigh, add, write.
  private static void blendAny(
      float[] weights, Values values, List<Pixels> sources, Pixels out, Workspace workspace) {
    float[] sum = workspace.floats("blend.sum", CHUNK);
    float[] value = workspace.floats("blend.value", CHUNK);
    long elements = out.elements();
    for (long at = 0; at < elements; at += CHUNK) {
      int n = (int) Math.min(CHUNK, elements - at);
      Arrays.fill(sum, 0);
      for (int k = 0; k < weights.length; k++) {
        values.read(sources.get(k).memory(), at, value, n);
        add(sum, value, weights[k], n);
      }
      values.write(sum, out.memory(), at, n);
    }
  }

  private static void add(float[] sum, float[] value, float weight, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += value[i] * weight;
    }
  }

  private static void blendFloats(
      float[] weights, List<Pixels> sources, Pixels out, Workspace workspace) {
    float[] x = workspace.floats("blend.sum", CHUNK);
    float[] y = workspace.floats("blend.value", CHUNK);
    MemorySegment a = sources.getFirst().memory();
    MemorySegment b = sources.getLast().memory();
    long elements = out.elements();
    for (long at = 0; at < elements; at += CHUNK) {
      int n = (int) Math.min(CHUNK, elements - at);
      long offset = at * Float.BYTES;
      MemorySegment.copy(a, ValueLayout.JAVA_FLOAT_UNALIGNED, offset, x, 0, n);
      MemorySegment.copy(b, ValueLayout.JAVA_FLOAT_UNALIGNED, offset, y, 0, n);
      blendPair(x, weights[0], y, weights[1], n);
      MemorySegment.copy(x, 0, out.memory(), ValueLayout.JAVA_FLOAT_UNALIGNED, offset, n);
    }
  }

  private static void blendPair(float[] x, float wx, float[] y, float wy, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = x[i] * wx + y[i] * wy;
    }
  }

  /// A pair of uint8 sources, four values to an int.
  private static void blendBytes(
      float[] weights, List<Pixels> sources, Pixels out, Workspace workspace) {
    int[] x = workspace.ints("blend.x", CHUNK);
    int[] y = workspace.ints("blend.y", CHUNK);
    int[] mixed = workspace.ints("blend.mixed", CHUNK);
    MemorySegment xs = MemorySegment.ofArray(x);
    MemorySegment ys = MemorySegment.ofArray(y);
    MemorySegment mixedBytes = MemorySegment.ofArray(mixed);
    MemorySegment a = sources.getFirst().memory();
    MemorySegment b = sources.getLast().memory();
    long bytes = out.byteSize();
    boolean fixed = bytes >= WORTH_A_LOOK && FixedPoint.agrees(weights[0], weights[1]);
    int weight = FixedPoint.of(weights[0]);
    for (long at = 0; at < bytes; at += (long) CHUNK * Integer.BYTES) {
      long n = Math.min((long) CHUNK * Integer.BYTES, bytes - at);
      int ints = (int) ((n + Integer.BYTES - 1) / Integer.BYTES);
      Bytes.copy(a, at, xs, 0, n);
      Bytes.copy(b, at, ys, 0, n);
      if (fixed) {
        blendLowerHalves(x, weight, y, FixedPoint.rest(weight), mixed, ints);
        blendUpperHalves(x, weight, y, FixedPoint.rest(weight), mixed, ints);
      } else {
        Arrays.fill(mixed, 0);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
          blendLane(x, weights[0], y, weights[1], mixed, ints, shift);
        }
      }
      Bytes.copy(mixedBytes, 0, out.memory(), at, n);
    }
  }

  /// One byte of every int. A loop over all four at once is too much for the compiler to vectorise,
  /// and takes four times as long as four loops.
  private static void blendLane(
      int[] x, float wx, int[] y, float wy, int[] mixed, int n, int shift) {
    for (int i = 0; i < n; i++) {
      float sum = (x[i] >>> shift & 0xFF) * wx + (y[i] >>> shift & 0xFF) * wy;
      mixed[i] |= round(sum) << shift;
    }
  }

  /// Two bytes of every int by integers, which are faster: two to a loop the compiler can cope
  /// with.
  private static void blendLowerHalves(int[] x, int wx, int[] y, int wy, int[] mixed, int n) {
    for (int i = 0; i < n; i++) {
      mixed[i] =
          FixedPoint.mix(x[i] & 0xFF, wx, y[i] & 0xFF, wy)
              | FixedPoint.mix(x[i] >>> 8 & 0xFF, wx, y[i] >>> 8 & 0xFF, wy) << 8;
    }
  }

  private static void blendUpperHalves(int[] x, int wx, int[] y, int wy, int[] mixed, int n) {
    for (int i = 0; i < n; i++) {
      mixed[i] |=
          FixedPoint.mix(x[i] >>> 16 & 0xFF, wx, y[i] >>> 16 & 0xFF, wy) << 16
              | FixedPoint.mix(x[i] >>> 24, wx, y[i] >>> 24, wy) << 24;
    }
  }

  /// The nearest integer, half to even; of a magnitude below 2²².
  static int round(float value) {
    return (int) ((value + ROUND) - ROUND);
  }
}

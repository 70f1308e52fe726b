package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/// The loops that blend two sources, one made for each type of elements. They run over small chunks
/// on the heap, whoever owns the memory: there the compiler vectorises them, and values, sums and
/// results stay in the fastest cache.
final class PairLoops {
  /// Bytes from which on it is worth to see whether integers will do.
  private static final int WORTH_A_LOOK = 1 << 14;

  private PairLoops() {}

  /// Float32, in float32.
  static void blendFloats(
      float wx, float wy, List<Pixels> sources, Pixels out, Workspace workspace) {
    float[] x = workspace.floats("pair.floats.x", BlendLoops.CHUNK);
    float[] y = workspace.floats("pair.floats.y", BlendLoops.CHUNK);
    MemorySegment a = sources.getFirst().memory();
    MemorySegment b = sources.getLast().memory();
    long elements = out.elements();
    for (long at = 0; at < elements; at += BlendLoops.CHUNK) {
      int n = (int) Math.min(BlendLoops.CHUNK, elements - at);
      ElementLoops.copy(a, at, x, n);
      ElementLoops.copy(b, at, y, n);
      blend(x, wx, y, wy, n);
      ElementLoops.copy(x, out.memory(), at, n);
    }
  }

  private static void blend(float[] x, float wx, float[] y, float wy, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = x[i] * wx + y[i] * wy;
    }
  }

  /// Float64, in float64.
  static void blendDoubles(
      double wx, double wy, List<Pixels> sources, Pixels out, Workspace workspace) {
    double[] x = workspace.doubles("pair.doubles.x", BlendLoops.CHUNK);
    double[] y = workspace.doubles("pair.doubles.y", BlendLoops.CHUNK);
    MemorySegment a = sources.getFirst().memory();
    MemorySegment b = sources.getLast().memory();
    long elements = out.elements();
    for (long at = 0; at < elements; at += BlendLoops.CHUNK) {
      int n = (int) Math.min(BlendLoops.CHUNK, elements - at);
      ElementLoops.copy(a, at, x, n);
      ElementLoops.copy(b, at, y, n);
      blend(x, wx, y, wy, n);
      ElementLoops.copy(x, out.memory(), at, n);
    }
  }

  private static void blend(double[] x, double wx, double[] y, double wy, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = x[i] * wx + y[i] * wy;
    }
  }

  /// Uint8 in float32, or in integers where these give the same.
  static void blendBytes(
      float wx, float wy, List<Pixels> sources, Pixels out, Workspace workspace) {
    FixedPoint fixed = out.byteSize() < WORTH_A_LOOK ? null : FixedPoint.of(wx, wy);
    if (fixed == null) {
      blendSingles(wx, wy, sources, out, workspace);
    } else {
      blendFixed(fixed, sources, out, workspace);
    }
  }

  private static void blendFixed(
      FixedPoint weight, List<Pixels> sources, Pixels out, Workspace workspace) {
    IntChunk chunk = IntChunk.large(sources, out, workspace);
    long bytes = out.byteSize();
    for (long at = 0; at < bytes; at += chunk.bytes()) {
      int n = chunk.read(at, bytes);
      weight.blend(chunk.x(), chunk.y(), chunk.mixed(), n);
      chunk.write(at, bytes);
    }
  }

  private static void blendSingles(
      float wx, float wy, List<Pixels> sources, Pixels out, Workspace workspace) {
    IntChunk chunk = IntChunk.usual(sources, out, workspace);
    int[] mixed = chunk.mixed();
    long bytes = out.byteSize();
    for (long at = 0; at < bytes; at += chunk.bytes()) {
      int n = chunk.read(at, bytes);
      Arrays.fill(mixed, 0);
      for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
        blendLane(chunk.x(), wx, chunk.y(), wy, mixed, n, shift);
      }
      chunk.write(at, bytes);
    }
  }

  /// Uint16 in float64. Doubles become ints by way of floats, which takes two thirds of the time.
  static void blendShorts(
      double wx, double wy, List<Pixels> sources, Pixels out, Workspace workspace) {
    IntChunk chunk = IntChunk.usual(sources, out, workspace);
    int[] x = chunk.x();
    int[] y = chunk.y();
    int[] mixed = chunk.mixed();
    float[] lower = workspace.floats("pair.lower", BlendLoops.CHUNK);
    float[] upper = workspace.floats("pair.upper", BlendLoops.CHUNK);
    long bytes = out.byteSize();
    for (long at = 0; at < bytes; at += chunk.bytes()) {
      int n = chunk.read(at, bytes);
      blendLowerShorts(x, wx, y, wy, lower, n);
      blendUpperShorts(x, wx, y, wy, upper, n);
      join(lower, upper, mixed, n);
      chunk.write(at, bytes);
    }
  }

  /// One byte of every int. A loop over all four at once is too much for the compiler to vectorise,
  /// and takes four times as long as four loops.
  private static void blendLane(
      int[] x, float wx, int[] y, float wy, int[] mixed, int n, int shift) {
    for (int i = 0; i < n; i++) {
      float sum = (x[i] >>> shift & 0xFF) * wx + (y[i] >>> shift & 0xFF) * wy;
      mixed[i] |= ElementLoops.round(sum) << shift;
    }
  }

  private static void blendLowerShorts(
      int[] x, double wx, int[] y, double wy, float[] mixed, int n) {
    for (int i = 0; i < n; i++) {
      mixed[i] = (float) ElementLoops.rounded((x[i] & 0xFFFF) * wx + (y[i] & 0xFFFF) * wy);
    }
  }

  private static void blendUpperShorts(
      int[] x, double wx, int[] y, double wy, float[] mixed, int n) {
    for (int i = 0; i < n; i++) {
      mixed[i] = (float) ElementLoops.rounded((x[i] >>> 16) * wx + (y[i] >>> 16) * wy);
    }
  }

  private static void join(float[] lower, float[] upper, int[] mixed, int n) {
    for (int i = 0; i < n; i++) {
      mixed[i] = (int) lower[i] | (int) upper[i] << 16;
    }
  }
}

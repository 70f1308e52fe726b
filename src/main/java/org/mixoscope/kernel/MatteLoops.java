package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/// Blends with a weight per pixel, in chunks as [BlendLoops] does. Every loop goes over the same
/// index of all its arrays: with an offset in one of them the compiler does not vectorise it.
final class MatteLoops {
  /// Pixels that are worth a thread.
  private static final int WORTH_A_THREAD = 1 << 15;

  private static final float[] ZEROS = new float[BlendLoops.CHUNK];
  private static final float[] ONES = ones();

  private final Matte matte;
  private final List<Pixels> sources;
  private final Pixels out;
  private final int planes;
  private final int perPixel;
  private final int pixelsPerChunk;
  private final WeightedSum sum;
  private final float[] weight;
  private final float[] rest;

  private MatteLoops(
      Matte matte, Blending blending, List<Pixels> sources, Pixels out, Workspace workspace) {
    this.matte = matte;
    this.sources = sources;
    this.out = out;
    boolean planar = out.layout() == Layout.CHW;
    planes = planar ? out.channels() : 1;
    perPixel = planar ? 1 : out.channels();
    pixelsPerChunk = Math.max(1, BlendLoops.CHUNK / perPixel);
    int chunk = pixelsPerChunk * perPixel;
    int room = Math.max(BlendLoops.CHUNK, chunk);
    sum = Elements.weightedSum(out.type(), blending, room, workspace);
    weight = workspace.floats("matte.weight", chunk);
    rest = workspace.floats("matte.rest", chunk);
  }

  static void blend(
      Matte matte, Blending blending, List<Pixels> sources, Pixels out, Workspace workspace) {
    boolean onScreen = out.layout() == Layout.HWC && out.channels() == Integer.BYTES;
    boolean bytes = Elements.areBytes(out.type()) && blending == Blending.SRGB;
    if (onScreen && bytes && sources.size() == 2) {
      float[] plane = matte.planes().getFirst();
      workspace.split(
          plane.length,
          WORTH_A_THREAD,
          (from, to, own) -> blendInts(plane, from, to, sources, out, own));
    } else {
      new MatteLoops(matte, blending, sources, out, workspace).blend();
    }
  }

  /// A pair of pictures whose pixel is an int of four bytes, as on a screen. No weight has to be
  /// repeated for the channels, which takes most of the time otherwise.
  private static void blendInts(
      float[] plane, int from, int to, List<Pixels> sources, Pixels out, Workspace workspace) {
    IntChunk chunk = IntChunk.usual(sources, out, workspace);
    int[] x = chunk.x();
    int[] y = chunk.y();
    int[] mixed = chunk.mixed();
    float[] weights = workspace.floats("matte.pixel", BlendLoops.CHUNK);
    long end = (long) to * Integer.BYTES;
    for (int pixel = from; pixel < to; pixel += BlendLoops.CHUNK) {
      int n = Math.min(BlendLoops.CHUNK, to - pixel);
      long at = (long) pixel * Integer.BYTES;
      int alone = alone(plane, pixel, n);
      if (alone >= 0) {
        Bytes.copy(sources.get(alone).memory(), at, out.memory(), at, (long) n * Integer.BYTES);
        continue;
      }
      System.arraycopy(plane, pixel, weights, 0, n);
      chunk.read(at, end);
      Arrays.fill(mixed, 0);
      for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
        blendLane(x, y, weights, mixed, n, shift);
      }
      chunk.write(at, end);
    }
  }

  /// Which of two sources has all of `n` pixels, as in masks without grey most have; −1 for
  /// neither.
  private static int alone(float[] plane, int pixel, int n) {
    if (Arrays.mismatch(plane, pixel, pixel + n, ONES, 0, n) < 0) {
      return 0;
    }
    return Arrays.mismatch(plane, pixel, pixel + n, ZEROS, 0, n) < 0 ? 1 : -1;
  }

  /// One byte of every int, as in [BlendLoops].
  private static void blendLane(int[] x, int[] y, float[] weights, int[] mixed, int n, int shift) {
    for (int i = 0; i < n; i++) {
      float weight = weights[i];
      float sum = (x[i] >>> shift & 0xFF) * weight + (y[i] >>> shift & 0xFF) * (1 - weight);
      mixed[i] |= ElementLoops.round(sum) << shift;
    }
  }

  private static float[] ones() {
    float[] ones = new float[BlendLoops.CHUNK];
    Arrays.fill(ones, 1);
    return ones;
  }

  private void blend() {
    int pixels = (int) matte.frame().pixels();
    for (int plane = 0; plane < planes; plane++) {
      for (int pixel = 0; pixel < pixels; pixel += pixelsPerChunk) {
        int n = Math.min(pixelsPerChunk, pixels - pixel);
        long at = (long) plane * pixels + (long) pixel * perPixel;
        blend(pixel, n, at);
        if (!Elements.surviveSums(out.type())) {
          copyAlone(pixel, n, at);
        }
      }
    }
  }

  /// Blends the elements of `n` pixels, which lie from element `at` on.
  private void blend(int pixel, int n, long at) {
    int elements = n * perPixel;
    int last = sources.size() - 1;
    sum.clear();
    Arrays.fill(rest, 1);
    for (int k = 0; k < last; k++) {
      weigh(k, pixel, n);
      subtract(rest, weight, elements);
      sum.add(sources.get(k).memory(), at, weight, elements);
    }
    notBelowZero(rest, elements);
    sum.add(sources.get(last).memory(), at, rest, elements);
    sum.write(out.memory(), at, elements);
  }

  /// The weight of a source for every element of `n` pixels.
  private void weigh(int source, int pixel, int n) {
    System.arraycopy(matte.planes().get(source), pixel, weight, 0, n);
    if (perPixel > 1) {
      for (int i = n - 1; i >= 0; i--) {
        Arrays.fill(weight, i * perPixel, (i + 1) * perPixel, weight[i]);
      }
    }
  }

  private static void subtract(float[] from, float[] weight, int n) {
    for (int i = 0; i < n; i++) {
      from[i] -= weight[i];
    }
  }

  private static void notBelowZero(float[] weight, int n) {
    for (int i = 0; i < n; i++) {
      weight[i] = Math.max(0, weight[i]);
    }
  }

  /// Copies the elements that one source has alone.
  private void copyAlone(int pixel, int n, long at) {
    int last = sources.size() - 1;
    for (int k = 0; k < last; k++) {
      weigh(k, pixel, n);
      copyOnes(weight, n * perPixel, sources.get(k).memory(), at);
    }
    copyOnes(rest, n * perPixel, sources.get(last).memory(), at);
  }

  private void copyOnes(float[] weights, int n, MemorySegment from, long at) {
    int left = ones(weights, n);
    int i = 0;
    while (left > 0) {
      int first = i;
      while (i < n && weights[i] == 1) {
        i++;
      }
      if (i > first) {
        long bytes = out.type().bytes();
        long offset = (at + first) * bytes;
        Bytes.copy(from, offset, out.memory(), offset, (i - first) * bytes);
        left -= i - first;
      }
      i++;
    }
  }

  /// How many weights are 1. Vectorises, and spares most chunks the search.
  private static int ones(float[] weights, int n) {
    int ones = 0;
    for (int i = 0; i < n; i++) {
      ones += (int) weights[i];
    }
    return ones;
  }
}

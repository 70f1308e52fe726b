package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/// The loops that blend with a weight per pixel, in chunks as [BlendLoops] does.
final class MatteLoops {
  private MatteLoops() {}

  static void blend(
      Matte matte, Blending blending, List<Pixels> sources, Pixels out, Workspace workspace) {
    boolean planar = out.layout() == Layout.CHW;
    int planes = planar ? out.channels() : 1;
    int perPixel = planar ? 1 : out.channels();
    int chunkPixels = Math.max(1, BlendLoops.CHUNK / perPixel);
    int chunk = chunkPixels * perPixel;
    Values values = new Values(out.type(), blending, chunk, workspace);
    float[] sum = workspace.floats("matte.sum", chunk);
    float[] value = workspace.floats("matte.value", chunk);
    float[] weights = workspace.floats("matte.weights", chunk * sources.size());
    int pixels = (int) matte.frame().pixels();
    for (int plane = 0; plane < planes; plane++) {
      for (int pixel = 0; pixel < pixels; pixel += chunkPixels) {
        int pixelsHere = Math.min(chunkPixels, pixels - pixel);
        int n = pixelsHere * perPixel;
        long at = (long) plane * pixels + (long) pixel * perPixel;
        Arrays.fill(sum, 0);
        for (int k = 0; k < sources.size(); k++) {
          weigh(matte, k, pixel, pixelsHere, weights, k * chunk);
          spread(weights, k * chunk, pixelsHere, perPixel);
          values.read(sources.get(k).memory(), at, value, n);
          add(sum, value, weights, k * chunk, n);
        }
        values.write(sum, out.memory(), at, n);
        if (out.type() == ElementType.FLOAT32) {
          for (int k = 0; k < sources.size(); k++) {
            copyAlone(weights, k * chunk, n, sources.get(k).memory(), at, out.memory());
          }
        }
      }
    }
  }

  /// Weights of one source for `n` pixels from `pixel` on. The last source has what the others
  /// leave.
  private static void weigh(Matte matte, int source, int pixel, int n, float[] into, int start) {
    if (source < matte.planes().size()) {
      System.arraycopy(matte.planes().get(source), pixel, into, start, n);
      return;
    }
    Arrays.fill(into, start, start + n, 1);
    for (float[] plane : matte.planes()) {
      for (int i = 0; i < n; i++) {
        into[start + i] -= plane[pixel + i];
      }
    }
    for (int i = 0; i < n; i++) {
      into[start + i] = Math.max(0, into[start + i]);
    }
  }

  /// From a weight per pixel to one per element, in place and so from the end.
  private static void spread(float[] weights, int start, int pixels, int perPixel) {
    if (perPixel == 1) {
      return;
    }
    for (int pixel = pixels - 1; pixel >= 0; pixel--) {
      float weight = weights[start + pixel];
      int first = start + pixel * perPixel;
      for (int i = first; i < first + perPixel; i++) {
        weights[i] = weight;
      }
    }
  }

  private static void add(float[] sum, float[] value, float[] weights, int start, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += value[i] * weights[start + i];
    }
  }

  /// Copies the float32 elements that one source has alone. Bytes come back from any light as they
  /// were, but floats would not; nor would −0, or a number beside a source that has none there.
  private static void copyAlone(
      float[] weights, int start, int n, MemorySegment from, long at, MemorySegment to) {
    int i = 0;
    while (i < n) {
      int first = i;
      while (i < n && weights[start + i] == 1) {
        i++;
      }
      if (i > first) {
        long offset = (at + first) * Float.BYTES;
        MemorySegment.copy(from, offset, to, offset, (long) (i - first) * Float.BYTES);
      }
      i++;
    }
  }
}

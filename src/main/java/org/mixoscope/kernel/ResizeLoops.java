package org.mixoscope.kernel;

/// The loops that resize a patch, first down, then across: the first is a sum of whole rows, which
/// the compiler vectorises, and leaves fewer elements for the second, which it cannot. Every
/// element goes through the same operations in the same order in all layouts.
final class ResizeLoops {
  private static final int CHUNK = BlendLoops.CHUNK;

  private ResizeLoops() {}

  static void resize(Patch patch, Pixels source, Pixels out, Workspace workspace) {
    Box from = patch.from();
    Box to = patch.box();
    if (to.isEmpty()) {
      return;
    }
    boolean planar = out.layout() == Layout.CHW;
    int channels = planar ? 1 : out.channels();
    Taps down =
        new Taps(
            patch.resampling(),
            from.height(),
            to.height(),
            1,
            "resize.down",
            out.height(),
            workspace);
    Taps across =
        new Taps(
            patch.resampling(),
            from.width(),
            to.width(),
            channels,
            "resize.across",
            out.width(),
            workspace);
    Values values = new Values(out.type(), Blending.SRGB, CHUNK, workspace);
    float[] value = workspace.floats("blend.value", CHUNK);
    float[] row = workspace.floats("resize.row", out.width() * channels);
    for (int plane = 0; plane < (planar ? out.channels() : 1); plane++) {
      long top = (long) plane * out.height();
      for (int y = 0; y < to.height(); y++) {
        for (int tap = 0; tap < down.count(); tap++) {
          int at = tap * to.height() + y;
          long sourceRow = (top + from.y1() + down.indices()[at]) * out.width() + from.x1();
          float weight = down.weights()[at];
          for (int start = 0; start < from.width() * channels; start += CHUNK) {
            int n = Math.min(CHUNK, from.width() * channels - start);
            values.read(source.memory(), sourceRow * channels + start, value, n);
            if (tap == 0) {
              set(row, start, value, weight, n);
            } else {
              add(row, start, value, weight, n);
            }
          }
        }
        long outRow = ((top + to.y1() + y) * out.width() + to.x1()) * channels;
        for (int start = 0; start < across.elements(); start += CHUNK) {
          int n = Math.min(CHUNK, across.elements() - start);
          gather(row, across, start, value, n);
          values.write(value, out.memory(), outRow + start, n);
        }
      }
    }
  }

  private static void set(float[] row, int start, float[] value, float weight, int n) {
    for (int i = 0; i < n; i++) {
      row[start + i] = value[i] * weight;
    }
  }

  private static void add(float[] row, int start, float[] value, float weight, int n) {
    for (int i = 0; i < n; i++) {
      row[start + i] += value[i] * weight;
    }
  }

  /// Output elements from `start` on, out of a row of source elements. Few taps, as there mostly
  /// are, in one go: a sum that goes to memory and back for each takes twice as long.
  private static void gather(float[] row, Taps taps, int start, float[] sum, int n) {
    int[] indices = taps.indices();
    float[] weights = taps.weights();
    int elements = taps.elements();
    int tap = Math.min(taps.count(), 3);
    switch (tap) {
      case 1 -> gather1(row, indices, weights, start, sum, n);
      case 2 -> gather2(row, indices, weights, start, elements, sum, n);
      default -> gather3(row, indices, weights, start, elements, sum, n);
    }
    for (; tap < taps.count(); tap++) {
      gatherMore(row, indices, weights, tap * elements + start, sum, n);
    }
  }

  private static void gather1(
      float[] row, int[] indices, float[] weights, int a, float[] sum, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] = row[indices[a + i]] * weights[a + i];
    }
  }

  private static void gather2(
      float[] row, int[] indices, float[] weights, int a, int step, float[] sum, int n) {
    int b = a + step;
    for (int i = 0; i < n; i++) {
      sum[i] = row[indices[a + i]] * weights[a + i] + row[indices[b + i]] * weights[b + i];
    }
  }

  private static void gather3(
      float[] row, int[] indices, float[] weights, int a, int step, float[] sum, int n) {
    int b = a + step;
    int c = b + step;
    for (int i = 0; i < n; i++) {
      sum[i] =
          row[indices[a + i]] * weights[a + i]
              + row[indices[b + i]] * weights[b + i]
              + row[indices[c + i]] * weights[c + i];
    }
  }

  private static void gatherMore(
      float[] row, int[] indices, float[] weights, int a, float[] sum, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += row[indices[a + i]] * weights[a + i];
    }
  }
}

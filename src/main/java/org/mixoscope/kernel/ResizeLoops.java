package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// Resizes patches, row by row on the heap: first down, a sum of whole rows, which the compiler
/// vectorises and which leaves fewer elements for the second step, across, which it cannot. An
/// element goes through the same operations in the same order in all layouts.
final class ResizeLoops {
  private static final int RGB = 3;

  private final Patch patch;
  private final Pixels source;
  private final Pixels out;
  private final int channels;
  private final Taps down;
  private final Taps across;
  private final byte[] raw;

  /// The last source row of an even and the last of an odd number, and which those are.
  private final float[][] rows;

  private final int[] held = {-1, -1};

  private ResizeLoops(Patch patch, Pixels source, Pixels out, Workspace workspace) {
    this.patch = patch;
    this.source = source;
    this.out = out;
    channels = out.layout() == Layout.CHW ? 1 : out.channels();
    Box from = patch.from();
    Box to = patch.box();
    Resampling how = patch.resampling();
    int copies = channels == RGB ? 1 : channels;
    down = new Taps(how, from.height(), to.height(), 1, 1, "resize.y", out.height(), workspace);
    across =
        new Taps(
            how, from.width(), to.width(), channels, copies, "resize.x", out.width(), workspace);
    int room = out.width() * channels;
    raw = workspace.bytes("resize.raw", room);
    rows =
        new float[][] {workspace.floats("resize.even", room), workspace.floats("resize.odd", room)};
  }

  static void resize(Patch patch, Pixels source, Pixels out, Workspace workspace) {
    if (!patch.box().isEmpty()) {
      ResizeLoops loops = new ResizeLoops(patch, source, out, workspace);
      int room = out.width() * loops.channels;
      loops.run(workspace.floats("resize.sum", room), workspace.floats("resize.result", room));
    }
  }

  private void run(float[] sum, float[] result) {
    Box from = patch.from();
    Box to = patch.box();
    int n = to.width() * channels;
    int planes = out.channels() / channels;
    boolean nearest = patch.resampling() == Resampling.NEAREST;
    for (int plane = 0; plane < planes; plane++) {
      int read = plane * out.height() + from.y1();
      int write = plane * out.height() + to.y1();
      for (int y = 0; y < to.height(); y++) {
        if (nearest) {
          pick(row(read + down.indices()[y]), across, channels, result);
        } else {
          sumRows(read, y, sum);
          Arrays.fill(result, 0, n, 0);
          sumTaps(sum, across, channels, result);
        }
        write(result, write + y, n);
      }
    }
  }

  private void sumRows(int read, int y, float[] sum) {
    int size = down.elements();
    int n = patch.from().width() * channels;
    int[] indices = down.indices();
    float[] weights = down.weights();
    for (int at = y; at < down.count() * size; at += size) {
      float[] row = row(read + indices[at]);
      if (at == y) {
        scale(row, weights[at], sum, n);
      } else {
        add(row, weights[at], sum, n);
      }
    }
  }

  /// The part of a source row that is shown. The number of the row goes on over planes.
  private float[] row(int y) {
    float[] row = rows[y & 1];
    if (held[y & 1] != y) {
      held[y & 1] = y;
      int n = patch.from().width() * channels;
      long at = ((long) y * out.width() + patch.from().x1()) * channels;
      switch (out.type()) {
        case UINT8 -> {
          MemorySegment.copy(source.memory(), ValueLayout.JAVA_BYTE, at, raw, 0, n);
          Values.widen(raw, row, n);
        }
        case FLOAT32 ->
            MemorySegment.copy(
                source.memory(), ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES, row, 0, n);
      }
    }
    return row;
  }

  private void write(float[] result, int y, int n) {
    long at = ((long) y * out.width() + patch.box().x1()) * channels;
    switch (out.type()) {
      case UINT8 -> {
        Values.narrow(result, raw, n);
        MemorySegment.copy(raw, 0, out.memory(), ValueLayout.JAVA_BYTE, at, n);
      }
      case FLOAT32 ->
          MemorySegment.copy(
              result, 0, out.memory(), ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES, n);
    }
  }

  private static void scale(float[] row, float weight, float[] sum, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] = row[i] * weight;
    }
  }

  private static void add(float[] row, float weight, float[] sum, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += row[i] * weight;
    }
  }

  private static void pick(float[] row, Taps taps, int channels, float[] result) {
    int[] indices = taps.indices();
    int n = taps.elements();
    if (channels == RGB) {
      for (int i = 0; i < n; i++) {
        int at = indices[i];
        result[RGB * i] = row[at];
        result[RGB * i + 1] = row[at + 1];
        result[RGB * i + 2] = row[at + 2];
      }
    } else {
      for (int i = 0; i < n; i++) {
        result[i] = row[indices[i]];
      }
    }
  }

  /// Two taps at a time: results go to memory and back less often.
  private static void sumTaps(float[] row, Taps taps, int channels, float[] result) {
    int n = taps.elements();
    int count = taps.count();
    for (int tap = 0; tap + 1 < count; tap += 2) {
      if (channels == RGB) {
        addTwoRgb(row, taps.indices(), taps.weights(), tap * n, n, result);
      } else {
        addTwo(row, taps.indices(), taps.weights(), tap * n, n, result);
      }
    }
    if (count % 2 == 1) {
      if (channels == RGB) {
        addOneRgb(row, taps.indices(), taps.weights(), (count - 1) * n, n, result);
      } else {
        addOne(row, taps.indices(), taps.weights(), (count - 1) * n, n, result);
      }
    }
  }

  private static void addTwo(
      float[] row, int[] indices, float[] weights, int a, int n, float[] result) {
    int b = a + n;
    for (int i = 0; i < n; i++) {
      float first = row[indices[a + i]] * weights[a + i];
      result[i] += first + row[indices[b + i]] * weights[b + i];
    }
  }

  private static void addOne(
      float[] row, int[] indices, float[] weights, int a, int n, float[] result) {
    for (int i = 0; i < n; i++) {
      result[i] += row[indices[a + i]] * weights[a + i];
    }
  }

  private static void addTwoRgb(
      float[] row, int[] indices, float[] weights, int a, int n, float[] result) {
    int b = a + n;
    for (int i = 0; i < n; i++) {
      int p = indices[a + i];
      int q = indices[b + i];
      float wp = weights[a + i];
      float wq = weights[b + i];
      result[RGB * i] += row[p] * wp + row[q] * wq;
      result[RGB * i + 1] += row[p + 1] * wp + row[q + 1] * wq;
      result[RGB * i + 2] += row[p + 2] * wp + row[q + 2] * wq;
    }
  }

  private static void addOneRgb(
      float[] row, int[] indices, float[] weights, int a, int n, float[] result) {
    for (int i = 0; i < n; i++) {
      int p = indices[a + i];
      float weight = weights[a + i];
      result[RGB * i] += row[p] * weight;
      result[RGB * i + 1] += row[p + 1] * weight;
      result[RGB * i + 2] += row[p + 2] * weight;
    }
  }
}

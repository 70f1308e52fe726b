package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Resizes patches, row by row on the heap: first down, a sum of whole rows, which the compiler
/// vectorises and which leaves fewer elements for the second step, across, which it cannot. An
/// element goes through the same operations in the same order in all layouts.
final class ResizeLoops {
  /// Elements that are worth a thread.
  private static final int WORTH_A_THREAD = 1 << 16;

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
    int copies = TapLoops.shareTaps(channels) ? 1 : channels;
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
    Box to = patch.box();
    if (!to.isEmpty()) {
      int rows = WORTH_A_THREAD / (to.width() * out.channels());
      workspace.split(
          to.height(),
          rows,
          (first, end, own) -> new ResizeLoops(patch, source, out, own).run(first, end, own));
    }
  }

  /// One row of what [#resize] writes, alone.
  ///
  /// @param y from the top of the patch
  static Pixels row(Patch patch, Pixels source, int y) {
    Workspace workspace = new Workspace();
    ResizeLoops loops = new ResizeLoops(patch, source, source, workspace);
    int width = patch.box().width();
    int n = width * loops.channels;
    Pixels row =
        new Pixels(source.memory(), 1, width, source.channels(), source.type(), source.layout())
            .allocateLike();
    float[] sum = new float[source.width() * loops.channels];
    float[] result = new float[n];
    for (int plane = 0; plane < source.channels() / loops.channels; plane++) {
      loops.resize(plane * source.height() + patch.from().y1(), y, sum, result);
      loops.store(result, row.memory(), (long) plane * n, n);
    }
    return row;
  }

  private void run(int first, int end, Workspace workspace) {
    int room = out.width() * channels;
    float[] sum = workspace.floats("resize.sum", room);
    float[] result = workspace.floats("resize.result", room);
    Box from = patch.from();
    Box to = patch.box();
    int n = to.width() * channels;
    int planes = out.channels() / channels;
    for (int plane = 0; plane < planes; plane++) {
      int read = plane * out.height() + from.y1();
      int write = plane * out.height() + to.y1();
      for (int y = first; y < end; y++) {
        resize(read, y, sum, result);
        write(result, write + y, n);
      }
    }
  }

  /// One row.
  ///
  /// @param read the first row of the part that is shown
  private void resize(int read, int y, float[] sum, float[] result) {
    if (patch.resampling() == Resampling.NEAREST) {
      TapLoops.pick(row(read + down.indices()[y]), across, channels, result);
    } else {
      sumRows(read, y, sum);
      TapLoops.sum(sum, across, channels, result);
    }
  }

  private void sumRows(int read, int y, float[] sum) {
    int size = down.elements();
    int n = patch.from().width() * channels;
    int[] indices = down.indices();
    float[] weights = down.weights();
    int at = y;
    if (down.count() % 2 == 1) {
      setOne(row(read + indices[at]), weights[at], sum, n);
    } else {
      float[] first = row(read + indices[at]);
      int next = at + size;
      setTwo(first, weights[at], row(read + indices[next]), weights[next], sum, n);
      at = next;
    }
    for (at += size; at < down.count() * size; at += 2 * size) {
      float[] first = row(read + indices[at]);
      int next = at + size;
      addTwo(first, weights[at], row(read + indices[next]), weights[next], sum, n);
    }
  }

  /// The part of a source row that is shown. The number of the row goes on over planes. A row and
  /// the one after it are there at once.
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
    store(result, out.memory(), ((long) y * out.width() + patch.box().x1()) * channels, n);
  }

  private void store(float[] result, MemorySegment to, long at, int n) {
    switch (out.type()) {
      case UINT8 -> {
        Values.narrow(result, raw, n);
        MemorySegment.copy(raw, 0, to, ValueLayout.JAVA_BYTE, at, n);
      }
      case FLOAT32 ->
          MemorySegment.copy(result, 0, to, ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES, n);
    }
  }

  private static void setOne(float[] row, float weight, float[] sum, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] = row[i] * weight;
    }
  }

  private static void setTwo(float[] a, float wa, float[] b, float wb, float[] sum, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] = a[i] * wa + b[i] * wb;
    }
  }

  private static void addTwo(float[] a, float wa, float[] b, float wb, float[] sum, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += a[i] * wa + b[i] * wb;
    }
  }
}

package org.mixoscope.kernel;

/// Resizes parts of pictures, row by row on the heap: first down, a sum of whole rows, which the
/// compiler vectorises and which leaves fewer elements for the second step, across, which it
/// cannot. An element goes through the same operations in the same order in all layouts.
final class ResizeLoops {
  /// Elements that are worth a thread.
  private static final int WORTH_A_THREAD = 1 << 16;

  private final Resampling how;
  private final Pixels source;
  private final Box from;
  private final Pixels out;
  private final Box to;
  private final int channels;
  private final Taps down;
  private final Taps across;
  private final Elements elements;

  /// The last source row of an even and the last of an odd number, and which those are.
  private final float[][] rows;

  private final int[] held = {-1, -1};

  private ResizeLoops(
      Resampling how,
      Pixels source,
      Box from,
      Span rows,
      Span columns,
      Pixels out,
      Box to,
      Workspace workspace) {
    this.how = how;
    this.source = source;
    this.from = from;
    this.out = out;
    this.to = to;
    channels = source.layout() == Layout.CHW ? 1 : source.channels();
    int copies = TapLoops.shareTaps(channels) ? 1 : channels;
    int high = Math.max(source.height(), out.height());
    int wide = Math.max(source.width(), out.width());
    down = new Taps(how, rows, to.height(), 1, 1, "resize.y", high, workspace);
    across = new Taps(how, columns, to.width(), channels, copies, "resize.x", wide, workspace);
    int room = wide * channels;
    elements = new Elements(source.type(), "resize.raw", room, workspace);
    this.rows =
        new float[][] {workspace.floats("resize.even", room), workspace.floats("resize.odd", room)};
  }

  /// Fills a box with a part of a source.
  ///
  /// @param from neither empty nor larger than the source
  /// @param out of the channels, type and layout of the source. Modified
  /// @param to inside the frame of `out`
  static void resize(
      Resampling how, Pixels source, Box from, Pixels out, Box to, Workspace workspace) {
    Span rows = Span.of(from.height());
    Span columns = Span.of(from.width());
    resize(how, source, from, rows, columns, out, to, workspace);
  }

  /// Fills pixels with the means of a part of a source whose borders may lie inside its pixels.
  ///
  /// @param part in parts of a pixel, inside the source; at least as large as `out`
  /// @param parts how many a pixel has
  /// @param out of the channels, type and layout of the source. Modified
  static void shrink(Pixels source, Box part, int parts, Pixels out, Workspace workspace) {
    Box touched =
        new Box(
            part.x1() / parts,
            part.y1() / parts,
            Math.ceilDiv(part.x2(), parts),
            Math.ceilDiv(part.y2(), parts));
    Span rows = new Span(part.y1() % parts, part.height(), parts);
    Span columns = new Span(part.x1() % parts, part.width(), parts);
    Box all = Box.of(out.frame());
    resize(Resampling.AREA, source, touched, rows, columns, out, all, workspace);
  }

  private static void resize(
      Resampling how,
      Pixels source,
      Box from,
      Span rows,
      Span columns,
      Pixels out,
      Box to,
      Workspace workspace) {
    if (!to.isEmpty()) {
      int worth = WORTH_A_THREAD / (to.width() * out.channels());
      workspace.split(
          to.height(),
          worth,
          (first, end, own) ->
              new ResizeLoops(how, source, from, rows, columns, out, to, own).run(first, end, own));
    }
  }

  /// One row of what a patch shows, alone.
  ///
  /// @param y from the top of the patch
  static Pixels row(Patch patch, Pixels source, int y) {
    Box to = patch.box();
    Box from = patch.from();
    Span rows = Span.of(from.height());
    Span columns = Span.of(from.width());
    ResizeLoops loops =
        new ResizeLoops(
            patch.resampling(), source, from, rows, columns, source, to, new Workspace());
    int n = to.width() * loops.channels;
    Pixels row = source.allocate(new Frame(1, to.width()));
    float[] sum = new float[source.width() * loops.channels];
    float[] result = new float[n];
    for (int plane = 0; plane < source.channels() / loops.channels; plane++) {
      loops.resize(plane * source.height() + patch.from().y1(), y, sum, result);
      loops.elements.write(result, row.memory(), (long) plane * n, n);
    }
    return row;
  }

  private void run(int first, int end, Workspace workspace) {
    int room = Math.max(source.width(), out.width()) * channels;
    float[] sum = workspace.floats("resize.sum", room);
    float[] result = workspace.floats("resize.result", room);
    int n = to.width() * channels;
    int planes = out.channels() / channels;
    for (int plane = 0; plane < planes; plane++) {
      int read = plane * source.height() + from.y1();
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
    if (how == Resampling.NEAREST) {
      TapLoops.pick(row(read + down.indices()[y]), across, channels, result);
    } else {
      sumRows(read, y, sum);
      TapLoops.sum(sum, across, channels, result);
    }
  }

  private void sumRows(int read, int y, float[] sum) {
    int size = down.elements();
    int n = from.width() * channels;
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
      int n = from.width() * channels;
      long at = ((long) y * source.width() + from.x1()) * channels;
      elements.read(source.memory(), at, row, n);
    }
    return row;
  }

  private void write(float[] result, int y, int n) {
    elements.write(result, out.memory(), ((long) y * out.width() + to.x1()) * channels, n);
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

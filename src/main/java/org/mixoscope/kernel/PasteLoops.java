package org.mixoscope.kernel;

import java.util.List;

/// The loops that copy patches. They paint a small picture at a time, or a few rows of a large one,
/// every patch of these before the next: what a later patch covers is still in the cache then, and
/// goes to memory once.
final class PasteLoops {
  /// Bytes of rows painted at a time. Measured: with fewer, calls cost more; with more, memory
  /// does.
  private static final long CACHED = 1 << 12;

  /// Bytes of a small picture: half of the first cache, so that a source fits beside it.
  private static final long SMALL = 1 << 14;

  private PasteLoops() {}

  /// Paints patches one after the other, resizing those that are no copies.
  static void paint(Patchwork patchwork, List<Pixels> sources, Pixels out, Workspace workspace) {
    if (out.byteSize() > SMALL && patchwork.isAllCopies()) {
      copy(patchwork.patches(), sources, out);
      return;
    }
    for (Patch patch : patchwork.patches()) {
      paint(patch, sources.get(patch.source()), out, workspace);
    }
  }

  /// Paints one patch.
  static void paint(Patch patch, Pixels source, Pixels out, Workspace workspace) {
    if (patch.isCopy()) {
      copy(patch, source, out);
    } else {
      ResizeLoops.resize(patch.resampling(), source, patch.from(), out, patch.box(), workspace);
    }
  }

  /// One pixel of what [#paint] paints.
  static Pixels pixelAt(List<Patch> patches, List<Pixels> sources, int y, int x) {
    Patch top = patches.getFirst();
    for (Patch patch : patches) {
      top = patch.box().contains(x, y) ? patch : top;
    }
    Pixels source = sources.get(top.source());
    int down = y - top.box().y1();
    int across = x - top.box().x1();
    return top.isCopy()
        ? source.pixelAt(top.from().y1() + down, top.from().x1() + across)
        : ResizeLoops.row(top, source, down).pixelAt(0, across);
  }

  /// Copies what a patch shows.
  static void copy(Patch patch, Pixels source, Pixels out) {
    for (int plane = 0; plane < planes(out); plane++) {
      copy(patch, source, out, plane, patch.box().y1(), patch.box().height());
    }
  }

  /// Paints patches that are all copies, by rows.
  private static void copy(List<Patch> patches, List<Pixels> sources, Pixels out) {
    int planes = planes(out);
    for (int plane = 0; plane < planes; plane++) {
      int y = 0;
      while (y < out.height()) {
        int end = nextEdge(patches, y, out.height());
        Patch top = topAt(patches, y);
        if (top.box().width() == out.width()) {
          copy(top, sources.get(top.source()), out, plane, y, end - y);
        } else {
          copyRows(patches, sources, out, plane, y, end);
        }
        y = end;
      }
    }
  }

  private static void copyRows(
      List<Patch> patches, List<Pixels> sources, Pixels out, int plane, int start, int end) {
    int group = (int) Math.max(1, CACHED / (out.width() * pixelBytes(out)));
    for (int y = start; y < end; y += group) {
      int rows = Math.min(group, end - y);
      for (int i = 0; i < patches.size(); i++) {
        Patch patch = patches.get(i);
        if (covers(patch, y)) {
          copy(patch, sources.get(patch.source()), out, plane, y, rows);
        }
      }
    }
  }

  /// Copies rows of a patch, in one piece if they span the frame.
  private static void copy(Patch patch, Pixels source, Pixels out, int plane, int y, int rows) {
    Box from = patch.from();
    Box to = patch.box();
    long rowBytes = out.width() * pixelBytes(out);
    long first = (long) plane * out.height();
    long read = (first + from.y1() + y - to.y1()) * rowBytes + from.x1() * pixelBytes(out);
    long write = (first + y) * rowBytes + to.x1() * pixelBytes(out);
    if (to.width() == out.width()) {
      Bytes.copy(source.memory(), read, out.memory(), write, rows * rowBytes);
    } else {
      long bytes = to.width() * pixelBytes(out);
      Bytes.copyRows(source.memory(), read, out.memory(), write, bytes, rows, rowBytes);
    }
  }

  /// Bytes from one pixel of a row to the next.
  private static long pixelBytes(Pixels out) {
    return (long) out.type().bytes() * (out.layout() == Layout.CHW ? 1 : out.channels());
  }

  /// The next row below `y` where a patch begins or ends.
  private static int nextEdge(List<Patch> patches, int y, int height) {
    int edge = height;
    for (Patch patch : patches) {
      edge = patch.box().y1() > y ? Math.min(edge, patch.box().y1()) : edge;
      edge = patch.box().y2() > y ? Math.min(edge, patch.box().y2()) : edge;
    }
    return edge;
  }

  /// The patch that is painted last in a row. There is one: patches cover the frame.
  private static Patch topAt(List<Patch> patches, int y) {
    Patch top = patches.getFirst();
    for (Patch patch : patches) {
      top = covers(patch, y) ? patch : top;
    }
    return top;
  }

  private static int planes(Pixels out) {
    return out.layout() == Layout.CHW ? out.channels() : 1;
  }

  private static boolean covers(Patch patch, int y) {
    return patch.box().y1() <= y && y < patch.box().y2();
  }
}

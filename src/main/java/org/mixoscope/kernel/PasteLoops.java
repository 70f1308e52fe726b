package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// The loops that copy patches.
final class PasteLoops {
  private PasteLoops() {}

  /// Paints patches one after the other, resizing those that are no copies.
  static void paint(List<Patch> patches, List<Pixels> sources, Pixels out, Workspace workspace) {
    if (areCopies(patches)) {
      copy(patches, sources, out);
      return;
    }
    for (Patch patch : patches) {
      if (patch.isCopy()) {
        copy(patch, sources.get(patch.source()), out);
      } else {
        Pixels source = sources.get(patch.source());
        ResizeLoops.resize(patch.resampling(), source, patch.from(), out, patch.box(), workspace);
      }
    }
  }

  /// One pixel of what [#paint] paints.
  static Pixels pixelAt(List<Patch> patches, List<Pixels> sources, int y, int x) {
    Patch top = topAt(patches, y, x);
    Pixels source = sources.get(top.source());
    int down = y - top.box().y1();
    int across = x - top.box().x1();
    return top.isCopy()
        ? source.pixelAt(top.from().y1() + down, top.from().x1() + across)
        : ResizeLoops.row(top, source, down).pixelAt(0, across);
  }

  private static boolean areCopies(List<Patch> patches) {
    for (Patch patch : patches) {
      if (!patch.isCopy()) {
        return false;
      }
    }
    return true;
  }

  private static void copy(Patch patch, Pixels source, Pixels out) {
    copy(List.of(Run.of(patch, source)), out, patch.box().y1(), patch.box().y2());
  }

  /// Paints patches that are all copies, from one row where one begins or ends to the next.
  private static void copy(List<Patch> patches, List<Pixels> sources, Pixels out) {
    int end;
    for (int y = 0; y < out.height(); y = end) {
      end = nextEdge(patches, y, out.height());
      copy(runs(patches, sources, y), out, y, end);
    }
  }

  /// The patches of a row in paint order, without those under one that spans it.
  private static List<Run> runs(List<Patch> patches, List<Pixels> sources, int y) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < patches.size(); i++) {
      Patch patch = patches.get(i);
      if (patch.box().y1() <= y && y < patch.box().y2()) {
        Pixels source = sources.get(patch.source());
        if (patch.box().width() == source.width()) {
          runs.clear();
        }
        runs.add(Run.of(patch, source));
      }
    }
    return runs;
  }

  /// Copies runs to rows. Row by row: what a later run covers is still in the cache then, and goes
  /// to memory once; and reading the whole of a row below it costs less than reading round it.
  private static void copy(List<Run> runs, Pixels out, int y1, int y2) {
    long row = out.width() * out.pixelBytes();
    boolean whole = runs.size() == 1 && runs.getFirst().bytes() == row;
    for (int plane = 0; plane < out.planes(); plane++) {
      long start = ((long) plane * out.height() + y1) * row;
      long end = start + (y2 - y1) * row;
      if (whole) {
        runs.getFirst().copy(out.memory(), start, end - start);
      } else {
        copy(runs, out.memory(), row, start, end);
      }
    }
  }

  private static void copy(List<Run> runs, MemorySegment out, long row, long start, long end) {
    for (long at = start; at < end; at += row) {
      for (int i = 0; i < runs.size(); i++) {
        Run run = runs.get(i);
        run.copy(out, at, run.bytes());
      }
    }
  }

  /// The patch that is painted last at a pixel. There is one: patches cover the frame.
  private static Patch topAt(List<Patch> patches, int y, int x) {
    int i = patches.size() - 1;
    while (!patches.get(i).box().contains(x, y)) {
      i--;
    }
    return patches.get(i);
  }

  private static int nextEdge(List<Patch> patches, int y, int height) {
    int edge = height;
    for (Patch patch : patches) {
      edge = next(patch.box().y1(), y, next(patch.box().y2(), y, edge));
    }
    return edge;
  }

  private static int next(int edge, int after, int nearest) {
    return edge > after ? Math.min(edge, nearest) : nearest;
  }
}

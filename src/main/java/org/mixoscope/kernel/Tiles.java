package org.mixoscope.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The rectangles between the edges of all patches. Each has one owner: the patch painted last.
final class Tiles {
  private static final int NOBODY = -1;

  private final Frame frame;
  private final List<Patch> patches;
  private final int[] xs;
  private final int[] ys;

  /// Indices of patches. Row-major; one less than there are edges to a row and a column.
  private final int[] owners;

  private Tiles(Frame frame, List<Patch> patches, int[] xs, int[] ys) {
    this.frame = frame;
    this.patches = patches;
    this.xs = xs;
    this.ys = ys;
    owners = new int[(xs.length - 1) * (ys.length - 1)];
    Arrays.fill(owners, NOBODY);
  }

  /// @param patches inside the frame, in paint order
  static Tiles of(Frame frame, List<Patch> patches) {
    int[] xs = new int[2 * patches.size() + 2];
    int[] ys = new int[xs.length];
    xs[1] = frame.width();
    ys[1] = frame.height();
    for (int i = 0; i < patches.size(); i++) {
      Box box = patches.get(i).box();
      xs[2 * i + 2] = box.x1();
      xs[2 * i + 3] = box.x2();
      ys[2 * i + 2] = box.y1();
      ys[2 * i + 3] = box.y2();
    }
    Tiles tiles = new Tiles(frame, patches, distinct(xs), distinct(ys));
    for (int i = 0; i < patches.size(); i++) {
      tiles.paint(i, patches.get(i).box());
    }
    return tiles;
  }

  /// Sorts its argument.
  private static int[] distinct(int[] edges) {
    Arrays.sort(edges);
    int count = 0;
    for (int edge : edges) {
      if (count == 0 || edge != edges[count - 1]) {
        edges[count++] = edge;
      }
    }
    return Arrays.copyOf(edges, count);
  }

  private void paint(int patch, Box box) {
    int first = Arrays.binarySearch(xs, box.x1());
    int last = Arrays.binarySearch(xs, box.x2());
    int end = Arrays.binarySearch(ys, box.y2());
    for (int j = Arrays.binarySearch(ys, box.y1()); j < end; j++) {
      int row = j * (xs.length - 1);
      Arrays.fill(owners, row + first, row + last, patch);
    }
  }

  /// @throws IllegalArgumentException if nobody painted a pixel
  void requireCovered() {
    for (int tile = 0; tile < owners.length; tile++) {
      if (owners[tile] == NOBODY) {
        throw new IllegalArgumentException(
            "patches: must cover all of %s, none covers x = %d, y = %d"
                .formatted(frame, xs[tile % (xs.length - 1)], ys[tile / (xs.length - 1)]));
      }
    }
  }

  /// The pixels that each source owns, divided by all.
  List<Double> shares(int sources) {
    long[] owned = new long[sources];
    for (int j = 0; j + 1 < ys.length; j++) {
      for (int i = 0; i + 1 < xs.length; i++) {
        int source = patches.get(owners[j * (xs.length - 1) + i]).source();
        owned[source] += (long) (xs[i + 1] - xs[i]) * (ys[j + 1] - ys[j]);
      }
    }
    double all = frame.pixels();
    return IntStream.range(0, sources).mapToObj(k -> owned[k] / all).toList();
  }

  /// The parts of every patch that it owns: disjoint boxes, in the order of the patches. Tiles side
  /// by side are one box.
  List<List<Box>> parts() {
    List<List<Box>> parts = patches.stream().<List<Box>>map(_ -> new ArrayList<>()).toList();
    for (int j = 0; j + 1 < ys.length; j++) {
      int row = j * (xs.length - 1);
      int start = 0;
      for (int i = 1; i < xs.length; i++) {
        if (i == xs.length - 1 || owners[row + i] != owners[row + start]) {
          parts.get(owners[row + start]).add(new Box(xs[start], ys[j], xs[i], ys[j + 1]));
          start = i;
        }
      }
    }
    return parts;
  }
}

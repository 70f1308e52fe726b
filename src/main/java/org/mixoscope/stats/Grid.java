package org.mixoscope.stats;

import java.util.stream.IntStream;
import org.mixoscope.kernel.Frame;

/// A frame cut into cells of whole pixels, as even as can be: at most 32 to a side, one per pixel
/// where the frame is small.
///
/// @param frame what is cut
record Grid(Frame frame) {
  private static final int MOST = 32;

  int rows() {
    return Math.min(MOST, frame.height());
  }

  int columns() {
    return Math.min(MOST, frame.width());
  }

  int cells() {
    return rows() * columns();
  }

  /// Where rows begin and end, rows() + 1 pixel borders.
  int[] ys() {
    return borders(frame.height(), rows());
  }

  /// Where columns begin and end, columns() + 1 pixel borders.
  int[] xs() {
    return borders(frame.width(), columns());
  }

  /// Which part of every cell lies within [from, to), pixels along one side of the frame.
  ///
  /// @param borders of the cells along that side
  static double[] overlaps(int[] borders, int from, int to) {
    double[] overlaps = new double[borders.length - 1];
    for (int i = 0; i < overlaps.length; i++) {
      int inside = Math.min(to, borders[i + 1]) - Math.max(from, borders[i]);
      overlaps[i] = Math.max(0, inside) / (double) (borders[i + 1] - borders[i]);
    }
    return overlaps;
  }

  private static int[] borders(int pixels, int cells) {
    return IntStream.rangeClosed(0, cells).map(i -> (int) ((long) pixels * i / cells)).toArray();
  }
}

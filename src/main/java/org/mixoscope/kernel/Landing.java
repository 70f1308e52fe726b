package org.mixoscope.kernel;

/// A part of a picture and where it lands: cut out, scaled to the size of its place, put there.
/// Whatever belongs to the picture, boxes and maps, goes the same way.
///
/// @param from in pixels of the picture, not empty
/// @param to in pixels of where it goes
public record Landing(Box from, Box to) {
  /// @throws IllegalArgumentException if there is nothing to fill the place from
  public Landing {
    if (from.isEmpty() && !to.isEmpty()) {
      throw new IllegalArgumentException("from = %s: is empty, %s is not".formatted(from, to));
    }
  }

  /// Whether pixels stay as large as they are.
  public boolean keepsSize() {
    return to.width() == from.width() && to.height() == from.height();
  }

  /// Where a horizontal position goes; edges of pixels are whole numbers.
  public double x(double x) {
    return to.x1() + (x - from.x1()) * to.width() / from.width();
  }

  /// The column that a column of the place is taken from where it is not interpolated: the one that
  /// its middle falls into.
  public int nearestX(int x) {
    return nearest(x - to.x1(), from.x1(), from.width(), to.width());
  }

  /// The row that a row of the place is taken from, likewise.
  public int nearestY(int y) {
    return nearest(y - to.y1(), from.y1(), from.height(), to.height());
  }

  private static int nearest(int number, int start, int from, int to) {
    return start + (int) ((2L * number + 1) * from / (2L * to));
  }

  /// Where a vertical position goes.
  public double y(double y) {
    return to.y1() + (y - from.y1()) * to.height() / from.height();
  }
}

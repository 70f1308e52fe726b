package org.mixoscope.app.compare;

import java.util.Comparator;
import java.util.stream.IntStream;

/// How the cells of a sheet lie in the room there is. All have the same size; with nothing to line
/// up they lie so that they are as large as can be.
///
/// @param columns how many lie side by side
/// @param rows how many lie one below the other
/// @param width of a cell's picture, in the units of the layout
/// @param height of a cell's picture
record Tiling(int columns, int rows, double width, double height) {
  /// Between cells, and around them.
  static final double GAP = 10;

  /// What a cell has below its picture: the label's bar and the caption.
  static final double FOOT = 32;

  /// Smaller than this they are no pictures any more; then the sheet scrolls.
  static final double SMALLEST = 72;

  /// How many rows are seen at once where not all can be.
  private static final int SEEN_ROWS = 3;

  /// Cells in reading order, in as many columns as make them largest.
  ///
  /// @param ratio width over height of the pictures
  static Tiling wrapped(int cells, double ratio, double roomWidth, double roomHeight) {
    return IntStream.rangeClosed(1, cells)
        .mapToObj(
            columns -> fixed(columns, Math.ceilDiv(cells, columns), ratio, roomWidth, roomHeight))
        .filter(tiling -> tiling.fits(roomWidth, roomHeight))
        .max(Comparator.comparingDouble(tiling -> tiling.width * tiling.height))
        .orElseGet(() -> scrolling(cells, ratio, roomWidth));
  }

  /// Cells in given columns and rows, as large as fits.
  ///
  /// @param ratio width over height of the pictures
  static Tiling fixed(int columns, int rows, double ratio, double roomWidth, double roomHeight) {
    double width = (roomWidth - GAP * (columns - 1)) / columns;
    Tiling whole = sized(columns, rows, Math.min(width, ratio * height(rows, roomHeight)), ratio);
    boolean isTooHigh = rows > SEEN_ROWS && whole.wholeHeight() > roomHeight + 1;
    return isTooHigh
        ? sized(columns, rows, Math.min(width, ratio * height(SEEN_ROWS, roomHeight)), ratio)
        : whole;
  }

  /// How high pictures are whose rows fill a height.
  private static double height(int rows, double roomHeight) {
    return (roomHeight - GAP * (rows - 1)) / rows - FOOT;
  }

  /// As many columns of the smallest cells as the room is wide.
  private static Tiling scrolling(int cells, double ratio, double roomWidth) {
    Tiling smallest = sized(1, 1, 0, ratio);
    int columns = Math.clamp((long) ((roomWidth + GAP) / (smallest.width + GAP)), 1, cells);
    double width = (roomWidth - GAP * (columns - 1)) / columns;
    return sized(columns, Math.ceilDiv(cells, columns), width, ratio);
  }

  private static Tiling sized(int columns, int rows, double width, double ratio) {
    double least = ratio >= 1 ? SMALLEST * ratio : SMALLEST;
    double taken = Math.floor(Math.max(width, least));
    return new Tiling(columns, rows, taken, Math.max(1, Math.floor(taken / ratio)));
  }

  private boolean fits(double roomWidth, double roomHeight) {
    return wholeWidth() <= roomWidth + 1 && wholeHeight() <= roomHeight + 1;
  }

  /// The width of all cells.
  double wholeWidth() {
    return columns * (width + GAP) - GAP;
  }

  /// The height of all cells.
  double wholeHeight() {
    return rows * (height + FOOT + GAP) - GAP;
  }

  /// Where a cell in this column begins.
  double x(int column) {
    return column * (width + GAP);
  }

  /// Where a cell in this row begins.
  double y(int row) {
    return row * (height + FOOT + GAP);
  }
}

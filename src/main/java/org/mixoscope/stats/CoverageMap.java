package org.mixoscope.stats;

import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Frame;

/// Where the others get to: how much of them there is on average in every part of the frame. For
/// CutMix it is the probability that a pixel is inside the box.
///
/// @param frame the frame
/// @param rows rows of cells from top to bottom, as many per row; a cell is the mean over its
///   pixels of 1 − the weight of A, within [0, 1]. Up to 32 cells to a side, one per pixel if the
///   frame has no more
public record CoverageMap(Frame frame, List<List<Estimate>> rows) {
  /// Keeps copies.
  ///
  /// @throws IllegalArgumentException if there are not as many cells as the frame is cut into
  public CoverageMap {
    rows = rows.stream().map(List::copyOf).toList();
    Grid grid = new Grid(frame);
    if (rows.size() != grid.rows() || rows.stream().anyMatch(row -> row.size() != grid.columns())) {
      throw new IllegalArgumentException(
          "rows: %s needs %d rows of %d cells".formatted(frame, grid.rows(), grid.columns()));
    }
  }

  /// @param cells row by row
  static CoverageMap of(Grid grid, List<Estimate> cells) {
    int columns = grid.columns();
    return new CoverageMap(
        grid.frame(),
        IntStream.range(0, grid.rows())
            .mapToObj(row -> cells.subList(row * columns, (row + 1) * columns))
            .toList());
  }

  /// The mean over all pixels: the expected share of the others.
  public double mean() {
    Grid grid = new Grid(frame);
    int[] ys = grid.ys();
    int[] xs = grid.xs();
    double sum = 0;
    for (int j = 0; j < grid.rows(); j++) {
      for (int i = 0; i < grid.columns(); i++) {
        long pixels = (long) (ys[j + 1] - ys[j]) * (xs[i + 1] - xs[i]);
        sum += rows.get(j).get(i).value() * pixels;
      }
    }
    return sum / frame.pixels();
  }
}

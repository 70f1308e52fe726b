package org.mixoscope.kernel.method;

import java.util.Arrays;
import org.mixoscope.kernel.Workspace;

/// How far every pixel is from the nearest one that is marked, between their middles: exact, row by
/// row from the first on, so that nothing of the size of the picture is kept.
///
/// Felzenszwalb, Huttenlocher, "Distance transforms of sampled functions", 2012: along a row the
/// nearest marks of all columns are parabolas, of which the lowest counts. Which marks are nearest
/// in their columns is known from the rows above, and from a look down each column that begins
/// where the last one ended.
final class Distances {
  private static final int NONE = -1;

  private final byte[] marks;
  private final byte wanted;
  private final int height;
  private final int width;
  private final int[] above;
  private final int[] below;
  private final int[] columns;
  private final int[] starts;
  private final double[] squares;
  private int next;

  /// @param name of the memory in the workspace
  /// @param marks height · width, row by row. Not modified
  /// @param wanted the value of those that are marked
  Distances(String name, byte[] marks, int wanted, int width, Workspace workspace) {
    this.marks = marks;
    this.wanted = (byte) wanted;
    this.width = width;
    height = marks.length / width;
    above = workspace.ints(name + ".above", width);
    below = workspace.ints(name + ".below", width);
    columns = workspace.ints(name + ".columns", width);
    starts = workspace.ints(name + ".starts", width);
    squares = workspace.doubles(name + ".squares", width);
    Arrays.fill(above, NONE);
    Arrays.fill(below, NONE);
  }

  /// The squares of the distances of the next row, in pixels; infinite where nothing is marked.
  ///
  /// @param into as wide as the picture. Modified
  void fill(double[] into) {
    int y = next++;
    for (int x = 0; x < width; x++) {
      squares[x] = square(vertical(y, x));
    }
    int count = envelope();
    if (count == 0) {
      Arrays.fill(into, Double.POSITIVE_INFINITY);
      return;
    }
    int lowest = 0;
    for (int x = 0; x < width; x++) {
      while (lowest + 1 < count && starts[lowest + 1] <= x) {
        lowest++;
      }
      into[x] = square(x - columns[lowest]) + squares[columns[lowest]];
    }
  }

  /// How far the nearest mark of a column is from its pixel in a row; infinite if it has none.
  private double vertical(int y, int x) {
    if (below[x] < y) {
      above[x] = below[x];
      int row = y;
      while (row < height && marks[row * width + x] != wanted) {
        row++;
      }
      below[x] = row;
    }
    double up = above[x] == NONE ? Double.POSITIVE_INFINITY : y - above[x];
    double down = below[x] == height ? Double.POSITIVE_INFINITY : below[x] - y;
    return Math.min(up, down);
  }

  /// The columns whose parabolas are the lowest somewhere, and the column from which each is.
  ///
  /// @return how many
  private int envelope() {
    int count = 0;
    for (int x = 0; x < width; x++) {
      if (squares[x] == Double.POSITIVE_INFINITY) {
        continue;
      }
      int start = 0;
      while (count > 0) {
        start = lowerFrom(columns[count - 1], x);
        if (start > starts[count - 1]) {
          break;
        }
        count--;
        start = 0;
      }
      if (start < width) {
        columns[count] = x;
        starts[count] = start;
        count++;
      }
    }
    return count;
  }

  /// The first column at which the parabola of a later column is lower, 0 at least.
  private int lowerFrom(int earlier, int later) {
    double meet =
        (square(later) + squares[later] - square(earlier) - squares[earlier])
            / (2.0 * (later - earlier));
    return (int) Math.clamp(Math.floor(meet) + 1, 0, width);
  }

  private static double square(double side) {
    return side * side;
  }
}

package org.mixoscope.stats;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;

/// Adds up, draw by draw, how much of each cell of a grid belongs to others than A. All pixels
/// count, but rectangles are not visited pixel by pixel.
final class CoverageTally {
  private final Grid grid;
  private final int[] xs;
  private final int[] ys;
  private final double[] one;
  private final double[] sums;
  private final double[] squares;

  CoverageTally(Grid grid) {
    this.grid = grid;
    this.xs = grid.xs();
    this.ys = grid.ys();
    this.one = new double[grid.cells()];
    this.sums = new double[grid.cells()];
    this.squares = new double[grid.cells()];
  }

  void add(Composition composition) {
    switch (composition) {
      case Blend blend -> Arrays.fill(one, 1 - blend.weights().getFirst());
      case Patchwork patchwork -> rectangles(patchwork);
      default -> pixels(composition);
    }
    for (int cell = 0; cell < one.length; cell++) {
      sums[cell] += one[cell];
      squares[cell] += one[cell] * one[cell];
    }
  }

  CoverageMap map(int draws) {
    return CoverageMap.of(
        grid,
        IntStream.range(0, one.length)
            .mapToObj(cell -> Estimate.mean(sums[cell], squares[cell], draws))
            .toList());
  }

  /// Between the edges of all patches every rectangle has one owner.
  private void rectangles(Patchwork patchwork) {
    Arrays.fill(one, 0);
    List<Box> boxes = patchwork.patches().stream().map(Patch::box).toList();
    int[] x = edges(boxes, Box::x1, Box::x2);
    int[] y = edges(boxes, Box::y1, Box::y2);
    for (int j = 0; j + 1 < y.length; j++) {
      for (int i = 0; i + 1 < x.length; i++) {
        if (patchwork.weightAt(0, y[j], x[i]) == 0) {
          cover(new Box(x[i], y[j], x[i + 1], y[j + 1]));
        }
      }
    }
  }

  private static int[] edges(List<Box> boxes, ToIntFunction<Box> start, ToIntFunction<Box> end) {
    return IntStream.concat(boxes.stream().mapToInt(start), boxes.stream().mapToInt(end))
        .sorted()
        .distinct()
        .toArray();
  }

  private void cover(Box box) {
    double[] across = Grid.overlaps(xs, box.x1(), box.x2());
    double[] down = Grid.overlaps(ys, box.y1(), box.y2());
    for (int j = 0; j < down.length; j++) {
      for (int i = 0; down[j] > 0 && i < across.length; i++) {
        one[j * across.length + i] += down[j] * across[i];
      }
    }
  }

  private void pixels(Composition composition) {
    int columns = grid.columns();
    for (int j = 0; j < grid.rows(); j++) {
      for (int i = 0; i < columns; i++) {
        double sum = 0;
        for (int y = ys[j]; y < ys[j + 1]; y++) {
          for (int x = xs[i]; x < xs[i + 1]; x++) {
            sum += 1 - composition.weightAt(0, y, x);
          }
        }
        one[j * columns + i] = sum / ((long) (ys[j + 1] - ys[j]) * (xs[i + 1] - xs[i]));
      }
    }
  }
}

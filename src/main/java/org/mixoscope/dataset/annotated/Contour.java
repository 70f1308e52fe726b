package org.mixoscope.dataset.annotated;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.stream.DoubleStream;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.target.Mask;

/// The line around a piece of a mask. Pixels belong together that share an edge.
public final class Contour {
  private final Box box;

  /// Row by row within the box.
  private final BitSet piece;

  private Contour(Box box, BitSet piece) {
    this.box = box;
    this.piece = piece;
  }

  /// The outer line of the piece with the most pixels, of equal ones the uppermost. Holes and other
  /// pieces are lost: a line through all of them would paint bridges.
  ///
  /// @param mask with at least one pixel
  /// @return x and y in turns along the edges of pixels, a pair for each corner
  public static double[] ofLargestPiece(Mask mask) {
    Box box = mask.box();
    BitSet left = new BitSet(Math.toIntExact(box.area()));
    mask.runs(
        box,
        (y, x1, x2) -> {
          int start = (y - box.y1()) * box.width() - box.x1();
          left.set(start + x1, start + x2);
        });
    BitSet largest = new BitSet();
    int most = 0;
    for (int start = left.nextSetBit(0); start >= 0; start = left.nextSetBit(start)) {
      BitSet one = taken(left, start, box.width());
      int area = one.cardinality();
      if (area > most) {
        most = area;
        largest = one;
      }
    }
    return new Contour(box, largest).line();
  }

  /// Takes a piece away from what is left, run by run.
  private static BitSet taken(BitSet left, int start, int width) {
    BitSet piece = new BitSet(left.length());
    Deque<Integer> next = new ArrayDeque<>();
    next.push(start);
    while (!next.isEmpty()) {
      int at = next.pop();
      if (!left.get(at)) {
        continue; // Its run was reached from another one before.
      }
      int row = at - at % width;
      int from = Math.max(row, left.previousClearBit(at) + 1);
      int to = Math.min(row + width, left.nextClearBit(at));
      left.clear(from, to);
      piece.set(from, to);
      addRuns(left, from + width, to + width, next);
      if (row > 0) {
        addRuns(left, from - width, to - width, next);
      }
    }
    return piece;
  }

  /// Adds a pixel of each run that begins or goes on within a range.
  private static void addRuns(BitSet left, int from, int to, Deque<Integer> next) {
    int at = left.nextSetBit(from);
    while (at >= 0 && at < to) {
      next.push(at);
      at = left.nextSetBit(left.nextClearBit(at));
    }
  }

  private boolean has(int y, int x) {
    return x >= 0 && x < box.width() && y >= 0 && piece.get(y * box.width() + x);
  }

  /// From the upper left corner of the first pixel, with the piece on the right hand, until it is
  /// there again.
  private double[] line() {
    int first = piece.nextSetBit(0);
    int startX = first % box.width();
    int startY = first / box.width();
    DoubleStream.Builder corners = DoubleStream.builder();
    int x = startX;
    int y = startY;
    int dx = 1;
    int dy = 0;
    do {
      corners.add(box.x1() + x).add(box.y1() + y);
      do {
        x += dx;
        y += dy;
      } while (hasAhead(x, y, dx, dy, 1) && !hasAhead(x, y, dx, dy, -1));
      // The piece ends ahead: to the right; or it is on both sides: to the left.
      int turn = hasAhead(x, y, dx, dy, 1) ? -1 : 1;
      int before = dx;
      dx = -turn * dy;
      dy = turn * before;
    } while (x != startX || y != startY);
    return corners.build().toArray();
  }

  /// Whether the pixel ahead of a corner is the piece's.
  ///
  /// @param side 1 for the one on the right, −1 on the left
  private boolean hasAhead(int x, int y, int dx, int dy, int side) {
    // Twice the middle of that pixel.
    int middleX = 2 * x + dx - side * dy;
    int middleY = 2 * y + dy + side * dx;
    return has(Math.floorDiv(middleY, 2), Math.floorDiv(middleX, 2));
  }
}

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
    BitSet left = new BitSet();
    for (int y = box.y1(); y < box.y2(); y++) {
      for (int x = box.x1(); x < box.x2(); x++) {
        left.set((y - box.y1()) * box.width() + x - box.x1(), mask.contains(y, x));
      }
    }
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

  /// Takes a piece away from what is left.
  private static BitSet taken(BitSet left, int start, int width) {
    BitSet piece = new BitSet();
    Deque<Integer> next = new ArrayDeque<>();
    next.push(start);
    left.clear(start);
    while (!next.isEmpty()) {
      int at = next.pop();
      piece.set(at);
      int column = at % width;
      take(left, at - width, next);
      take(left, at + width, next);
      take(left, column > 0 ? at - 1 : -1, next);
      take(left, column < width - 1 ? at + 1 : -1, next);
    }
    return piece;
  }

  private static void take(BitSet left, int at, Deque<Integer> next) {
    if (at >= 0 && left.get(at)) {
      left.clear(at);
      next.push(at);
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

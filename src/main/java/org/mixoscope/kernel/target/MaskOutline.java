package org.mixoscope.kernel.target;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Box;

/// The lines around a mask along the edges of its pixels: one around each piece and each hole.
public final class MaskOutline {
  private final Mask mask;
  private final Box box;

  /// Upper edges that a line has passed, row by row within the box.
  private final BitSet passed = new BitSet();

  private MaskOutline(Mask mask) {
    this.mask = mask;
    box = mask.box();
  }

  /// All closed lines.
  ///
  /// @return for each x and y in turns, a pair for each corner
  public static List<int[]> of(Mask mask) {
    MaskOutline outline = new MaskOutline(mask);
    List<int[]> lines = new ArrayList<>();
    Box box = mask.box();
    // Every line, that of a hole too, runs along the upper edge of some pixel.
    for (int y = box.y1(); y < box.y2(); y++) {
      for (int x = box.x1(); x < box.x2(); x++) {
        if (mask.contains(y, x) && !mask.contains(y - 1, x) && !outline.hasPassed(y, x)) {
          lines.add(outline.from(x, y));
        }
      }
    }
    return lines;
  }

  private int edge(int y, int x) {
    return (y - box.y1()) * box.width() + x - box.x1();
  }

  private boolean hasPassed(int y, int x) {
    return passed.get(edge(y, x));
  }

  /// With the mask on the right hand, until it is there again and heads the same way.
  private int[] from(int startX, int startY) {
    IntStream.Builder corners = IntStream.builder();
    int x = startX;
    int y = startY;
    int dx = 1;
    int dy = 0;
    do {
      corners.add(x).add(y);
      do {
        if (dx == 1) {
          passed.set(edge(y, x));
        }
        x += dx;
        y += dy;
      } while (has(x, y, dx, dy, 1) && !has(x, y, dx, dy, -1));
      // Where the mask ends ahead to the right, where it is on both sides to the left.
      int turn = has(x, y, dx, dy, 1) ? -1 : 1;
      int before = dx;
      dx = -turn * dy;
      dy = turn * before;
    } while (x != startX || y != startY || dx != 1);
    return corners.build().toArray();
  }

  /// Whether the pixel ahead of a corner is the mask's.
  ///
  /// @param side 1 for the one to the right, −1 to the left
  private boolean has(int x, int y, int dx, int dy, int side) {
    int right = dx - side * dy;
    int down = dy + side * dx;
    return mask.contains(y + (down < 0 ? -1 : 0), x + (right < 0 ? -1 : 0));
  }
}

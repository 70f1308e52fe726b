package org.mixoscope.kernel.target;

import java.util.BitSet;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// The pixels of an object. Never modified.
public final class Mask {
  /// From the corner of a pixel to its middle.
  private static final double HALF = 0.5;

  private final Box box;

  /// Row by row within the box.
  private final BitSet bits;

  private Mask(Box box, BitSet bits) {
    this.box = box;
    this.bits = bits;
  }

  /// Says of a pixel whether it belongs to an object.
  public interface Inside {
    boolean test(int y, int x);
  }

  /// The pixels of a box that belong to an object. The box becomes the smallest around them.
  ///
  /// @param box where to look
  public static Mask of(Box box, Inside inside) {
    BitSet all = new BitSet(Math.toIntExact(box.area()));
    for (int y = box.y1(); y < box.y2(); y++) {
      for (int x = box.x1(); x < box.x2(); x++) {
        if (inside.test(y, x)) {
          all.set(index(box, y, x));
        }
      }
    }
    return of(box, all);
  }

  /// The same, of which somebody has the pixels already.
  ///
  /// @param all row by row within the box; not kept
  public static Mask of(Box box, BitSet all) {
    int x1 = box.x2();
    int y1 = box.y2();
    int x2 = box.x1();
    int y2 = box.y1();
    int width = box.width();
    for (int first = all.nextSetBit(0); first >= 0; ) {
      int row = first / width;
      int end = (row + 1) * width;
      y1 = Math.min(y1, box.y1() + row);
      y2 = box.y1() + row + 1;
      x1 = Math.min(x1, box.x1() + first - row * width);
      x2 = Math.max(x2, box.x1() + all.previousSetBit(end - 1) - row * width + 1);
      first = all.nextSetBit(end);
    }
    if (x1 >= x2) {
      return new Mask(new Box(box.x1(), box.y1(), box.x1(), box.y1()), new BitSet());
    }
    Box tight = new Box(x1, y1, x2, y2);
    if (tight.equals(box)) {
      return new Mask(box, (BitSet) all.clone());
    }
    BitSet bits = new BitSet(Math.toIntExact(tight.area()));
    new Mask(box, all)
        .runs(tight, (y, from, to) -> bits.set(index(tight, y, from), index(tight, y, to)));
    return new Mask(tight, bits);
  }

  /// Takes the pixels of a row that lie side by side.
  public interface Run {
    /// @param x1 the first
    /// @param x2 the one after the last
    void take(int y, int x1, int x2);
  }

  /// All pixels that lie within a box too, row by row.
  public void runs(Box within, Run run) {
    Box part = box.within(within);
    if (part.isEmpty()) {
      return; // It may lie beside the box.
    }
    for (int y = part.y1(); y < part.y2(); y++) {
      int start = index(box, y, box.x1()) - box.x1();
      int end = start + part.x2();
      int from = bits.nextSetBit(start + part.x1());
      while (from >= 0 && from < end) {
        int to = Math.min(bits.nextClearBit(from), end);
        run.take(y, from - start, to - start);
        from = bits.nextSetBit(to);
      }
    }
  }

  /// The pixels of a map, of one channel, that are not 0.
  public static Mask of(Pixels map) {
    return of(Box.of(map.frame()), (y, x) -> map.valueAt(y, x, 0) != 0);
  }

  /// Of the upright picture.
  ///
  /// @param stored the size of the picture that these are pixels of
  Mask turned(Turn turn, Frame stored) {
    if (turn == Turn.UPRIGHT) {
      return this;
    }
    Frame upright = turn.upright(stored);
    Turn back = turn.inverse();
    Box around = Edges.of(box).at(Origin.of(stored, turn)).pixels();
    return of(
        around,
        (y, x) ->
            contains(
                (int) back.y(x + HALF, y + HALF, upright),
                (int) back.x(x + HALF, y + HALF, upright)));
  }

  /// Each pixel of a box from a pixel of this mask.
  ///
  /// @param to where they are to be
  /// @param rows of this mask, one for each row of the box
  /// @param columns likewise
  Mask picked(Box to, int[] rows, int[] columns) {
    BitSet all = new BitSet(Math.toIntExact(to.area()));
    int at = 0;
    for (int row : rows) {
      for (int column : columns) {
        if (contains(row, column)) {
          all.set(at);
        }
        at++;
      }
    }
    return of(to, all);
  }

  private static int index(Box box, int y, int x) {
    return (y - box.y1()) * box.width() + (x - box.x1());
  }

  /// The smallest box around all pixels; empty if there is none.
  public Box box() {
    return box;
  }

  /// How many pixels there are.
  public int area() {
    return bits.cardinality();
  }

  /// Whether a pixel belongs to the object.
  public boolean contains(int y, int x) {
    return box.contains(x, y) && bits.get(index(box, y, x));
  }

  /// A map of one channel that is 1 at these pixels and 0 elsewhere.
  ///
  /// @param frame pixels outside of it are left out
  public Pixels pixels(Frame frame) {
    byte[] map = new byte[Math.toIntExact(frame.pixels())];
    Box seen = box.clip(frame);
    for (int y = seen.y1(); y < seen.y2(); y++) {
      for (int x = seen.x1(); x < seen.x2(); x++) {
        map[y * frame.width() + x] = (byte) (contains(y, x) ? 1 : 0);
      }
    }
    return Pixels.of(map, frame, 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mask mask && box.equals(mask.box) && bits.equals(mask.bits);
  }

  @Override
  public int hashCode() {
    return 31 * box.hashCode() + bits.hashCode();
  }

  @Override
  public String toString() {
    return "mask of %d pixels in %s".formatted(area(), box);
  }
}

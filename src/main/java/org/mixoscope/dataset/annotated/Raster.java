package org.mixoscope.dataset.annotated;

import java.util.BitSet;
import java.util.List;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Mask;

/// The pixels inside lines. A pixel is inside if its middle is; where a line crosses itself, if it
/// winds around it an odd number of times.
final class Raster {
  private static final double HALF = 0.5;

  private final Box reach;

  /// Row by row; of a ring under way, where inside and outside change.
  private final BitSet changes;

  private Raster(Box reach) {
    this.reach = reach;
    changes = new BitSet(Math.toIntExact(reach.area()));
  }

  /// The union of what is inside each ring, cut at the frame.
  ///
  /// @param rings x and y in turns, each closed by a line from its last point to its first
  static Mask of(List<double[]> rings, Frame frame) {
    Box reach = reach(rings).clip(frame);
    BitSet all = new BitSet(Math.toIntExact(reach.area()));
    for (double[] ring : rings) {
      Raster one = new Raster(reach(List.of(ring)).clip(frame));
      one.add(ring);
      one.fill(all, reach);
    }
    return Mask.of(reach, all);
  }

  private static Box reach(List<double[]> rings) {
    boolean isEmpty = rings.stream().allMatch(ring -> ring.length == 0);
    return isEmpty ? new Box(0, 0, 0, 0) : bounds(rings).pixels();
  }

  /// The smallest rectangle around all points, of which there is at least one.
  static Edges bounds(List<double[]> rings) {
    double x1 = Double.POSITIVE_INFINITY;
    double y1 = Double.POSITIVE_INFINITY;
    double x2 = Double.NEGATIVE_INFINITY;
    double y2 = Double.NEGATIVE_INFINITY;
    for (double[] ring : rings) {
      for (int i = 0; i < ring.length; i += 2) {
        x1 = Math.min(x1, ring[i]);
        x2 = Math.max(x2, ring[i]);
        y1 = Math.min(y1, ring[i + 1]);
        y2 = Math.max(y2, ring[i + 1]);
      }
    }
    return new Edges(x1, y1, x2, y2);
  }

  private void add(double[] ring) {
    for (int i = 0; i < ring.length; i += 2) {
      int next = i + 2 == ring.length ? 0 : i + 2;
      if (ring[i + 1] < ring[next + 1]) {
        add(ring[i], ring[i + 1], ring[next], ring[next + 1]);
      } else {
        add(ring[next], ring[next + 1], ring[i], ring[i + 1]);
      }
    }
  }

  /// A line from its upper end to its lower: in every row of which it crosses the middle, inside
  /// and outside change from there on.
  private void add(double x1, double y1, double x2, double y2) {
    int first = Math.max(reach.y1(), first(y1));
    int end = Math.min(reach.y2(), first(y2));
    for (int y = first; y < end; y++) {
      double x = x1 + (y + HALF - y1) / (y2 - y1) * (x2 - x1);
      int column = Math.max(reach.x1(), first(x));
      if (column < reach.x2()) {
        changes.flip((y - reach.y1()) * reach.width() + column - reach.x1());
      }
    }
  }

  /// The first pixel of which the middle is not before a position.
  private static int first(double position) {
    return (int) Math.ceil(position - HALF);
  }

  /// @param all row by row of the whole. Modified
  private void fill(BitSet all, Box whole) {
    int width = reach.width();
    for (int y = 0; y < reach.height(); y++) {
      int shift =
          (y + reach.y1() - whole.y1()) * whole.width() + reach.x1() - whole.x1() - y * width;
      int end = (y + 1) * width;
      int from = changes.nextSetBit(y * width);
      while (from >= 0 && from < end) {
        int to = changes.nextSetBit(from + 1);
        int until = to < 0 ? end : Math.min(to, end);
        all.set(from + shift, until + shift);
        from = until == end ? -1 : changes.nextSetBit(to + 1);
      }
    }
  }
}

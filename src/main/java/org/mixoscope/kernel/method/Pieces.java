package org.mixoscope.kernel.method;

import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.Allotment;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.RandomStreams;

/// A frame cut into a grid of pieces, as even as whole pixels allow. In a frame with fewer pixels
/// than pieces some of them are empty.
///
/// @param rows at least 1
/// @param columns at least 1
record Pieces(int rows, int columns) {
  /// Every piece from one source, at its own place.
  ///
  /// @param weights of the sources; each gets its part of the pieces, as near as whole pieces allow
  /// @param noise which pieces those are
  Patchwork composition(Frame frame, List<Double> weights, long noise) {
    int[] order = Allotment.order(rows * columns, RandomStreams.of(noise, 0, 0));
    int[] counts = Allotment.counts(rows * columns, weights);
    List<Patch> patches = new ArrayList<>();
    int next = 0;
    for (int source = 0; source < counts.length; source++) {
      for (int i = 0; i < counts[source]; i++) {
        Box box = box(order[next++], frame);
        if (!box.isEmpty()) {
          patches.add(new Patch(source, box));
        }
      }
    }
    return new Patchwork(frame, counts.length, patches);
  }

  private Box box(int piece, Frame frame) {
    int x = piece % columns;
    int y = piece / columns;
    return new Box(
        border(frame.width(), x, columns),
        border(frame.height(), y, rows),
        border(frame.width(), x + 1, columns),
        border(frame.height(), y + 1, rows));
  }

  private static int border(int pixels, int i, int of) {
    return (int) ((long) pixels * i / of);
  }
}

package org.mixoscope.app.ui;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.kernel.Bytes;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// Shows pixels of the screen's kind as squares.
public final class Magnifier {
  private Magnifier() {}

  /// New memory for pixels magnified by a factor.
  public static Pixels room(Pixels bgra, int factor) {
    Frame frame = new Frame(bgra.height() * factor, bgra.width() * factor);
    return Pixels.of(
        new byte[Math.toIntExact(frame.pixels() * Prepared.SCREEN_CHANNELS)],
        frame,
        Prepared.SCREEN_CHANNELS);
  }

  /// Every pixel becomes a square.
  ///
  /// @param bgra four uint8 channels, HWC. Not modified
  /// @param out what [#room] made for the same factor. Modified
  public static void magnify(Pixels bgra, int factor, Pixels out) {
    MemorySegment from = bgra.memory();
    MemorySegment to = out.memory();
    long row = (long) out.width() * Prepared.SCREEN_CHANNELS;
    for (int y = 0; y < bgra.height(); y++) {
      long first = (long) y * factor * row;
      for (int x = 0; x < out.width(); x++) {
        long pixel = (long) y * bgra.width() + x / factor;
        to.set(
            ValueLayout.JAVA_INT_UNALIGNED,
            first + (long) x * Integer.BYTES,
            from.get(ValueLayout.JAVA_INT_UNALIGNED, pixel * Integer.BYTES));
      }
      for (int copy = 1; copy < factor; copy++) {
        Bytes.copy(to, first, to, first + copy * row, row);
      }
    }
  }
}

package org.mixoscope.app.ui;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Bytes;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// Shows pixels of the screen's kind as squares.
public final class Magnifier {
  private Magnifier() {}

  /// New memory for a part of a picture, magnified by a factor.
  public static Pixels room(Box part, int factor) {
    Frame frame = new Frame(part.height() * factor, part.width() * factor);
    return Pixels.of(
        new byte[Math.toIntExact(frame.pixels() * ScreenPixels.CHANNELS)],
        frame,
        ScreenPixels.CHANNELS);
  }

  /// Every pixel of a part becomes a square.
  ///
  /// @param bgra four uint8 channels, HWC. Not modified
  /// @param part inside the picture
  /// @param out what [#room] made for a part of this size and the same factor. Modified
  public static void magnify(Pixels bgra, Box part, int factor, Pixels out) {
    MemorySegment from = bgra.memory();
    MemorySegment to = out.memory();
    long row = (long) out.width() * ScreenPixels.CHANNELS;
    for (int y = 0; y < part.height(); y++) {
      long first = (long) y * factor * row;
      long source = (long) (part.y1() + y) * bgra.width() + part.x1();
      for (int x = 0; x < out.width(); x++) {
        to.set(
            ValueLayout.JAVA_INT_UNALIGNED,
            first + (long) x * Integer.BYTES,
            from.get(ValueLayout.JAVA_INT_UNALIGNED, (source + x / factor) * Integer.BYTES));
      }
      for (int copy = 1; copy < factor; copy++) {
        Bytes.copy(to, first, to, first + copy * row, row);
      }
    }
  }
}

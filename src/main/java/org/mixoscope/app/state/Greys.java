package org.mixoscope.app.state;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.image.Scale;
import org.mixoscope.image.Window;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Pixels;

/// Numbers of more than eight bits as the screen shows them: what a window makes of them, number
/// for number as [Window#shown] does, in memory that is there already and on all threads, since
/// this is done while somebody drags.
final class Greys {
  private static final int WHITE = 255;

  private Greys() {}

  /// @param numbers HWC of 1 or 3 channels, uint16 or floats. Not modified
  /// @param scale what they stand for
  /// @param out of the same frame, BGRA. Modified
  static void paint(Pixels numbers, Scale scale, Window window, Pixels out) {
    byte[] table = numbers.type() == ElementType.UINT16 ? table(scale, window) : new byte[0];
    MemorySegment from = numbers.memory();
    int rowElements = numbers.width() * numbers.channels();
    IntStream.range(0, numbers.height())
        .parallel()
        .forEach(
            y -> {
              byte[] row = new byte[rowElements];
              long first = (long) y * rowElements;
              switch (numbers.type()) {
                case UINT8 -> throw new IllegalArgumentException("numbers = " + numbers);
                case UINT16 -> {
                  for (int i = 0; i < rowElements; i++) {
                    row[i] = table[from.getAtIndex(ValueLayout.JAVA_CHAR_UNALIGNED, first + i)];
                  }
                }
                case FLOAT32 -> {
                  for (int i = 0; i < rowElements; i++) {
                    float number = from.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, first + i);
                    row[i] = (byte) window.grey(scale.of(number), WHITE);
                  }
                }
                case FLOAT64 -> {
                  for (int i = 0; i < rowElements; i++) {
                    double number = from.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, first + i);
                    row[i] = (byte) window.grey(scale.of(number), WHITE);
                  }
                }
              }
              put(row, numbers.channels(), out, y);
            });
  }

  private static byte[] table(Scale scale, Window window) {
    byte[] table = new byte[ElementType.UINT16.white() + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) window.grey(scale.of(i), WHITE);
    }
    return table;
  }

  private static void put(byte[] row, int channels, Pixels out, int y) {
    byte[] bgra = new byte[out.width() * ScreenPixels.CHANNELS];
    int green = channels / 2;
    int blue = channels - 1;
    for (int i = 0, o = 0; i < row.length; i += channels, o += ScreenPixels.CHANNELS) {
      bgra[o] = row[i + blue];
      bgra[o + 1] = row[i + green];
      bgra[o + 2] = row[i];
      bgra[o + 3] = (byte) WHITE;
    }
    MemorySegment.copy(
        bgra, 0, out.memory(), ValueLayout.JAVA_BYTE, (long) y * bgra.length, bgra.length);
  }
}

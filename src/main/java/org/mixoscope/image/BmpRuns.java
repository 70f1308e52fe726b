package org.mixoscope.image;

import org.mixoscope.kernel.Frame;

/// The coded runs of a bitmap of four or eight bits a pixel.
///
/// What goes past the end of a row is dropped: ImageMagick fills rows to four bytes so, and a run
/// of two pixels a byte may end half a byte late.
final class BmpRuns {
  private static final int END_OF_ROW = 0;
  private static final int END_OF_BITMAP = 1;
  private static final int JUMP = 2;

  private BmpRuns() {}

  /// Unpacks runs; what they jump over is of colour 0.
  ///
  /// @param file is read from `start` on. Not modified
  /// @param bits 4 or 8 a pixel
  /// @return an index a pixel, the first stored row first
  /// @throws BadData if the file ends before the last row does
  static byte[] unpack(byte[] file, int start, Frame frame, int bits) throws BadData {
    int width = frame.width();
    byte[] indices = new byte[Math.toIntExact(frame.pixels())];
    int at = start;
    long x = 0;
    long y = 0;
    while (y < frame.height()) {
      if (at + 1 >= file.length) {
        // The marks behind the last pixel may be missing.
        if (y == frame.height() - 1 && x >= width) {
          return indices;
        }
        throw BadData.damaged();
      }
      int count = file[at] & 0xFF;
      int code = file[at + 1] & 0xFF;
      at += 2;
      if (count > 0) {
        for (int i = 0; i < count && x + i < width; i++) {
          indices[(int) (y * width + x + i)] = (byte) index(code, i, bits);
        }
        x += count;
      } else if (code == END_OF_ROW) {
        x = 0;
        y++;
      } else if (code == END_OF_BITMAP) {
        return indices;
      } else if (code == JUMP) {
        x += file[at] & 0xFF;
        y += file[at + 1] & 0xFF;
        at += 2;
      } else {
        for (int i = 0; i < code; i++) {
          int index = index(file[at + i * bits / 8] & 0xFF, i, bits);
          if (x + i < width) {
            indices[(int) (y * width + x + i)] = (byte) index;
          }
        }
        x += code;
        // Filled to two bytes.
        at += (code * bits + 15) / 16 * 2;
      }
    }
    return indices;
  }

  /// The index of a pixel in a byte that holds two, or one.
  private static int index(int code, int pixel, int bits) {
    return bits == 8 ? code : pixel % 2 == 0 ? code >> 4 : code & 0xF;
  }
}

package org.mixoscope.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;

/// The pixels of a PNG of one channel, as they are stored. Data sets have as many masks as
/// pictures, and most of what OpenCV does with one is for colours.
final class IndexRows {
  /// The filter of a row is told by a byte before it.
  private static final int TAG = 1;

  private final Frame frame;
  private final int bits;
  private final int rowBytes;
  private final int pixelBytes;
  private final byte[] rows;

  private IndexRows(Frame frame, int bits, int rowBytes, byte[] rows) {
    this.frame = frame;
    this.bits = bits;
    this.rowBytes = rowBytes;
    this.pixelBytes = Math.max(1, bits / Byte.SIZE);
    this.rows = rows;
  }

  /// Decodes pixels that are not interlaced.
  ///
  /// @param deflated the data of all IDAT chunks in one. Not modified
  /// @param bits 1, 2, 4, 8 or 16 of a pixel
  /// @return HWC: a byte for each pixel, two of sixteen bits, in the platform's order; null if
  ///   anything is not as it should be, which OpenCV is to judge
  static byte @Nullable [] decode(byte[] deflated, Frame frame, int bits) {
    long rowBytes = ((long) frame.width() * bits + Byte.SIZE - 1) / Byte.SIZE;
    long all = (TAG + rowBytes) * frame.height();
    if (all > Integer.MAX_VALUE - Byte.SIZE) {
      return null;
    }
    byte[] inflated = inflated(deflated, (int) all);
    if (inflated == null) {
      return null;
    }
    IndexRows rows = new IndexRows(frame, bits, (int) rowBytes, inflated);
    return rows.unfilter() ? rows.pixels() : null;
  }

  /// Null unless there are as many bytes as wanted, with the right checksum.
  private static byte @Nullable [] inflated(byte[] deflated, int length) {
    byte[] bytes = new byte[length];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(deflated);
      int done = 0;
      while (done < length) {
        int more = inflater.inflate(bytes, done, length - done);
        if (more == 0) {
          return null;
        }
        done += more;
      }
      // The checksum comes after the last byte.
      boolean tooLong = inflater.inflate(new byte[1]) > 0;
      return !tooLong && inflater.finished() ? bytes : null;
    } catch (DataFormatException e) {
      return null;
    }
  }

  /// Undoes what was subtracted from the bytes of each row.
  ///
  /// @return false if a filter is none
  private boolean unfilter() {
    for (int y = 0; y < frame.height(); y++) {
      int at = y * (TAG + rowBytes) + TAG;
      int above = y == 0 ? -1 : at - TAG - rowBytes;
      switch (rows[at - TAG]) {
        case 0 -> {}
        case 1 -> addLeft(at);
        case 2 -> addAbove(at, above);
        case 3 -> addMean(at, above);
        case 4 -> addPaeth(at, above);
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  private void addLeft(int at) {
    for (int i = at + pixelBytes; i < at + rowBytes; i++) {
      rows[i] += rows[i - pixelBytes];
    }
  }

  private void addAbove(int at, int above) {
    for (int i = 0; above >= 0 && i < rowBytes; i++) {
      rows[at + i] += rows[above + i];
    }
  }

  private void addMean(int at, int above) {
    for (int i = 0; i < rowBytes; i++) {
      int left = i < pixelBytes ? 0 : rows[at + i - pixelBytes] & 0xFF;
      int up = above < 0 ? 0 : rows[above + i] & 0xFF;
      rows[at + i] += (byte) ((left + up) / 2);
    }
  }

  private void addPaeth(int at, int above) {
    for (int i = 0; i < rowBytes; i++) {
      boolean first = i < pixelBytes;
      int left = first ? 0 : rows[at + i - pixelBytes] & 0xFF;
      int up = above < 0 ? 0 : rows[above + i] & 0xFF;
      int corner = first || above < 0 ? 0 : rows[above + i - pixelBytes] & 0xFF;
      rows[at + i] += (byte) nearest(left, up, corner);
    }
  }

  /// Paeth's predictor: that of the three which is nearest to left + up − corner.
  private static int nearest(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
  }

  private byte[] pixels() {
    byte[] pixels = new byte[Math.toIntExact(frame.pixels() * pixelBytes)];
    int width = frame.width();
    for (int y = 0; y < frame.height(); y++) {
      int from = y * (TAG + rowBytes) + TAG;
      int to = y * width * pixelBytes;
      switch (bits) {
        case Byte.SIZE -> System.arraycopy(rows, from, pixels, to, rowBytes);
        case Short.SIZE ->
            ByteBuffer.wrap(pixels, to, rowBytes)
                .order(ByteOrder.nativeOrder())
                .asShortBuffer()
                .put(ByteBuffer.wrap(rows, from, rowBytes).asShortBuffer());
        case 4 -> halve(from, pixels, to);
        default -> unpack(from, pixels, to);
      }
    }
    return pixels;
  }

  /// The first pixel of a byte is in its highest bits.
  private void unpack(int from, byte[] pixels, int to) {
    int perByte = Byte.SIZE / bits;
    int mask = (1 << bits) - 1;
    int end = to + frame.width();
    for (int nth = 0; nth < perByte; nth++) {
      int shift = Byte.SIZE - bits * (nth + 1);
      for (int at = to + nth, i = from; at < end; at += perByte, i++) {
        pixels[at] = (byte) (rows[i] >> shift & mask);
      }
    }
  }

  /// The same of four bits, which most palettes have: three times as fast.
  private void halve(int from, byte[] pixels, int to) {
    int whole = frame.width() / 2;
    for (int i = 0; i < whole; i++) {
      int two = rows[from + i];
      pixels[to + 2 * i] = (byte) (two >> 4 & 0xF);
      pixels[to + 2 * i + 1] = (byte) (two & 0xF);
    }
    if (whole < rowBytes) {
      pixels[to + 2 * whole] = (byte) (rows[from + whole] >> 4 & 0xF);
    }
  }
}

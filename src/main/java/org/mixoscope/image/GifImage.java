package org.mixoscope.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.mixoscope.kernel.Frame;

/// One frame of a GIF, unpacked: the part of the canvas that it paints.
///
/// @param left column of the canvas where it begins
/// @param top row of the canvas where it begins
/// @param width columns of it
/// @param height rows of it
/// @param indices of its colours, in the order in which rows are stored
/// @param palette three bytes a colour, of 256
/// @param rows which row each stored one is
/// @param control what the extension before it says
/// @param end the first byte behind it
@SuppressWarnings("ArrayRecordComponent") // Unpacked once, never compared.
record GifImage(
    int left,
    int top,
    int width,
    int height,
    byte[] indices,
    byte[] palette,
    int[] rows,
    Control control,
    int end) {
  /// Before the blocks of a file: signature, size of the canvas, what the palette for all is.
  static final int HEADER = 13;

  private static final int IMAGE = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int NONE = -1;
  private static final int HAS_TRANSPARENT = 1;
  private static final int INTERLACED = 0x40;
  private static final int ALL_COLOURS = 3 * 256;
  private static final int MAX_ROOT_BITS = 8;
  private static final long MAX_PIXELS = 1L << 30;

  /// First row and step of the four passes of an interlaced frame.
  private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

  private static final int[][] ONE_PASS = {{0, 1}};

  /// How a frame is shown.
  ///
  /// @param transparent the index that paints nothing; −1 for none
  /// @param delay how long it stays, in hundredths of a second
  /// @param disposal what happens to it before the next: 2 clears its place, 3 brings back what was
  ///   there, anything else leaves it
  record Control(int transparent, int delay, int disposal) {}

  /// The size of the canvas.
  static Frame canvas(ByteBuffer data) throws BadData {
    int width = data.getShort(6) & 0xFFFF;
    int height = data.getShort(8) & 0xFFFF;
    if (width == 0 || height == 0) {
      throw BadData.damaged();
    }
    return new Frame(height, width);
  }

  /// The first block behind the header.
  static int firstBlock(ByteBuffer data) {
    return HEADER + paletteBytes(data.get(10));
  }

  /// Whether a frame begins here, after extensions or none.
  ///
  /// @throws IndexOutOfBoundsException if the file ends before that is known
  static boolean isNext(ByteBuffer data, int from) {
    int at = from;
    while (data.get(at) == EXTENSION) {
      at = afterSubBlocks(data, at + 2);
    }
    return data.get(at) == IMAGE;
  }

  /// Unpacks the frame that begins at a block.
  ///
  /// @param data the whole file, low bytes first
  /// @throws BadData if there is none, or it lies outside of the canvas
  /// @throws IndexOutOfBoundsException if the file ends within it
  static GifImage read(ByteBuffer data, int from, Frame canvas) throws BadData {
    Control control = new Control(NONE, 0, 0);
    int at = from;
    while (data.get(at) == EXTENSION) {
      if ((data.get(at + 1) & 0xFF) == GRAPHIC_CONTROL && data.get(at + 2) != 0) {
        int flags = data.get(at + 3);
        control =
            new Control(
                (flags & HAS_TRANSPARENT) != 0 ? data.get(at + 6) & 0xFF : NONE,
                data.getShort(at + 4) & 0xFFFF,
                flags >> 2 & 7);
      }
      at = afterSubBlocks(data, at + 2);
    }
    if (data.get(at) != IMAGE) {
      throw BadData.damaged();
    }
    int left = data.getShort(at + 1) & 0xFFFF;
    int top = data.getShort(at + 3) & 0xFFFF;
    int width = data.getShort(at + 5) & 0xFFFF;
    int height = data.getShort(at + 7) & 0xFFFF;
    if (width == 0 || height == 0 || left >= canvas.width() || top >= canvas.height()) {
      throw BadData.damaged();
    }
    byte flags = data.get(at + 9);
    int own = paletteBytes(flags);
    // What a palette does not have is black.
    byte[] palette = new byte[ALL_COLOURS];
    data.get(own > 0 ? at + 10 : HEADER, palette, 0, own > 0 ? own : paletteBytes(data.get(10)));
    byte[] indices = indices(data, at + 10 + own, (long) width * height);
    int[] rows = rows(height, (flags & INTERLACED) != 0);
    int end = afterSubBlocks(data, at + 11 + own);
    return new GifImage(left, top, width, height, indices, palette, rows, control, end);
  }

  /// Paints it.
  ///
  /// @param pixels of the canvas, three bytes each. Modified
  /// @return how many it covers
  int paint(byte[] pixels, Frame canvas) {
    int covered = 0;
    for (int row = 0; row < height; row++) {
      int y = top + rows[row];
      for (int x = 0; y < canvas.height() && x < Math.min(width, canvas.width() - left); x++) {
        int index = indices[row * width + x] & 0xFF;
        if (index != control.transparent) {
          System.arraycopy(palette, 3 * index, pixels, (y * canvas.width() + left + x) * 3, 3);
          covered++;
        }
      }
    }
    return covered;
  }

  /// Clears its place.
  ///
  /// @param pixels of the canvas. Modified
  void clear(byte[] pixels, Frame canvas, byte value) {
    for (int y = top; y < Math.min(top + height, canvas.height()); y++) {
      int row = y * canvas.width();
      int right = Math.min(left + width, canvas.width());
      Arrays.fill(pixels, (row + left) * 3, (row + right) * 3, value);
    }
  }

  /// Unpacks the indices of a frame, in the order in which they are stored.
  ///
  /// @param at where the size of the roots stands, before the blocks of coded pixels
  private static byte[] indices(ByteBuffer data, int at, long pixels) throws BadData {
    int rootBits = data.get(at);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] part = new byte[255];
    for (int block = at + 1; data.get(block) != 0; block += (data.get(block) & 0xFF) + 1) {
      int length = data.get(block) & 0xFF;
      data.get(block + 1, part, 0, length);
      packed.write(part, 0, length);
    }
    // More than the longest strings could fill is refused before memory is spent on it.
    long most = Math.min(Lzw.most(packed.size()), MAX_PIXELS);
    if (rootBits < 1 || rootBits > MAX_ROOT_BITS || pixels > most) {
      throw BadData.damaged();
    }
    byte[] indices = new byte[Math.toIntExact(pixels)];
    if (Lzw.GIF.unpack(packed.toByteArray(), rootBits, indices) < pixels) {
      throw BadData.damaged();
    }
    return indices;
  }

  /// Which row each stored one is.
  private static int[] rows(int height, boolean interlaced) {
    int[] rows = new int[height];
    int stored = 0;
    for (int[] pass : interlaced ? PASSES : ONE_PASS) {
      for (int y = pass[0]; y < height; y += pass[1]) {
        rows[stored++] = y;
      }
    }
    return rows;
  }

  /// Bytes of the colour table that these flags announce.
  private static int paletteBytes(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /// Sub-blocks begin with their length; one of length zero is the last.
  private static int afterSubBlocks(ByteBuffer data, int from) {
    int at = from;
    while (data.get(at) != 0) {
      at += (data.get(at) & 0xFF) + 1;
    }
    return at + 1;
  }

  /// The first byte behind a frame, its pixels not unpacked.
  ///
  /// @throws IndexOutOfBoundsException if the file ends within it
  static int skip(ByteBuffer data, int from) {
    int at = from;
    while (data.get(at) == EXTENSION) {
      at = afterSubBlocks(data, at + 2);
    }
    return afterSubBlocks(data, at + 11 + paletteBytes(data.get(at + 9)));
  }

  /// How long the frame that begins here stays, in hundredths of a second.
  static int delay(ByteBuffer data, int from) {
    int delay = 0;
    int at = from;
    while (data.get(at) == EXTENSION) {
      if ((data.get(at + 1) & 0xFF) == GRAPHIC_CONTROL && data.get(at + 2) != 0) {
        delay = data.getShort(at + 4) & 0xFFFF;
      }
      at = afterSubBlocks(data, at + 2);
    }
    return delay;
  }
}

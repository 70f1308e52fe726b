package org.mixoscope.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// GIF: the first frame on its canvas; what it does not cover is transparent, as in browsers, and
/// what sticks out is cut off.
///
/// Unpacked here: OpenCV refuses a file for a fault in any later frame, for a background that
/// nobody uses and for what follows the last pixel, and fills what a frame leaves free with a
/// colour of its own.
final class GifFile implements Encoded {
  private static final int HEADER = 13;
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

  private final byte[] bytes;
  private final ByteBuffer data;
  private final Frame frame;

  private GifFile(byte[] bytes, ByteBuffer data, Frame frame) {
    this.bytes = bytes;
    this.data = data;
    this.frame = frame;
  }

  static GifFile open(byte[] bytes) throws BadData {
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int width = data.getShort(6) & 0xFFFF;
    int height = data.getShort(8) & 0xFFFF;
    if (width == 0 || height == 0) {
      throw BadData.damaged();
    }
    return new GifFile(bytes, data, new Frame(height, width));
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public PixelKind kind() {
    return PixelKind.RGB8;
  }

  @Override
  public Decoded decode() throws BadData {
    int at = HEADER + paletteBytes(data.get(10));
    int transparent = NONE;
    while (data.get(at) == EXTENSION) {
      if ((data.get(at + 1) & 0xFF) == GRAPHIC_CONTROL && data.get(at + 2) != 0) {
        boolean given = (data.get(at + 3) & HAS_TRANSPARENT) != 0;
        transparent = given ? data.get(at + 6) & 0xFF : NONE;
      }
      at = afterSubBlocks(at + 2);
    }
    if (data.get(at) != IMAGE) {
      throw BadData.damaged();
    }
    int left = data.getShort(at + 1) & 0xFFFF;
    int top = data.getShort(at + 3) & 0xFFFF;
    int width = data.getShort(at + 5) & 0xFFFF;
    int height = data.getShort(at + 7) & 0xFFFF;
    if (width == 0 || height == 0 || left >= frame.width() || top >= frame.height()) {
      throw BadData.damaged();
    }
    byte flags = data.get(at + 9);
    int own = paletteBytes(flags);
    int colours = own > 0 ? at + 10 : HEADER;
    int size = own > 0 ? own : paletteBytes(data.get(10));
    // What a palette does not have is black.
    byte[] palette = Arrays.copyOf(Arrays.copyOfRange(bytes, colours, colours + size), ALL_COLOURS);
    byte[] indices = indices(at + 10 + own, (long) width * height);
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (hasMoreFrames(afterSubBlocks(at + 11 + own))) {
      traits.add(Trait.FIRST_FRAME);
    }
    int[] rows = rows(height, (flags & INTERLACED) != 0);
    byte[] canvas = Samples.room(frame, kind());
    Arrays.fill(canvas, (byte) 255);
    int covered = 0;
    for (int row = 0; row < height; row++) {
      int y = top + rows[row];
      for (int x = 0; y < frame.height() && x < Math.min(width, frame.width() - left); x++) {
        int index = indices[row * width + x] & 0xFF;
        if (index != transparent) {
          int to = (y * frame.width() + left + x) * 3;
          canvas[to] = palette[3 * index];
          canvas[to + 1] = palette[3 * index + 1];
          canvas[to + 2] = palette[3 * index + 2];
          covered++;
        }
      }
    }
    Samples samples = new Samples(canvas, frame, kind(), covered < frame.pixels());
    return new Decoded(samples, Turn.UPRIGHT, traits);
  }

  /// Unpacks the indices of a frame, in the order in which they are stored.
  ///
  /// @param at where the size of the roots stands, before the blocks of coded pixels
  private byte[] indices(int at, long pixels) throws BadData {
    int rootBits = data.get(at);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int block = at + 1; data.get(block) != 0; block += (data.get(block) & 0xFF) + 1) {
      packed.write(bytes, block + 1, data.get(block) & 0xFF);
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

  /// A fault behind the first frame does no harm.
  private boolean hasMoreFrames(int from) {
    try {
      int at = from;
      while (data.get(at) == EXTENSION) {
        at = afterSubBlocks(at + 2);
      }
      return data.get(at) == IMAGE;
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }

  /// Bytes of the colour table that these flags announce.
  private static int paletteBytes(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /// Sub-blocks begin with their length; one of length zero is the last.
  private int afterSubBlocks(int from) {
    int at = from;
    while (data.get(at) != 0) {
      at += (data.get(at) & 0xFF) + 1;
    }
    return at + 1;
  }
}

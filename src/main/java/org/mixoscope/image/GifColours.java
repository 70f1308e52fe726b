package org.mixoscope.image;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Pixels;

/// A picture of at most 256 colours, packed as the frame of a GIF, exactly.
///
/// OpenCV takes a palette of its own and dithers, which changes every pixel of a drawing.
final class GifColours {
  private static final int MOST = 256;
  private static final int MOST_CODES = 1 << 12;
  private static final int LONGEST_BLOCK = 255;

  /// Slots of the table of colours, a power of two.
  private static final int SLOTS = 1024;

  private final int[] palette = new int[MOST];
  private final int[] slots = new int[SLOTS];
  private final byte[] indices;
  private int colours;

  private GifColours(int pixels) {
    indices = new byte[pixels];
  }

  /// @param rgb uint8 HWC of 3 channels. Not modified
  /// @return null if there are more colours
  static @Nullable GifColours of(Pixels rgb) {
    GifColours found = new GifColours((int) rgb.frame().pixels());
    byte[] bytes = rgb.memory().asSlice(0, rgb.byteSize()).toArray(JAVA_BYTE);
    int last = -1;
    int index = 0;
    for (int i = 0; i < found.indices.length; i++) {
      int at = 3 * i;
      int colour = (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
      index = colour == last ? index : found.index(colour);
      if (index < 0) {
        return null;
      }
      last = colour;
      found.indices[i] = (byte) index;
    }
    return found;
  }

  /// The index of a colour, which is added if it is new; −1 if there is no room.
  private int index(int colour) {
    int slot = ((colour * 0x9E3779B1) >>> 22) & (SLOTS - 1);
    while (slots[slot] != 0) {
      if (palette[slots[slot] - 1] == colour) {
        return slots[slot] - 1;
      }
      slot = slot + 1 & (SLOTS - 1);
    }
    if (colours == MOST) {
      return -1;
    }
    palette[colours++] = colour;
    slots[slot] = colours;
    return colours - 1;
  }

  /// Bits of an index, 2 to 8.
  int bits() {
    return Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(colours - 1));
  }

  /// Three bytes a colour, of as many as the bits count.
  byte[] palette() {
    byte[] bytes = new byte[3 << bits()];
    for (int c = 0; c < colours; c++) {
      bytes[3 * c] = (byte) (palette[c] >> 16);
      bytes[3 * c + 1] = (byte) (palette[c] >> 8);
      bytes[3 * c + 2] = (byte) palette[c];
    }
    return bytes;
  }

  /// The pixels as blocks of LZW, the last of them empty.
  byte[] blocks() {
    int clear = 1 << bits();
    Codes codes = new Codes();
    short[] next = new short[MOST_CODES << 8];
    int width = bits() + 1;
    int free = clear + 2;
    codes.add(clear, width);
    int string = indices[0] & 0xFF;
    for (int i = 1; i < indices.length; i++) {
      int index = indices[i] & 0xFF;
      int longer = next[string << 8 | index];
      if (longer > 0) {
        string = longer;
        continue;
      }
      codes.add(string, width);
      if (free < MOST_CODES) {
        next[string << 8 | index] = (short) free;
        width += free == 1 << width ? 1 : 0;
        free++;
      } else {
        codes.add(clear, width);
        Arrays.fill(next, (short) 0);
        width = bits() + 1;
        free = clear + 2;
      }
      string = index;
    }
    codes.add(string, width);
    // The reader adds a string for the code before, and may so come to longer codes.
    codes.add(clear + 1, width + (free == 1 << width && width < 12 ? 1 : 0));
    return codes.blocks();
  }

  /// Codes, low bits first.
  private static final class Codes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int waiting;
    private int bits;

    void add(int code, int width) {
      waiting |= code << bits;
      bits += width;
      for (; bits >= Byte.SIZE; bits -= Byte.SIZE) {
        bytes.write(waiting);
        waiting >>>= Byte.SIZE;
      }
    }

    byte[] blocks() {
      if (bits > 0) {
        bytes.write(waiting);
      }
      byte[] all = bytes.toByteArray();
      ByteArrayOutputStream blocks = new ByteArrayOutputStream(all.length + all.length / 128 + 2);
      for (int from = 0; from < all.length; from += LONGEST_BLOCK) {
        int length = Math.min(LONGEST_BLOCK, all.length - from);
        blocks.write(length);
        blocks.write(all, from, length);
      }
      blocks.write(0);
      return blocks.toByteArray();
    }
  }
}

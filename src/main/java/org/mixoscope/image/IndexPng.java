package org.mixoscope.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Encoded.Indexed;
import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// PNG of indices. They are decoded here; what is interlaced or not as it should be is left to
/// OpenCV, which knows no indices: it reads and writes them as grey, and what makes them a palette
/// is taken off before and put on after.
final class IndexPng {
  private static final int SIGNATURE = 8;
  private static final int HEADER_END = 33;
  private static final int ENVELOPE = 12;
  private static final int BITS_AT = 24;
  private static final int COLOUR_TYPE_AT = 25;

  /// Of compression, filters and interlacing, after which the header ends; 0 is the usual one.
  private static final int METHODS_AT = 26;

  private static final int HEADER_LENGTH = 13;
  private static final int GRAY = 0;
  private static final int PALETTE = 3;

  private static final int IHDR = 0x49484452;
  private static final int PLTE = 0x504C5445;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;

  private IndexPng() {}

  /// Whether a file holds indices or grey values.
  static boolean isOne(byte[] png) {
    return png[COLOUR_TYPE_AT] == GRAY || png[COLOUR_TYPE_AT] == PALETTE;
  }

  /// Reads one.
  ///
  /// @param png that [#isOne]. Not modified
  static Indexed read(byte[] png, Frame frame) throws BadData {
    ByteBuffer data = ByteBuffer.wrap(png);
    ByteArrayOutputStream gray = new ByteArrayOutputStream(png.length);
    gray.write(png, 0, SIGNATURE);
    ByteArrayOutputStream deflated = new ByteArrayOutputStream(png.length);
    Palette palette = null;
    for (int at = SIGNATURE, name = 0; name != IEND; ) {
      int length = data.getInt(at);
      name = data.getInt(at + 4);
      if (length < 0 || length > png.length - at - ENVELOPE) {
        throw BadData.damaged();
      }
      if ((name == IHDR) != (at == SIGNATURE) || (name == IHDR && length != HEADER_LENGTH)) {
        throw BadData.damaged();
      }
      if (name == IHDR || name == PLTE || name == IDAT || name == IEND) {
        requireWhole(png, at, length);
        if (name == PLTE) {
          palette = palette(data.slice(at + SIGNATURE, length));
        } else {
          gray.write(png, at, length + ENVELOPE);
        }
        if (name == IDAT) {
          deflated.write(png, at + SIGNATURE, length);
        }
      }
      at += length + ENVELOPE;
    }
    int bits = png[BITS_AT];
    PixelKind kind = new PixelKind(1, bits == Short.SIZE ? ElementType.UINT16 : ElementType.UINT8);
    boolean usual = Arrays.equals(png, METHODS_AT, METHODS_AT + 3, new byte[3], 0, 3);
    byte[] pixels = usual ? IndexRows.decode(deflated.toByteArray(), frame, bits) : null;
    Samples samples =
        pixels == null
            ? judged(gray.toByteArray(), frame, kind, bits)
            : new Samples(pixels, frame, kind, false);
    boolean indexed = png[COLOUR_TYPE_AT] == PALETTE;
    return new Indexed(samples, Turn.UPRIGHT, indexed ? palette : null);
  }

  /// What OpenCV makes of it.
  private static Samples judged(byte[] png, Frame frame, PixelKind kind, int bits) throws BadData {
    byte[] gray = retyped(png, GRAY);
    Samples samples =
        bits == Short.SIZE
            ? OpenCv.flattened(gray, frame, kind, Alpha.STRAIGHT, OptionalInt.empty())
            : OpenCv.plain(gray, frame, 1);
    if (bits < Byte.SIZE) {
      narrow(samples.bytes(), bits);
    }
    return samples;
  }

  private static void requireWhole(byte[] png, int at, int length) throws BadData {
    int said = ByteBuffer.wrap(png).getInt(at + SIGNATURE + length);
    if (checksum(png, at + 4, length + 4) != said) {
      throw BadData.damaged();
    }
  }

  private static Palette palette(ByteBuffer rgb) throws BadData {
    if (rgb.remaining() > 3 * Palette.MOST || rgb.remaining() % 3 != 0) {
      throw BadData.damaged();
    }
    List<Integer> colours = new ArrayList<>();
    while (rgb.hasRemaining()) {
      colours.add((rgb.get() & 0xFF) << 16 | (rgb.get() & 0xFF) << 8 | (rgb.get() & 0xFF));
    }
    return new Palette(colours);
  }

  /// Undoes that the decoder spreads fewer than eight bits over eight: it repeats them.
  private static void narrow(byte[] values, int bits) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) ((values[i] & 0xFF) >>> (Byte.SIZE - bits));
    }
  }

  /// Writes indices: those of eight bits with a palette, since without one they look black.
  ///
  /// @param indices uint8 or uint16 HWC of one channel. Not modified
  /// @param palette null for grey
  static byte[] write(Pixels indices, @Nullable Palette palette) {
    byte[] gray = OpenCv.encode(".png", indices);
    if (palette == null || indices.type() != ElementType.UINT8) {
      return gray;
    }
    byte[] header = retyped(gray, PALETTE);
    ByteBuffer out = ByteBuffer.allocate(gray.length + ENVELOPE + 3 * Palette.MOST);
    out.put(header, 0, HEADER_END).putInt(3 * Palette.MOST).putInt(PLTE);
    for (int i = 0; i < Palette.MOST; i++) {
      int rgb = palette.colour(i);
      out.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
    }
    out.putInt(checksum(out.array(), HEADER_END + 4, 4 + 3 * Palette.MOST));
    out.put(gray, HEADER_END, gray.length - HEADER_END);
    return out.array();
  }

  /// The same file with another colour type in its header.
  private static byte[] retyped(byte[] png, int colourType) {
    byte[] other = png.clone();
    other[COLOUR_TYPE_AT] = (byte) colourType;
    int end = HEADER_END - 4;
    ByteBuffer.wrap(other).putInt(end, checksum(other, SIGNATURE + 4, end - SIGNATURE - 4));
    return other;
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}

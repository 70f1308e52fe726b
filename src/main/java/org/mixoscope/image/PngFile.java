package org.mixoscope.image;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.CRC32;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// PNG of every colour type and depth; of an animation the still picture.
///
/// The decoder gets only the chunks that make pixels, checked: what the others hold (colour
/// profiles, gamma, animation, long texts) would make it convert, warn or refuse.
final class PngFile implements Encoded {
  private static final int SIGNATURE = 8;

  /// Length, name and checksum around the data of a chunk.
  private static final int ENVELOPE = 12;

  private static final int IHDR = 0x49484452;
  private static final int PLTE = 0x504C5445;
  private static final int TRNS = 0x74524E53;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final int EXIF = 0x65584966;
  private static final int ANIMATION = 0x6163544C;
  private static final int APPLE = 0x43674249;

  /// Chunks with a capital first letter cannot be left out.
  private static final int OPTIONAL_BIT = 0x20000000;

  private final byte[] bytes;
  private final Frame frame;
  private final int bits;
  private final boolean gray;
  private final boolean alphaChannel;

  private PngFile(byte[] bytes, Frame frame, int bits, int colourType) {
    this.bytes = bytes;
    this.frame = frame;
    this.bits = bits;
    this.gray = (colourType & 3) == 0;
    this.alphaChannel = (colourType & 4) != 0;
  }

  static PngFile open(byte[] bytes) throws BadData {
    ByteBuffer data = ByteBuffer.wrap(bytes);
    int first = data.getInt(SIGNATURE + 4);
    if (first == APPLE) {
      throw BadData.unsupported(Unsupported.APPLE_PNG);
    }
    int width = data.getInt(SIGNATURE + 8);
    int height = data.getInt(SIGNATURE + 12);
    int bits = data.get(SIGNATURE + 16);
    int colourType = data.get(SIGNATURE + 17);
    boolean validBits = bits > 0 && bits <= 16 && Integer.bitCount(bits) == 1;
    if (first != IHDR || width <= 0 || height <= 0 || !validBits) {
      throw BadData.damaged();
    }
    return new PngFile(bytes, new Frame(height, width), bits, colourType);
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public PixelKind kind() {
    return new PixelKind(gray ? 1 : 3, bits == 16 ? ElementType.UINT16 : ElementType.UINT8);
  }

  @Override
  public Decoded decode() throws BadData {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    Turn orientation = Turn.UPRIGHT;
    OptionalInt transparentGray = OptionalInt.empty();
    boolean transparency = alphaChannel;
    ByteBuffer data = ByteBuffer.wrap(bytes);
    ByteBuffer kept = ByteBuffer.allocate(bytes.length).put(bytes, 0, SIGNATURE);
    for (int at = SIGNATURE, name = 0; name != IEND; ) {
      int length = data.getInt(at);
      name = data.getInt(at + 4);
      if (length < 0 || length > bytes.length - at - ENVELOPE) {
        throw BadData.damaged();
      }
      switch (name) {
        case IHDR, PLTE, IDAT, IEND -> keep(kept, at, length);
        case TRNS -> {
          keep(kept, at, length);
          transparency = true;
          if (gray) {
            transparentGray = OptionalInt.of(eightOrSixteen(data.getShort(at + 8) & 0xFFFF));
          }
        }
        case EXIF -> orientation = Ifd.orientation(data.slice(at + 8, length));
        case ANIMATION -> {
          if (data.getInt(at + 8) > 1) {
            traits.add(Trait.FIRST_FRAME);
          }
        }
        default -> {
          if ((name & OPTIONAL_BIT) == 0) {
            throw BadData.damaged();
          }
        }
      }
      at += length + ENVELOPE;
    }
    if (gray) {
      traits.add(Trait.GRAYSCALE);
    }
    if (bits == 16) {
      traits.add(Trait.SIXTEEN_BIT);
    }
    byte[] plain = kept.flip().remaining() == bytes.length ? bytes : copy(kept);
    Samples samples =
        transparency || bits == 16
            ? OpenCv.flattened(plain, frame, kind(), Alpha.STRAIGHT, transparentGray)
            : OpenCv.plain(plain, frame, kind().channels());
    return new Decoded(samples, orientation, traits);
  }

  @Override
  public Indexed indices() throws BadData {
    return IndexPng.isOne(bytes) ? IndexPng.read(bytes, frame) : Encoded.colours(decode());
  }

  /// Copies a chunk whose checksum is right.
  private void keep(ByteBuffer kept, int at, int length) throws BadData {
    CRC32 crc = new CRC32();
    crc.update(bytes, at + 4, length + 4);
    if ((int) crc.getValue() != ByteBuffer.wrap(bytes).getInt(at + 8 + length)) {
      throw BadData.damaged();
    }
    kept.put(bytes, at, length + ENVELOPE);
  }

  /// A grey of fewer than eight bits as the decoder spreads it over eight.
  private int eightOrSixteen(int gray) {
    return bits < 8 ? gray * 255 / ((1 << bits) - 1) : gray;
  }

  private static byte[] copy(ByteBuffer buffer) {
    byte[] copy = new byte[buffer.remaining()];
    buffer.get(copy);
    return copy;
  }
}

package org.mixoscope.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// TIFF: the first page, of 1, 2, 4, 8 or 16 bits, grey, palette, colour, CMYK, with alpha.
final class TiffFile implements Encoded {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP_OFFSETS = 273;
  private static final int SAMPLES = 277;
  private static final int STRIP_BYTES = 279;
  private static final int PLANAR = 284;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;
  private static final int EXTRA_SAMPLES = 338;
  private static final int SAMPLE_FORMAT = 339;

  private static final int WHOLE_NUMBERS = 1;
  private static final int UNDEFINED = 4;
  private static final long MAX_TILE_PIXELS = 1 << 26;

  /// Photometric interpretations.
  private static final int WHITE_IS_ZERO = 0;

  private static final int GRAY = 1;
  private static final int RGB = 2;
  private static final int CMYK = 5;

  /// What an extra sample is.
  private static final int PREMULTIPLIED_ALPHA = 1;

  private static final int STRAIGHT_ALPHA = 2;

  private final byte[] bytes;
  private final Ifd ifd;
  private final Frame frame;
  private final int bits;
  private final int photometric;

  private TiffFile(byte[] bytes, Ifd ifd, Frame frame) {
    this.bytes = bytes;
    this.ifd = ifd;
    this.frame = frame;
    this.bits = (int) ifd.value(BITS, 1);
    this.photometric = (int) ifd.value(PHOTOMETRIC, GRAY);
  }

  static TiffFile open(byte[] bytes) throws BadData {
    Ifd ifd = Ifd.first(ByteBuffer.wrap(bytes));
    long width = ifd.value(WIDTH, 0);
    long height = ifd.value(HEIGHT, 0);
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw BadData.damaged();
    }
    return new TiffFile(bytes, ifd, new Frame((int) height, (int) width));
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public PixelKind kind() {
    boolean gray = photometric <= GRAY && ifd.value(SAMPLES, 1) <= 2;
    return new PixelKind(gray ? 1 : 3, bits == 16 ? ElementType.UINT16 : ElementType.UINT8);
  }

  @Override
  public Decoded decode() throws BadData {
    requireDecodable();
    requireComplete();
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (photometric <= GRAY) {
      traits.add(Trait.GRAYSCALE);
    } else if (photometric == CMYK) {
      traits.add(Trait.CMYK);
    }
    if (bits == 16) {
      traits.add(Trait.SIXTEEN_BIT);
    }
    if (!ifd.isLast()) {
      traits.add(Trait.FIRST_FRAME);
    }
    Turn orientation = Turn.of((int) ifd.value(Ifd.ORIENTATION, 1));
    return new Decoded(pixels(orientation), orientation, traits);
  }

  private Samples pixels(Turn orientation) throws BadData {
    long samples = ifd.value(SAMPLES, 1);
    boolean straight = ifd.value(EXTRA_SAMPLES, 0) == STRAIGHT_ALPHA;
    Alpha alpha = straight ? Alpha.STRAIGHT : Alpha.PREMULTIPLIED;
    if (bits == 2 || bits == 4 || (photometric <= GRAY && samples == 2 && hasAlpha())) {
      return RareTiff.decode(bytes, frame, kind(), alpha);
    }
    byte[] plain = orientation == Turn.UPRIGHT ? bytes : markedUpright();
    if (bits == 16) {
      Samples deep = OpenCv.flattened(plain, frame, kind(), alpha, OptionalInt.empty());
      return photometric == WHITE_IS_ZERO ? inverted(deep) : deep;
    }
    // libtiff has multiplied eight-bit colours by their alpha in any case.
    return hasColourAlpha()
        ? OpenCv.flattened(plain, frame, kind(), Alpha.PREMULTIPLIED, OptionalInt.empty())
        : OpenCv.plain(plain, frame, kind().channels());
  }

  private boolean hasAlpha() {
    long extra = ifd.value(EXTRA_SAMPLES, 0);
    return extra == PREMULTIPLIED_ALPHA || extra == STRAIGHT_ALPHA;
  }

  private boolean hasColourAlpha() {
    return photometric == RGB && ifd.value(SAMPLES, 1) == 4 && hasAlpha();
  }

  /// OpenCV does this for eight bits only.
  private static Samples inverted(Samples deep) {
    byte[] bytes = deep.bytes();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
    return deep;
  }

  /// libtiff obeys half of the orientations, so it gets to see none.
  private byte[] markedUpright() {
    byte[] copy = bytes.clone();
    ByteOrder order = bytes[0] == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer.wrap(copy).order(order).putShort(ifd.valueOffset(Ifd.ORIENTATION), (short) 1);
    return copy;
  }

  private void requireDecodable() throws BadData {
    for (long format : ifd.values(SAMPLE_FORMAT)) {
      if (format != WHOLE_NUMBERS && format != UNDEFINED) {
        throw BadData.unsupported(Unsupported.TIFF_OF_OTHER_NUMBERS);
      }
    }
    for (long each : ifd.values(BITS)) {
      if (each != bits) {
        throw BadData.unsupported(Unsupported.TIFF_OF_SEVERAL_DEPTHS);
      }
    }
    boolean plain = photometric <= RGB && ifd.value(PLANAR, 1) == 1;
    long samples = ifd.value(SAMPLES, 1);
    boolean ok =
        switch (bits) {
          case 1, 2, 4 -> samples == 1;
          case 8 -> true;
          case 16 -> plain && (samples == 1 || samples == 3 || hasColourAlpha());
          default -> false;
        };
    if (!ok) {
      throw BadData.unsupported(Unsupported.RARELY_ARRANGED_TIFF, samples, bits);
    }
  }

  /// Whether every strip or tile lies within the file.
  private void requireComplete() throws BadData {
    boolean tiled = ifd.has(TILE_OFFSETS);
    long[] offsets = ifd.values(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
    long[] sizes = ifd.values(tiled ? TILE_BYTES : STRIP_BYTES);
    if (offsets.length == 0 || (sizes.length != 0 && sizes.length != offsets.length)) {
      throw BadData.damaged();
    }
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] + (sizes.length == 0 ? 1 : sizes[i]) > bytes.length) {
        throw BadData.damaged();
      }
    }
    // A tile is unpacked as a whole, however small the picture.
    long tile = ifd.value(TILE_WIDTH, 1) * ifd.value(TILE_HEIGHT, 1);
    if (tiled && (tile < 1 || tile > MAX_TILE_PIXELS)) {
      throw BadData.damaged();
    }
  }
}

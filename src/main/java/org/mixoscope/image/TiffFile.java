package org.mixoscope.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// A page of a TIFF or BigTIFF: of 1, 2, 4, 8 or 16 bits, grey, palette, colour, CMYK, CIE
/// L\*a\*b\*, with alpha; or of other numbers, grey or colour, as [TiffNumbers] has them.
final class TiffFile implements Encoded {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int PHOTOMETRIC = 262;
  private static final int SAMPLES = 277;
  private static final int SAMPLE_FORMAT = 339;

  private static final int WHOLE_NUMBERS = 1;
  private static final int SIGNED_NUMBERS = 2;
  private static final int UNDEFINED = 4;
  private static final int MAX_SAMPLES = 256;

  /// Compressions that OpenCV unpacks.
  private static final int JPEG = 7;

  private static final int PIXAR_LOG = 32_909;

  private final byte[] bytes;
  private final List<Ifd> all;
  private final int page;
  private final Ifd ifd;
  private final Frame frame;
  private final int bits;
  private final int samples;
  private final int photometric;
  private final TiffNumbers numbers;

  /// @param all pages
  /// @param page one of them, from 1
  private TiffFile(byte[] bytes, List<Ifd> all, int page) throws BadData {
    this.bytes = bytes;
    this.all = all;
    this.page = page;
    this.ifd = all.get(page - 1);
    this.frame = frame(ifd);
    this.bits = (int) ifd.value(BITS, 1);
    this.samples = (int) ifd.value(SAMPLES, 1);
    int usual = samples < 3 ? TiffColours.GRAY : TiffColours.RGB;
    this.photometric = (int) ifd.value(PHOTOMETRIC, usual);
    this.numbers = TiffNumbers.of(ifd, bits, samples, photometric);
  }

  static TiffFile open(byte[] bytes) throws BadData {
    return new TiffFile(bytes, Ifd.first(ByteBuffer.wrap(bytes)).pages(), 1);
  }

  private static Frame frame(Ifd ifd) throws BadData {
    long width = ifd.value(WIDTH, 0);
    long height = ifd.value(HEIGHT, 0);
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw BadData.damaged();
    }
    return new Frame((int) height, (int) width);
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public NumberType type() {
    return numbers.type();
  }

  @Override
  public int pages() {
    return all.size();
  }

  @Override
  public Encoded page(int number) throws BadData {
    return new TiffFile(bytes, all, number);
  }

  @Override
  public PixelKind kind() {
    boolean gray = photometric <= TiffColours.GRAY && samples <= 2;
    if (numbers.isDeep()) {
      return new PixelKind(gray ? 1 : 3, numbers.type().element());
    }
    return new PixelKind(gray ? 1 : 3, bits == 16 ? ElementType.UINT16 : ElementType.UINT8);
  }

  @Override
  public Decoded decode() throws BadData {
    requireDecodable();
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (photometric <= TiffColours.GRAY) {
      traits.add(Trait.GRAYSCALE);
    } else if (photometric == TiffColours.CMYK) {
      traits.add(Trait.CMYK);
    }
    if (bits == 16 && !numbers.isDeep()) {
      traits.add(Trait.SIXTEEN_BIT);
    }
    if (!ifd.isLast() && page == 1) {
      traits.add(Trait.FIRST_FRAME);
    }
    if (numbers.isDeep()) {
      traits.add(Trait.DEEP);
    }
    Stored stored = new Stored(numbers.type(), Scale.NONE, null, page, pages());
    return new Decoded(
        numbers.isDeep() ? numbers.read(bytes, frame, kind()) : pixels(turn()),
        turn(),
        traits,
        stored);
  }

  @Override
  public Turn turn() throws BadData {
    return Turn.of((int) ifd.value(Ifd.ORIENTATION, 1));
  }

  private Samples pixels(Turn orientation) throws BadData {
    TiffBlocks blocks = new TiffBlocks(bytes, ifd, frame, bits, samples);
    if (!isUnpackedHere()) {
      if (page > 1) {
        throw BadData.unsupported(Unsupported.RARE_TIFF); // OpenCV would give the first one
      }
      byte[] plain = orientation == Turn.UPRIGHT ? bytes : markedUpright();
      // libtiff has multiplied colours by their alpha in any case.
      return photometric == TiffColours.RGB && samples == 4
          ? OpenCv.flattened(plain, frame, kind(), Alpha.PREMULTIPLIED, OptionalInt.empty())
          : OpenCv.plain(plain, frame, kind().channels());
    }
    // Three channels of sixteen bits that are called grey are colours.
    boolean colours = photometric <= TiffColours.GRAY && samples == 3 && bits == 16;
    TiffColours meaning =
        new TiffColours(
            ifd, colours || isChromaJpeg() ? TiffColours.RGB : photometric, bits, samples);
    byte[] out = Samples.room(frame, kind());
    Flattening flattening = new Flattening(4, meaning.alpha(), OptionalInt.empty(), kind(), out);
    byte[] row = new byte[Math.multiplyExact(frame.width(), bits == 16 ? 8 : 4)];
    blocks.forEachRow(
        values -> {
          meaning.paint(values, row);
          flattening.add(row);
        });
    return new Samples(out, frame, kind(), flattening.foundTransparency());
  }

  /// Of lossless files of one sample: JPEG inside may have changed values.
  @Override
  public Indexed indices() throws BadData {
    if (numbers.isDeep()) {
      throw new BadData(ImageReason.NO_INDICES);
    }
    requireDecodable();
    boolean lossless = TiffBlocks.compression(ifd) != JPEG;
    if (samples != 1 && lossless) {
      return Encoded.colours(decode());
    }
    boolean indexed = photometric == TiffColours.PALETTE;
    if (!lossless || !isUnpackedHere() || !(indexed || photometric == TiffColours.GRAY)) {
      throw new BadData(ImageReason.NO_INDICES);
    }
    PixelKind kind = new PixelKind(1, bits == 16 ? ElementType.UINT16 : ElementType.UINT8);
    ByteBuffer out = ByteBuffer.wrap(Samples.room(frame, kind)).order(ByteOrder.nativeOrder());
    new TiffBlocks(bytes, ifd, frame, bits, samples)
        .forEachRow(
            values -> {
              for (int value : values) {
                if (bits == 16) {
                  out.putShort((short) value);
                } else {
                  out.put((byte) value);
                }
              }
            });
    return new Indexed(
        new Samples(out.array(), frame, kind, false),
        Turn.of((int) ifd.value(Ifd.ORIENTATION, 1)),
        indexed ? TiffColours.palette(ifd) : null);
  }

  private boolean isUnpackedHere() {
    return TiffBlocks.unpacks(ifd, samples) && (TiffColours.knows(photometric) || isChromaJpeg());
  }

  /// Whether unpacking gives RGB.
  private boolean isChromaJpeg() {
    return photometric == TiffJpeg.LUMA_CHROMA && TiffBlocks.compression(ifd) == JPEG;
  }

  /// libtiff obeys half of the orientations, so it gets to see none.
  private byte[] markedUpright() {
    byte[] copy = bytes.clone();
    ByteOrder order = bytes[0] == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer.wrap(copy).order(order).putShort(ifd.valueOffset(Ifd.ORIENTATION), (short) 1);
    return copy;
  }

  private void requireDecodable() throws BadData {
    if (numbers.isDeep()) {
      numbers.require(photometric);
      return;
    }
    boolean lab = photometric == TiffColours.CIE_LAB;
    for (long format : ifd.values(SAMPLE_FORMAT)) {
      if (format != WHOLE_NUMBERS && format != UNDEFINED && !(lab && format == SIGNED_NUMBERS)) {
        throw BadData.unsupported(Unsupported.TIFF_OF_OTHER_NUMBERS);
      }
    }
    for (long each : ifd.values(BITS)) {
      if (each != bits) {
        throw BadData.unsupported(Unsupported.TIFF_OF_SEVERAL_DEPTHS);
      }
    }
    long compression = TiffBlocks.compression(ifd);
    boolean unpacked = TiffBlocks.unpacks(ifd, samples);
    if (!unpacked && !isLeftToOpenCv(compression)) {
      throw BadData.unsupported(Unsupported.TIFF_OF_COMPRESSION, compression);
    }
    boolean ok =
        switch (bits) {
          case 1, 2, 4, 16 -> isUnpackedHere() || (bits == 1 && !unpacked);
          case 8 -> isUnpackedHere() || isColourOfOpenCv();
          default -> false;
        };
    if (!ok || samples < 1 || samples > MAX_SAMPLES) {
      throw BadData.unsupported(Unsupported.RARELY_ARRANGED_TIFF, samples, bits);
    }
  }

  private boolean isColourOfOpenCv() {
    return switch (photometric) {
      case TiffColours.WHITE_IS_ZERO, TiffColours.GRAY, TiffColours.PALETTE -> samples == 1;
      case TiffColours.RGB -> samples == 3 || samples == 4;
      case TiffColours.CMYK -> samples == 4;
      case TiffJpeg.LUMA_CHROMA -> samples == 3;
      default -> false;
    };
  }

  /// Fax of one bit; JPEG and Pixar's way of eight.
  private boolean isLeftToOpenCv(long compression) {
    return switch ((int) compression) {
      case 2, 3, 4, 32_771 -> bits == 1 && samples == 1;
      case JPEG, PIXAR_LOG -> bits == 8;
      default -> false;
    };
  }
}

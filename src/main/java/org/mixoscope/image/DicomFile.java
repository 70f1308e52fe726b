package org.mixoscope.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// A frame of a DICOM file: grey of 8, 16 or 32 bits, with a sign or without, floats, or colour of
/// eight bits. Numbers are the stored ones, and the file's rescaling says what they stand for.
///
/// MONOCHROME1, where the least is white, is turned over: what comes out is bright where it is
/// looked at as bright.
final class DicomFile implements Encoded {
  private static final int MODALITY = 0x0008_0060;
  private static final int SAMPLES = 0x0028_0002;
  private static final int PHOTOMETRIC = 0x0028_0004;
  private static final int PLANAR = 0x0028_0006;
  private static final int FRAMES = 0x0028_0008;
  private static final int ROWS = 0x0028_0010;
  private static final int COLUMNS = 0x0028_0011;
  private static final int BITS_ALLOCATED = 0x0028_0100;
  private static final int BITS_STORED = 0x0028_0101;
  private static final int HIGH_BIT = 0x0028_0102;
  private static final int SIGNED = 0x0028_0103;
  private static final int WINDOW_CENTER = 0x0028_1050;
  private static final int WINDOW_WIDTH = 0x0028_1051;
  private static final int INTERCEPT = 0x0028_1052;
  private static final int SLOPE = 0x0028_1053;
  private static final int UNIT = 0x0028_1054;
  private static final int LOSSY = 0x0028_2110;

  private static final long ALL = 0xFFFF_FFFFL;
  private static final int MOST_FRAMES = 1 << 24;
  private static final String WHITE_IS_ZERO = "MONOCHROME1";

  private final DicomElements elements;
  private final Frame frame;
  private final int frames;
  private final int page;
  private final int bits;
  private final int stored;
  private final int lowest;
  private final boolean signed;
  private final int channels;

  private DicomFile(DicomElements elements, int page) throws BadData {
    this.elements = elements;
    this.page = page;
    int height = elements.number(ROWS, 0);
    int width = elements.number(COLUMNS, 0);
    if (height < 1 || width < 1) {
      throw BadData.unsupported(Unsupported.DICOM_WITHOUT_PIXELS);
    }
    frame = new Frame(height, width);
    double count = elements.decimal(FRAMES, 1);
    if (!(count >= 1 && count <= MOST_FRAMES)) {
      throw BadData.damaged();
    }
    frames = (int) count;
    bits = elements.number(BITS_ALLOCATED, Short.SIZE);
    stored = elements.number(BITS_STORED, bits);
    lowest = elements.number(HIGH_BIT, stored - 1) + 1 - stored;
    signed = elements.number(SIGNED, 0) == 1;
    channels = elements.number(SAMPLES, 1);
  }

  static DicomFile open(byte[] bytes) throws BadData {
    return new DicomFile(new DicomElements(bytes), 1);
  }

  static DicomFile open(DicomElements elements) throws BadData {
    return new DicomFile(elements, 1);
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public int pages() {
    return frames;
  }

  @Override
  public Encoded page(int number) throws BadData {
    return new DicomFile(elements, number);
  }

  @Override
  public PixelKind kind() {
    return new PixelKind(channels == 1 ? 1 : 3, type().element());
  }

  @Override
  public NumberType type() {
    if (elements.has(DicomElements.FLOATS)) {
      return NumberType.FLOAT32;
    }
    if (elements.has(DicomElements.DOUBLES)) {
      return NumberType.FLOAT64;
    }
    return switch (bits) {
      case Byte.SIZE -> signed ? NumberType.INT8 : NumberType.UINT8;
      case Integer.SIZE -> signed ? NumberType.INT32 : NumberType.UINT32;
      default -> signed ? NumberType.INT16 : NumberType.UINT16;
    };
  }

  @Override
  public Decoded decode() throws BadData {
    NumberType type = type();
    requireReadable(type);
    boolean chroma = !elements.text(PHOTOMETRIC).equals("RGB");
    DicomFrames all = new DicomFrames(elements, frame, frames, channels, type, chroma);
    Samples samples = new Samples(numbers(all, type), frame, kind(), false);
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (channels == 1) {
      traits.add(Trait.GRAYSCALE);
    }
    if (!type.isLight()) {
      traits.add(Trait.DEEP);
    } else if (type == NumberType.UINT16) {
      traits.add(Trait.SIXTEEN_BIT);
    }
    if (elements.text(LOSSY).equals("01") || TransferSyntax.of(elements.syntax()).isLossy()) {
      traits.add(Trait.LOSSY);
    }
    if (page == 1 && frames > 1) {
      traits.add(Trait.FIRST_FRAME);
    }
    Scale scale = scale();
    return new Decoded(
        samples, Turn.UPRIGHT, traits, new Stored(type, scale, window(scale), page, frames));
  }

  private void requireReadable(NumberType type) throws BadData {
    String photometric = elements.text(PHOTOMETRIC);
    boolean grey = channels == 1 && (photometric.startsWith("MONOCHROME") || photometric.isEmpty());
    boolean colour =
        channels == 3
            && type == NumberType.UINT8
            && (photometric.equals("RGB") || isUnpackedToRgb(photometric));
    if (!grey && !colour) {
      throw BadData.unsupported(
          Unsupported.DICOM_OF_COLOURS, channels, photometric.isEmpty() ? "?" : photometric);
    }
    boolean whole = type.isWhole();
    boolean sized = bits == Byte.SIZE || bits == Short.SIZE || bits == Integer.SIZE;
    if (whole && (!sized || stored < 1 || lowest < 0 || lowest + stored > bits)) {
      throw BadData.unsupported(Unsupported.DICOM_OF_BITS, stored, bits);
    }
    if (elements.differs(SLOPE) || elements.differs(INTERCEPT)) {
      throw BadData.unsupported(Unsupported.DICOM_OF_SCALES);
    }
  }

  /// Whether who unpacks the pixels makes RGB of them.
  private boolean isUnpackedToRgb(String photometric) {
    return switch (packing()) {
      case JPEG -> photometric.startsWith("YBR_FULL");
      case JPEG_2000 -> photometric.equals("YBR_RCT") || photometric.equals("YBR_ICT");
      case RUNS, LOSSLESS_JPEG, JPEG_LS, UNKNOWN -> false;
    };
  }

  private TransferSyntax.Packing packing() {
    return TransferSyntax.of(elements.syntax()).packing();
  }

  /// @return in the platform's order, as the elements that hold them
  private byte[] numbers(DicomFrames all, NumberType type) throws BadData {
    ByteBuffer from = all.plain(page);
    byte[] room = Samples.room(frame, kind());
    ByteBuffer to = ByteBuffer.wrap(room).order(ByteOrder.nativeOrder());
    boolean planes = channels > 1 && !all.isPacked() && elements.number(PLANAR, 0) == 1;
    int pixels = (int) frame.pixels();
    for (int i = 0; i < pixels * channels; i++) {
      int at = planes ? i % channels * pixels + i / channels : i;
      switch (type) {
        case UINT8 -> to.put((byte) number(from.get(at) & 0xFF));
        case INT8 -> to.putDouble((double) number(from.get(at)));
        case UINT16 -> to.putShort((short) number(from.getShort(2 * at) & 0xFFFF));
        case INT16 -> to.putDouble((double) number(from.getShort(2 * at)));
        case UINT32, INT32 -> to.putDouble((double) number(from.getInt(4 * at)));
        case FLOAT32 -> to.putFloat(from.getFloat(4 * at));
        case FLOAT64 -> to.putDouble(from.getDouble(8 * at));
      }
    }
    return room;
  }

  /// The bits that count, with their sign; of MONOCHROME1 turned over.
  private long number(int raw) {
    int left = Integer.SIZE - stored - lowest;
    long number = signed ? raw << left >> (left + lowest) : (raw << left >>> (left + lowest)) & ALL;
    return isTurned() ? ends() - number : number;
  }

  private boolean isTurned() {
    return elements.text(PHOTOMETRIC).equals(WHITE_IS_ZERO);
  }

  /// The least number that there can be and the most, added.
  private long ends() {
    return signed ? -1 : (1L << stored) - 1;
  }

  @Override
  public Scale scale() throws BadData {
    double slope = elements.decimal(SLOPE, 1);
    double intercept = elements.decimal(INTERCEPT, 0);
    if (slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
      throw BadData.damaged();
    }
    String unit = elements.text(UNIT);
    if (unit.isEmpty() && elements.has(SLOPE) && elements.text(MODALITY).equals("CT")) {
      unit = "HU";
    }
    return new Scale(slope, intercept, isTurned() || unit.equals("US") ? "" : unit);
  }

  /// What the file says; else all that its bits can say, unless that is all that its type can.
  private @Nullable Window window(Scale scale) throws BadData {
    double width = elements.decimal(WINDOW_WIDTH, 0);
    double sum = scale.slope() * (double) ends() + 2 * scale.intercept();
    if (width >= 1 && elements.has(WINDOW_CENTER)) {
      Window window = Window.centred(elements.decimal(WINDOW_CENTER, 0), width);
      return isTurned() ? new Window(sum - window.high(), sum - window.low()) : window;
    }
    if (stored >= bits || !type().isWhole()) {
      return null;
    }
    long least = signed ? -(1L << (stored - 1)) : 0;
    double one = scale.of((double) least);
    double other = scale.of((double) (ends() - least));
    return new Window(Math.min(one, other), Math.max(one, other));
  }
}

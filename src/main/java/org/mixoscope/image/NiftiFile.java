package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// A slice of a NIfTI-1 volume, `.nii` or `.nii.gz`: across the first axis and down the second, in
/// the order that the file has, which knows nothing of upright. Slices are numbered along the third
/// axis, and volumes of a series one after the other.
final class NiftiFile implements Encoded {
  static final int HEADER = 348;
  private static final int DIMENSIONS = 40;
  private static final int DATA_TYPE = 70;
  private static final int OFFSET = 108;
  private static final int SLOPE = 112;
  private static final int INTERCEPT = 116;
  private static final int MOST_SHOWN = 124;
  private static final int LEAST_SHOWN = 128;
  private static final int MAGIC = 344;
  private static final int MOST_DIMENSIONS = 7;

  /// What is unpacked at a time while nobody knows how much there is.
  private static final int CHUNK = 1 << 20;

  private final ByteBuffer data;
  private final int page;
  private final Frame frame;
  private final int slices;
  private final @Nullable NumberType known;

  private NiftiFile(ByteBuffer data, int page) throws BadData {
    this.data = data;
    this.page = page;
    int dimensions = data.getShort(DIMENSIONS);
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw BadData.damaged();
    }
    long count = 1;
    for (int i = 3; i <= dimensions; i++) {
      count *= side(i);
      if (count > Integer.MAX_VALUE) {
        throw BadData.damaged();
      }
    }
    slices = (int) count;
    frame = new Frame(dimensions < 2 ? 1 : side(2), side(1));
    known = type(data.getShort(DATA_TYPE));
  }

  private int side(int dimension) throws BadData {
    int side = data.getShort(DIMENSIONS + Short.BYTES * dimension);
    if (side < 1) {
      throw BadData.damaged();
    }
    return side;
  }

  private static @Nullable NumberType type(int code) {
    return switch (code) {
      case 2 -> NumberType.UINT8;
      case 4 -> NumberType.INT16;
      case 8 -> NumberType.INT32;
      case 16 -> NumberType.FLOAT32;
      case 64 -> NumberType.FLOAT64;
      case 256 -> NumberType.INT8;
      case 512 -> NumberType.UINT16;
      case 768 -> NumberType.UINT32;
      default -> null;
    };
  }

  /// Whether a file begins as one, packed or not.
  static boolean isOne(byte[] beginning) {
    byte[] plain = isPacked(beginning) ? start(beginning) : beginning;
    return plain.length >= HEADER && order(plain) != null && magic(plain).startsWith("n");
  }

  static boolean isPacked(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
  }

  /// As much of a header as the beginning of a packed file gives.
  private static byte[] start(byte[] packed) {
    byte[] plain = new byte[HEADER];
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      for (int at = 0; at < HEADER; ) {
        int count = in.read(plain, at, HEADER - at);
        if (count < 0) {
          return new byte[0];
        }
        at += count;
      }
      return plain;
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static @Nullable ByteOrder order(byte[] plain) {
    ByteBuffer data = ByteBuffer.wrap(plain);
    return data.getInt(0) == HEADER
        ? ByteOrder.BIG_ENDIAN
        : Integer.reverseBytes(data.getInt(0)) == HEADER ? ByteOrder.LITTLE_ENDIAN : null;
  }

  private static String magic(byte[] plain) {
    return new String(plain, MAGIC, 3, ISO_8859_1);
  }

  static NiftiFile open(byte[] bytes) throws BadData {
    byte[] plain = isPacked(bytes) ? unpacked(bytes) : bytes;
    ByteOrder order = order(plain);
    if (order == null) {
      throw BadData.damaged();
    }
    if (!magic(plain).equals("n+1")) {
      throw BadData.unsupported(Unsupported.TWO_NIFTI_FILES);
    }
    return new NiftiFile(ByteBuffer.wrap(plain).order(order), 1);
  }

  /// A volume of which only the header is there.
  ///
  /// @param header at least [#HEADER] bytes. Kept
  static NiftiFile header(byte[] header) throws BadData {
    ByteOrder order = header.length < HEADER ? null : order(header);
    if (order == null) {
      throw BadData.damaged();
    }
    if (!magic(header).equals("n+1")) {
      throw BadData.unsupported(Unsupported.TWO_NIFTI_FILES);
    }
    return new NiftiFile(ByteBuffer.wrap(header).order(order), 1);
  }

  /// A volume of one slice of this one.
  ///
  /// @param numbers of the slice, as the file has them
  NiftiFile slice(byte[] numbers) throws BadData {
    ByteBuffer one = ByteBuffer.allocate(NiftiHeader.FIRST + numbers.length).order(data.order());
    one.put(0, data, 0, HEADER).put(NiftiHeader.FIRST, numbers);
    one.putShort(DIMENSIONS, (short) 2).putFloat(OFFSET, NiftiHeader.FIRST);
    return new NiftiFile(one, 1);
  }

  /// No more than the header says that there is.
  private static byte[] unpacked(byte[] packed) throws BadData {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), CHUNK)) {
      byte[] header = in.readNBytes(HEADER);
      ByteOrder order = header.length < HEADER ? null : order(header);
      if (order == null) {
        throw BadData.damaged();
      }
      long end = new NiftiFile(ByteBuffer.wrap(header).order(order), 1).end();
      if (end > Integer.MAX_VALUE - 8) {
        throw new BadData(ImageReason.TOO_LARGE_A_FILE);
      }
      byte[] rest = in.readNBytes((int) Math.max(0, end - HEADER));
      byte[] all = new byte[HEADER + rest.length];
      System.arraycopy(header, 0, all, 0, HEADER);
      System.arraycopy(rest, 0, all, HEADER, rest.length);
      return all;
    } catch (EOFException e) {
      throw new IndexOutOfBoundsException("packed"); // the beginning of a file may be asked
    } catch (IOException e) {
      throw BadData.damaged();
    }
  }

  long start() {
    return (long) data.getFloat(OFFSET);
  }

  long sliceBytes() {
    return frame.pixels() * (known == null ? 0 : known.bytes());
  }

  private long end() {
    return start() + sliceBytes() * slices;
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public int pages() {
    return slices;
  }

  @Override
  public Encoded page(int number) throws BadData {
    return new NiftiFile(data, number);
  }

  @Override
  public PixelKind kind() {
    return new PixelKind(1, type().element());
  }

  @Override
  public NumberType type() {
    return known == null ? NumberType.FLOAT64 : known;
  }

  ByteOrder order() {
    return data.order();
  }

  /// @throws BadData if its numbers are of a type that is not read, or its slices before its header
  NumberType requireKnown() throws BadData {
    if (known == null) {
      throw BadData.unsupported(Unsupported.NIFTI_OF_TYPE, data.getShort(DATA_TYPE));
    }
    if (start() < HEADER) {
      throw BadData.damaged();
    }
    return known;
  }

  @Override
  public Decoded decode() throws BadData {
    NumberType type = requireKnown();
    if (end() > data.limit()) {
      throw BadData.damaged();
    }
    int at = (int) (start() + (page - 1) * sliceBytes());
    byte[] room = Samples.room(frame, kind());
    ByteBuffer to = ByteBuffer.wrap(room).order(ByteOrder.nativeOrder());
    int size = type.bytes();
    for (int i = 0; i < frame.pixels(); i++) {
      int from = at + i * size;
      switch (type) {
        case UINT8 -> to.put(data.get(from));
        case INT8 -> to.putDouble(data.get(from));
        case UINT16 -> to.putShort(data.getShort(from));
        case INT16 -> to.putDouble(data.getShort(from));
        case UINT32 -> to.putDouble((double) (data.getInt(from) & 0xFFFF_FFFFL));
        case INT32 -> to.putDouble(data.getInt(from));
        case FLOAT32 -> to.putFloat(data.getFloat(from));
        case FLOAT64 -> to.putDouble(data.getDouble(from));
      }
    }
    Set<Trait> traits = EnumSet.of(Trait.GRAYSCALE);
    if (!type.isLight()) {
      traits.add(Trait.DEEP);
    } else if (type == NumberType.UINT16) {
      traits.add(Trait.SIXTEEN_BIT);
    }
    if (page == 1 && slices > 1) {
      traits.add(Trait.FIRST_FRAME);
    }
    return new Decoded(
        new Samples(room, frame, kind(), false),
        Turn.UPRIGHT,
        traits,
        new Stored(type, scale(), window(), page, slices));
  }

  /// A slope of 0 says that there is none.
  @Override
  public Scale scale() {
    double slope = data.getFloat(SLOPE);
    double intercept = data.getFloat(INTERCEPT);
    return slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept)
        ? Scale.NONE
        : new Scale(slope, intercept, "");
  }

  private @Nullable Window window() {
    double most = data.getFloat(MOST_SHOWN);
    double least = data.getFloat(LEAST_SHOWN);
    return Double.isFinite(most) && Double.isFinite(least) && most > least
        ? new Window(least, most)
        : null;
  }
}

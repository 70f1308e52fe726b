package org.mixoscope.dataset.packed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.mixoscope.image.ImageReason;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// Pictures of one size, uncompressed, one after the other in a binary file. Any number of threads
/// may read at once.
public final class RecordFile implements Closeable {
  private static final String TRANSPOSED = ".T";

  /// How far a value may be from a whole one, in steps of eight bits.
  private static final double WHOLE = 0.01;

  private final Path file;
  private final String prefix;
  private final Store store;
  private final Shape shape;
  private final int count;
  private final boolean isTransposed;

  /// How a number is stored.
  enum Numbers {
    /// 0…255.
    UINT8(1),
    /// 0…1, bytes divided by 255, little-endian.
    FLOAT32(Float.BYTES),
    /// The same in double precision.
    FLOAT64(Double.BYTES);

    private final int bytes;

    Numbers(int bytes) {
      this.bytes = bytes;
    }
  }

  /// How the file is made up.
  ///
  /// @param header bytes before the first record
  /// @param before bytes of a record before its picture; the last of them is its label
  /// @param frame of every picture
  /// @param channels 1 for grey, 3 for colour
  /// @param isPlanar whether the channels of colour are planes
  /// @param numbers how values are stored
  record Shape(
      int header, int before, Frame frame, int channels, boolean isPlanar, Numbers numbers) {
    /// Bytes, in planes.
    Shape(int header, int before, Frame frame, int channels) {
      this(header, before, frame, channels, true, Numbers.UINT8);
    }

    int picture() {
      return Math.toIntExact(frame.pixels() * channels * numbers.bytes);
    }

    int record() {
      return Math.addExact(before, picture());
    }
  }

  RecordFile(Path file, Store store, Shape shape, int count) {
    this(file, "", store, shape, count, false);
  }

  /// @param prefix what stands before the number in the names of pictures
  RecordFile(Path file, String prefix, Store store, Shape shape, int count, boolean isTransposed) {
    this.file = file;
    this.prefix = prefix;
    this.store = store;
    this.shape = shape;
    this.count = count;
    this.isTransposed = isTransposed;
  }

  /// The same pictures with rows for columns, whose names end in `.T`; it takes the place of this.
  public RecordFile transposed() {
    return new RecordFile(file, prefix, store, shape, count, !isTransposed);
  }

  /// Whether a name of a picture in a file means that it is transposed.
  static boolean isTransposed(String which) {
    return which.endsWith(TRANSPOSED);
  }

  /// The number in the name of a picture.
  static String number(String which) {
    String plain =
        isTransposed(which) ? which.substring(0, which.length() - TRANSPOSED.length()) : which;
    return plain.substring(plain.lastIndexOf('/') + 1);
  }

  /// How many pictures there are.
  public int count() {
    return count;
  }

  /// What a picture is called beside others of the same folder.
  public String name(int record) {
    return PackedPicture.location(file.getFileName(), which(record));
  }

  /// What a recipe calls a picture.
  public String location(int record) {
    return PackedPicture.location(file.toAbsolutePath(), which(record));
  }

  private String which(int record) {
    return prefix + record + (isTransposed ? TRANSPOSED : "");
  }

  /// The byte before a picture, where there is one.
  public int label(int record) throws IOException {
    byte[] label = new byte[1];
    store.read(label, start(record) - 1);
    return label[0] & 0xFF;
  }

  /// What every picture is made of: grey or RGB, of eight bits.
  public PixelKind kind() {
    return new PixelKind(shape.channels(), ElementType.UINT8);
  }

  /// The size of every picture.
  public Frame frame() {
    Frame stored = shape.frame();
    return isTransposed
        ? new Frame(/* height= */ stored.width(), /* width= */ stored.height())
        : stored;
  }

  /// A picture.
  ///
  /// @return uint8 HWC, RGB or grey
  /// @throws PictureException if there is none of that number, or it cannot be read
  public Pixels read(int record) throws PictureException {
    byte[] values = bytes(record, contents(record));
    return Pixels.of(arranged(values), frame(), shape.channels());
  }

  /// The bytes of a picture as they lie in the file.
  ///
  /// @throws PictureException if there is none of that number, or it cannot be read
  public byte[] contents(int record) throws PictureException {
    if (record < 0 || record >= count) {
      throw PackedReason.NO_RECORD.failure(location(record), count - 1);
    }
    byte[] raw = new byte[shape.picture()];
    try {
      store.read(raw, start(record));
    } catch (IOException e) {
      throw ImageReason.UNREADABLE.failure(e, location(record), e.getMessage());
    }
    return raw;
  }

  private long start(int record) {
    return shape.header() + (long) record * shape.record() + shape.before();
  }

  private byte[] bytes(int record, byte[] raw) throws PictureException {
    if (shape.numbers() == Numbers.UINT8) {
      return raw;
    }
    ByteBuffer numbers = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    byte[] bytes = new byte[raw.length / shape.numbers().bytes];
    for (int i = 0; i < bytes.length; i++) {
      double value = shape.numbers() == Numbers.FLOAT32 ? numbers.getFloat() : numbers.getDouble();
      double scaled = 255 * value;
      long rounded = Math.round(scaled);
      if (!(Math.abs(scaled - rounded) <= WHOLE) || rounded < 0 || rounded > 255) {
        throw PackedReason.NO_BYTES.failure(location(record), value);
      }
      bytes[i] = (byte) rounded;
    }
    return bytes;
  }

  private byte[] arranged(byte[] values) {
    int channels = shape.channels();
    if (!isTransposed && (channels == 1 || !shape.isPlanar())) {
      return values;
    }
    int width = shape.frame().width();
    int height = shape.frame().height();
    byte[] hwc = new byte[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = y * width + x;
        int to = isTransposed ? x * height + y : pixel;
        for (int c = 0; c < channels; c++) {
          hwc[channels * to + c] =
              values[shape.isPlanar() ? c * width * height + pixel : channels * pixel + c];
        }
      }
    }
    return hwc;
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}

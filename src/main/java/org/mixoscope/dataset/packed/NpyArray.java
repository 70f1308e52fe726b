package org.mixoscope.dataset.packed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mixoscope.dataset.packed.RecordFile.Numbers;
import org.mixoscope.dataset.packed.RecordFile.Shape;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;

/// An array of NumPy: a file, or a member of an `.npz`.
public final class NpyArray implements Closeable {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER = 1 << 16;
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=]?)([a-z])(\\d+)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*True");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\s]*)\\)");
  private static final Set<String> READ =
      Set.of("u1", "i1", "b1", "u2", "i2", "u4", "i4", "i8", "f4", "f8");

  private final Path file;
  private final String prefix;
  private final Store store;
  private final int header;
  private final ByteOrder order;
  private final String type;
  private final int bytes;
  private final List<Integer> shape;

  private NpyArray(Path file, String prefix, Store store) throws IOException {
    this.file = file;
    this.prefix = prefix;
    this.store = store;
    byte[] start = new byte[12];
    store.read(start, 0);
    if (!Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
      throw PackedReason.NO_NPY.failure(name());
    }
    ByteBuffer lengths = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    boolean first = start[MAGIC.length] == 1;
    int length = first ? lengths.getChar(8) : lengths.getInt(8);
    int before = first ? 10 : 12;
    if (length < 0 || length > LONGEST_HEADER) {
      throw PackedReason.NO_NPY.failure(name());
    }
    byte[] text = new byte[length];
    store.read(text, before);
    header = before + length;
    String said = new String(text, ISO_8859_1);
    Matcher descr = DESCR.matcher(said);
    Matcher size = SHAPE.matcher(said);
    if (!descr.find() || !size.find()) {
      throw PackedReason.NO_NUMBERS.failure(name());
    }
    if (ORDER.matcher(said).find()) {
      throw PackedReason.FORTRAN_ORDER.failure(name());
    }
    order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    bytes = Integer.parseInt(descr.group(3));
    type = descr.group(2) + bytes;
    if (!READ.contains(type)) {
      throw PackedReason.NO_NUMBERS.failure(name());
    }
    shape =
        Arrays.stream(size.group(1).split(",", -1))
            .map(String::strip)
            .filter(number -> !number.isEmpty())
            .map(Integer::valueOf)
            .toList();
    if (store.size() - header != elements(0) * bytes) {
      throw PackedReason.NO_NPY.failure(name());
    }
  }

  /// Opens a file.
  ///
  /// @throws PictureException if it is none that can be read
  public static NpyArray open(Path file) throws IOException {
    return open(file, "", Store.of(FileChannel.open(file)));
  }

  /// @param prefix what stands before the number in the names of its pictures
  static NpyArray open(Path file, String prefix, Store store) throws IOException {
    try {
      return new NpyArray(file, prefix, store);
    } catch (PictureException e) {
      store.close();
      throw e;
    } catch (IOException | ArithmeticException | NumberFormatException e) {
      store.close();
      throw PackedReason.NO_NPY.because(
          e, prefix.isEmpty() ? file.toString() : PackedPicture.location(file, prefix));
    }
  }

  private String name() {
    return prefix.isEmpty() ? file.toString() : PackedPicture.location(file, prefix);
  }

  /// How many elements it has in all dimensions from one on.
  private long elements(int from) {
    long all = 1;
    for (int length : shape.subList(from, shape.size())) {
      all = Math.multiplyExact(all, (long) length);
    }
    return all;
  }

  /// The length of its first dimension; 0 for a single number.
  public int rows() {
    return shape.isEmpty() ? 0 : shape.getFirst();
  }

  /// How many numbers a row has.
  public int columns() {
    return Math.toIntExact(elements(Math.min(1, shape.size())));
  }

  /// Whether its numbers are integers.
  public boolean isWhole() {
    return !type.startsWith("f");
  }

  /// The numbers of a row.
  public double[] row(int index) throws IOException {
    byte[] raw = new byte[Math.multiplyExact(columns(), bytes)];
    store.read(raw, header + (long) index * raw.length);
    ByteBuffer numbers = ByteBuffer.wrap(raw).order(order);
    double[] row = new double[columns()];
    for (int i = 0; i < row.length; i++) {
      row[i] = next(numbers);
    }
    return row;
  }

  private double next(ByteBuffer numbers) {
    return switch (type) {
      case "u1", "b1" -> numbers.get() & 0xFF;
      case "i1" -> numbers.get();
      case "u2" -> numbers.getChar();
      case "i2" -> numbers.getShort();
      case "u4" -> Integer.toUnsignedLong(numbers.getInt());
      case "i4" -> numbers.getInt();
      case "i8" -> numbers.getLong();
      case "f4" -> numbers.getFloat();
      default -> numbers.getDouble();
    };
  }

  /// Its pictures: N×H×W, N×H×W×C or N×C×H×W, of 1 or 3 channels, bytes or bytes divided by 255. It
  /// takes the place of this.
  ///
  /// @throws PictureException if it has none
  public RecordFile pictures() throws PictureException {
    Numbers numbers =
        switch (type) {
          case "u1" -> Numbers.UINT8;
          case "f4" -> Numbers.FLOAT32;
          case "f8" -> Numbers.FLOAT64;
          default -> throw PackedReason.NO_PICTURES.failure(name(), type + " " + shape);
        };
    boolean grey = shape.size() == 3;
    boolean last = shape.size() == 4 && isChannels(shape.get(3));
    boolean first = shape.size() == 4 && !last && isChannels(shape.get(1));
    boolean swapped = order == ByteOrder.BIG_ENDIAN && bytes > 1;
    if (!(grey || last || first) || swapped) {
      throw PackedReason.NO_PICTURES.failure(name(), type + " " + shape);
    }
    int y = first ? 2 : 1;
    int channels = grey ? 1 : shape.get(last ? 3 : 1);
    try {
      Frame frame = new Frame(shape.get(y), shape.get(y + 1));
      Shape made = new Shape(header, 0, frame, channels, first, numbers);
      return new RecordFile(file, prefix, store, made, rows(), false);
    } catch (IllegalArgumentException e) {
      throw PackedReason.NO_PICTURES.because(e, name(), type + " " + shape);
    }
  }

  /// Whether it holds a map of indices for each row: N×H×W whole numbers.
  public boolean isOfMaps() {
    return shape.size() == 3 && isWhole() && shape.get(1) > 0 && shape.get(2) > 0;
  }

  /// A row as a map of indices; −1 counts as the largest one.
  ///
  /// @return uint8, or uint16 of numbers of more bits
  /// @throws PictureException if one is below −1 or above 65535
  public Pixels map(int index) throws IOException {
    double[] row = row(index);
    Frame frame = new Frame(shape.get(1), shape.get(2));
    if (type.equals("u1")) {
      byte[] map = new byte[row.length];
      for (int i = 0; i < map.length; i++) {
        map[i] = (byte) (int) row[i];
      }
      return Pixels.of(map, frame, 1);
    }
    short[] map = new short[row.length];
    for (int i = 0; i < map.length; i++) {
      if (row[i] < -1 || row[i] > 65_535) {
        throw PackedReason.NO_PICTURES.failure(name(), type + " " + shape);
      }
      map[i] = (short) (int) row[i];
    }
    MemorySegment memory = MemorySegment.ofArray(map);
    return new Pixels(memory, frame.height(), frame.width(), 1, ElementType.UINT16, Layout.HWC);
  }

  private static boolean isChannels(int count) {
    return count == 1 || count == 3;
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}

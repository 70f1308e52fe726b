package org.mixoscope.image;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.mixoscope.kernel.Frame;

/// The strips or tiles of a TIFF, checked and unpacked.
///
/// OpenCV does not say when libtiff could not unpack one, and gives black.
final class TiffBlocks {
  private static final int COMPRESSION = 259;
  private static final int FILL_ORDER = 266;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_ROWS = 278;
  private static final int STRIP_BYTES = 279;
  private static final int PLANAR = 284;
  private static final int PREDICTOR = 317;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;

  /// Compressions.
  static final int NONE = 1;

  private static final int LZW = 5;
  private static final int JPEG = 7;
  private static final int DEFLATE = 8;
  private static final int OLD_DEFLATE = 32_946;
  private static final int PACK_BITS = 32_773;

  /// Predictors.
  private static final int ABSOLUTE = 1;

  private static final int DIFFERENCES = 2;
  private static final int FLOATS = 3;

  private static final int SEPARATE = 2;
  private static final int LOW_BITS_FIRST = 2;
  private static final long MAX_BLOCK_BYTES = 1L << 30;

  /// Of a pixel in a row of colours.
  private static final int ROW_BYTES = 8;

  private final byte[] file;
  private final Frame frame;
  private final ByteOrder order;
  private final int bits;
  private final int samples;
  private final int compression;
  private final boolean differences;
  private final boolean bytesApart;
  private final boolean mirrored;
  private final int planes;
  private final int width;
  private final int height;
  private final long[] offsets;
  private final long[] sizes;
  private final TiffJpeg jpeg;

  /// @throws BadData if a block does not lie within the file, or is packed in a way of its own
  TiffBlocks(byte[] file, Ifd ifd, Frame frame, int bits, int samples) throws BadData {
    this.file = file;
    this.frame = frame;
    this.order = file[0] == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    this.bits = bits;
    this.samples = samples;
    this.compression = (int) ifd.value(COMPRESSION, NONE);
    this.mirrored = compression != JPEG && ifd.value(FILL_ORDER, 1) == LOW_BITS_FIRST;
    this.planes = ifd.value(PLANAR, 1) == SEPARATE ? samples : 1;
    boolean packedByValues = compression == LZW || isDeflate(compression);
    long predictor = packedByValues ? ifd.value(PREDICTOR, ABSOLUTE) : ABSOLUTE;
    this.differences = predictor == DIFFERENCES;
    this.bytesApart = predictor == FLOATS;
    if (predictor > FLOATS || (differences && bits < 8) || (bytesApart && bits < 16)) {
      throw BadData.unsupported(Unsupported.RARE_TIFF);
    }
    boolean tiled = ifd.has(TILE_WIDTH);
    long blockWidth = tiled ? ifd.value(TILE_WIDTH, 0) : frame.width();
    // Many writers mean "all" and give the largest number there is.
    long blockHeight =
        tiled
            ? ifd.value(TILE_HEIGHT, 0)
            : Math.min(ifd.value(STRIP_ROWS, frame.height()), frame.height());
    if (blockWidth < 1
        || blockHeight < 1
        || blockWidth > MAX_BLOCK_BYTES
        || blockHeight > MAX_BLOCK_BYTES
        || (long) frame.width() * Math.max(samples, ROW_BYTES) > MAX_BLOCK_BYTES
        || (blockWidth * (samples / planes) * bits + 7) / 8 > MAX_BLOCK_BYTES / blockHeight) {
      throw BadData.damaged();
    }
    this.width = (int) blockWidth;
    this.height = (int) blockHeight;
    // Some writers list tiles where strips belong.
    this.offsets = ifd.values(ifd.has(TILE_OFFSETS) ? TILE_OFFSETS : STRIP_OFFSETS);
    this.sizes = ifd.values(ifd.has(TILE_BYTES) ? TILE_BYTES : STRIP_BYTES);
    this.jpeg = new TiffJpeg(ifd);
    requireComplete();
  }

  /// Whether blocks of this compression are unpacked here. JPEG of four channels OpenCV would take
  /// for printing colours, whatever they are.
  static boolean unpacks(Ifd ifd, int samples) {
    long compression = compression(ifd);
    return compression == NONE
        || compression == LZW
        || compression == PACK_BITS
        || isDeflate(compression)
        || (compression == JPEG
            && (samples == 1 || samples == 3)
            && ifd.value(PLANAR, 1) != SEPARATE);
  }

  static long compression(Ifd ifd) {
    return ifd.value(COMPRESSION, NONE);
  }

  private static boolean isDeflate(long compression) {
    return compression == DEFLATE || compression == OLD_DEFLATE;
  }

  /// Whether every strip or tile lies within the file.
  private void requireComplete() throws BadData {
    if (offsets.length < (long) across() * down() * planes
        || (sizes.length != 0 && sizes.length != offsets.length)) {
      throw BadData.damaged();
    }
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] + (sizes.length == 0 ? 1 : sizes[i]) > file.length) {
        throw BadData.damaged();
      }
    }
  }

  private int across() {
    return (frame.width() - 1) / width + 1;
  }

  private int down() {
    return (frame.height() - 1) / height + 1;
  }

  /// What takes the rows of a picture, from the top.
  @FunctionalInterface
  interface Rows {
    /// @param values one after the other, those of a pixel together. Not to be kept
    void add(int[] values);
  }

  /// Unpacks all.
  ///
  /// @throws BadData if a block is damaged or too short
  void forEachRow(Rows rows) throws BadData {
    int perPlane = samples / planes;
    int[] values = new int[Math.multiplyExact(frame.width(), samples)];
    byte[][] blocks = new byte[planes * across()][];
    for (int band = 0; band < down(); band++) {
      int used = Math.min(height, frame.height() - band * height);
      for (int plane = 0; plane < planes; plane++) {
        for (int column = 0; column < across(); column++) {
          int block = (plane * down() + band) * across() + column;
          blocks[plane * across() + column] = unpacked(block, used);
        }
      }
      for (int y = 0; y < used; y++) {
        for (int i = 0; i < blocks.length; i++) {
          int left = i % across() * width;
          int count = Math.min(width, frame.width() - left);
          int to = left * samples + i / across();
          int step = planes == 1 ? 1 : samples;
          spread(blocks[i], y * rowBytes(), count * perPlane, values, to, step);
        }
        rows.add(values);
      }
    }
  }

  /// Rows of a block begin with a byte of their own.
  private int rowBytes() {
    return Math.toIntExact(((long) width * (samples / planes) * bits + 7) / 8);
  }

  /// Takes packed values apart.
  private void spread(byte[] block, int from, int count, int[] values, int first, int step) {
    int to = first;
    switch (bits) {
      case 8 -> {
        for (int i = from; i < from + count; i++, to += step) {
          values[to] = block[i] & 0xFF;
        }
      }
      case 16 -> {
        for (int i = from; i < from + 2 * count; i += 2, to += step) {
          values[to] = sixteen(block, i);
        }
      }
      case 32 -> {
        for (int i = from; i < from + 4 * count; i += 4, to += step) {
          values[to] = thirtyTwo(block, i);
        }
      }
      default -> {
        for (int i = 0; i < count; i++, to += step) {
          int bit = i * bits;
          values[to] = (block[from + bit / 8] >> (8 - bits - bit % 8)) & ((1 << bits) - 1);
        }
      }
    }
  }

  private int sixteen(byte[] block, int at) {
    int first = block[at] & 0xFF;
    int second = block[at + 1] & 0xFF;
    return order == ByteOrder.BIG_ENDIAN ? first << 8 | second : second << 8 | first;
  }

  private int thirtyTwo(byte[] block, int at) {
    return order == ByteOrder.BIG_ENDIAN
        ? sixteen(block, at) << 16 | sixteen(block, at + 2)
        : sixteen(block, at) | sixteen(block, at + 2) << 16;
  }

  /// @param rows of the block that lie within the picture
  private byte[] unpacked(int index, int rows) throws BadData {
    int size = Math.multiplyExact(rowBytes(), rows);
    byte[] packed = packed(index, size);
    // No way of packing holds more: refused before memory is spent on it.
    if (size > Lzw.most(packed.length)) {
      throw BadData.damaged();
    }
    byte[] block =
        switch (compression) {
          case NONE -> packed;
          case LZW -> unpackedLzw(packed, size);
          case PACK_BITS -> unpackedBits(packed, size);
          case JPEG -> jpeg.unpack(packed, new Frame(height, width), samples);
          case DEFLATE, OLD_DEFLATE -> inflated(packed, size);
          default -> throw BadData.unsupported(Unsupported.TIFF_OF_COMPRESSION, compression);
        };
    if (block.length < size) {
      throw BadData.damaged();
    }
    if (differences) {
      sum(block, rows);
    } else if (bytesApart) {
      join(block, rows);
    }
    return block;
  }

  private byte[] packed(int index, int size) {
    int from = (int) offsets[index];
    // Without a size, or with none, uncompressed data are as long as they have to be.
    long given = sizes.length == 0 ? 0 : sizes[index];
    long there = given == 0 ? file.length - from : given;
    long wanted = compression == NONE ? Math.min(there, size) : there;
    byte[] packed = Arrays.copyOfRange(file, from, (int) (from + wanted));
    if (mirrored) {
      for (int i = 0; i < packed.length; i++) {
        packed[i] = (byte) (Integer.reverse(packed[i]) >>> 24);
      }
    }
    return packed;
  }

  private static byte[] unpackedLzw(byte[] packed, int size) throws BadData {
    byte[] block = new byte[size];
    // The first code clears the table: 256, high or low bits first.
    boolean old = packed.length > 1 && packed[0] == 0 && (packed[1] & 1) == 1;
    int count = (old ? Lzw.OLD_TIFF : Lzw.TIFF).unpack(packed, 8, block);
    return count < size ? Arrays.copyOf(block, count) : block;
  }

  private static byte[] unpackedBits(byte[] packed, int size) {
    byte[] block = new byte[size];
    int filled = PackBits.unpack(packed, block);
    return filled < size ? Arrays.copyOf(block, filled) : block;
  }

  private static byte[] inflated(byte[] packed, int size) throws BadData {
    byte[] block = new byte[size];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      int filled = 0;
      while (filled < size && !inflater.finished() && !inflater.needsInput()) {
        filled += inflater.inflate(block, filled, size - filled);
        if (inflater.needsDictionary()) {
          throw BadData.damaged();
        }
      }
      // The checksum lies behind the last value.
      inflater.inflate(new byte[1]);
      return filled < size ? Arrays.copyOf(block, filled) : block;
    } catch (DataFormatException e) {
      throw BadData.damaged();
    } finally {
      inflater.end();
    }
  }

  /// Every value but the first of a row was stored as what it differs by from the one before.
  private void sum(byte[] block, int rows) {
    int perPixel = samples / planes;
    for (int row = 0; row < rows; row++) {
      int from = row * rowBytes();
      if (bits == 8) {
        for (int i = from + perPixel; i < from + rowBytes(); i++) {
          block[i] = (byte) (block[i] + block[i - perPixel]);
        }
      } else if (bits == 16) {
        for (int i = from + 2 * perPixel; i < from + rowBytes(); i += 2) {
          int sum = sixteen(block, i) + sixteen(block, i - 2 * perPixel);
          int low = order == ByteOrder.BIG_ENDIAN ? i + 1 : i;
          block[low] = (byte) sum;
          block[2 * i + 1 - low] = (byte) (sum >> 8);
        }
      } else {
        for (int i = from + 4 * perPixel; i < from + rowBytes(); i += 4) {
          put(block, i, thirtyTwo(block, i) + thirtyTwo(block, i - 4 * perPixel));
        }
      }
    }
  }

  private void put(byte[] block, int at, int value) {
    for (int i = 0; i < Integer.BYTES; i++) {
      int shift = Byte.SIZE * (order == ByteOrder.BIG_ENDIAN ? Integer.BYTES - 1 - i : i);
      block[at + i] = (byte) (value >> shift);
    }
  }

  /// Of floats a row has all highest bytes, then all next ones, and so on, each stored as what it
  /// differs by from the one before.
  private void join(byte[] block, int rows) {
    int perPixel = samples / planes;
    int size = bits / Byte.SIZE;
    byte[] apart = new byte[rowBytes()];
    int values = apart.length / size;
    for (int row = 0; row < rows; row++) {
      int from = row * rowBytes();
      System.arraycopy(block, from, apart, 0, apart.length);
      for (int i = perPixel; i < apart.length; i++) {
        apart[i] += apart[i - perPixel];
      }
      for (int i = 0; i < values; i++) {
        for (int b = 0; b < size; b++) {
          int place = order == ByteOrder.BIG_ENDIAN ? b : size - 1 - b;
          block[from + i * size + place] = apart[b * values + i];
        }
      }
    }
  }
}

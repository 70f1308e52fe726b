package org.mixoscope.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// Windows bitmaps.
///
/// Those of 16 and 32 bits a pixel are unpacked here: OpenCV leaves white of 15 bits at 248, takes
/// unused bytes for alpha and ignores unusual masks. So are coded runs, which OpenCV lets go on in
/// the next row.
final class BmpFile implements Encoded {
  private static final int FILE_HEADER = 14;
  private static final int OLD_HEADER = 12;
  private static final int ALPHA_HEADER = 56;

  // Compressions.
  private static final int NONE = 0;
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;
  private static final int MASKS = 3;
  private static final int MASKS_WITH_ALPHA = 6;

  private final byte[] bytes;
  private final ByteBuffer data;
  private final Frame frame;
  private final boolean topDown;
  private final int bits;
  private final int compression;

  private BmpFile(
      byte[] bytes, ByteBuffer data, Frame frame, boolean topDown, int bits, int compression) {
    this.bytes = bytes;
    this.data = data;
    this.frame = frame;
    this.topDown = topDown;
    this.bits = bits;
    this.compression = compression;
  }

  static BmpFile open(byte[] bytes) throws BadData {
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean old = data.getInt(FILE_HEADER) == OLD_HEADER;
    int width = old ? data.getShort(18) & 0xFFFF : data.getInt(18);
    int height = old ? data.getShort(20) & 0xFFFF : data.getInt(22);
    int bits = data.getShort(old ? 24 : 28);
    int compression = old ? NONE : data.getInt(30);
    if (width <= 0 || height == 0 || height == Integer.MIN_VALUE) {
      throw BadData.damaged();
    }
    return new BmpFile(
        bytes, data, new Frame(Math.abs(height), width), height < 0, bits, compression);
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public PixelKind kind() {
    return PixelKind.RGB8;
  }

  @Override
  public Decoded decode() throws BadData {
    if ((compression > MASKS && compression != MASKS_WITH_ALPHA) || compression < 0) {
      throw BadData.unsupported(Unsupported.BITMAP_WITH_A_FILE_INSIDE);
    }
    boolean runs = compression == RLE8 || compression == RLE4;
    int start = data.getInt(10);
    // How long coded runs are only the header can tell.
    long length = runs ? data.getInt(34) : rowBytes() * frame.height();
    if (start < 0 || length < 0 || start + length > bytes.length) {
      throw BadData.damaged();
    }
    Samples rgb =
        switch (runs ? 0 : bits) {
          case 0 -> unpackRuns(start);
          case 1, 4, 8, 24 -> OpenCv.plain(bytes, frame, 3);
          case 16, 32 -> unpack(start);
          default -> throw BadData.unsupported(Unsupported.BITMAP_OF_BITS, bits);
        };
    return new Decoded(rgb, Turn.UPRIGHT, Set.of());
  }

  @Override
  public Indexed indices() throws BadData {
    if (bits > Byte.SIZE) {
      return Encoded.colours(decode());
    }
    int start = data.getInt(10);
    byte[] stored =
        compression == NONE ? unpackIndices(start) : BmpRuns.unpack(bytes, start, frame, bits);
    byte[] indices = new byte[stored.length];
    for (int y = 0; y < frame.height(); y++) {
      int from = (topDown ? y : frame.height() - 1 - y) * frame.width();
      System.arraycopy(stored, from, indices, y * frame.width(), frame.width());
    }
    PixelKind kind = PixelKind.GREY8;
    return new Indexed(new Samples(indices, frame, kind, false), Turn.UPRIGHT, palette(start));
  }

  private byte[] unpackIndices(int start) throws BadData {
    if (bits < 1 || Integer.bitCount(bits) != 1 || start < 0) {
      throw BadData.damaged();
    }
    byte[] indices = Samples.room(frame, PixelKind.GREY8);
    int width = frame.width();
    for (int i = 0; i < indices.length; i++) {
      int bit = i % width * bits;
      int at = Math.toIntExact(start + i / width * rowBytes() + bit / 8);
      indices[i] = (byte) ((bytes[at] >> (8 - bits - bit % 8)) & ((1 << bits) - 1));
    }
    return indices;
  }

  /// Its colours are those between the header and the pixels.
  private Palette palette(int start) {
    boolean old = data.getInt(FILE_HEADER) == OLD_HEADER;
    int size = old ? 3 : 4;
    List<Integer> colours = new ArrayList<>();
    for (int at = FILE_HEADER + data.getInt(FILE_HEADER);
        at + size <= start && colours.size() < 1 << bits;
        at += size) {
      colours.add((bytes[at + 2] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at] & 0xFF));
    }
    return new Palette(colours);
  }

  /// Rows are padded to four bytes.
  private long rowBytes() {
    return ((long) frame.width() * bits + 31) / 32 * 4;
  }

  private Samples unpack(int start) {
    Channel red = mask(54, bits == 16 ? 0x7C00 : 0xFF0000);
    Channel green = mask(58, bits == 16 ? 0x3E0 : 0xFF00);
    Channel blue = mask(62, bits == 16 ? 0x1F : 0xFF);
    Channel alpha = data.getInt(FILE_HEADER) >= ALPHA_HEADER ? mask(66, 0) : new Channel(0);
    byte[] row = new byte[frame.width() * 4];
    byte[] rgb = Samples.room(frame, kind());
    var flattening = new Flattening(4, Alpha.STRAIGHT, OptionalInt.empty(), kind(), rgb);
    for (int y = 0; y < frame.height(); y++) {
      int stored = topDown ? y : frame.height() - 1 - y;
      int at = Math.toIntExact(start + stored * rowBytes());
      for (int x = 0; x < frame.width(); x++) {
        int pixel = bits == 16 ? data.getShort(at + 2 * x) & 0xFFFF : data.getInt(at + 4 * x);
        row[4 * x] = blue.of(pixel, 0);
        row[4 * x + 1] = green.of(pixel, 0);
        row[4 * x + 2] = red.of(pixel, 0);
        row[4 * x + 3] = alpha.of(pixel, 255);
      }
      flattening.add(row);
    }
    return new Samples(rgb, frame, kind(), flattening.foundTransparency());
  }

  private Samples unpackRuns(int start) throws BadData {
    if (bits != (compression == RLE8 ? 8 : 4)) {
      throw BadData.damaged();
    }
    byte[] indices = BmpRuns.unpack(bytes, start, frame, bits);
    int palette = FILE_HEADER + data.getInt(FILE_HEADER);
    byte[] rgb = Samples.room(frame, kind());
    int width = frame.width();
    for (int i = 0; i < indices.length; i++) {
      int y = topDown ? i / width : frame.height() - 1 - i / width;
      int to = (y * width + i % width) * 3;
      int entry = palette + 4 * (indices[i] & 0xFF);
      // What the palette does not have is black.
      if (entry + 4 <= start) {
        rgb[to] = bytes[entry + 2];
        rgb[to + 1] = bytes[entry + 1];
        rgb[to + 2] = bytes[entry];
      }
    }
    return new Samples(rgb, frame, kind(), false);
  }

  private Channel mask(int offset, int otherwise) {
    boolean given = compression == MASKS || compression == MASKS_WITH_ALPHA;
    int mask = given ? data.getInt(offset) : otherwise;
    return new Channel(mask);
  }

  /// The bits of a pixel that belong to one channel.
  private record Channel(int mask) {
    byte of(int pixel, int otherwise) {
      if (mask == 0) {
        return (byte) otherwise;
      }
      int shift = Integer.numberOfTrailingZeros(mask);
      long max = Integer.toUnsignedLong(mask >>> shift);
      long value = Integer.toUnsignedLong((pixel & mask) >>> shift);
      return (byte) ((value * 255 + max / 2) / max);
    }
  }
}

package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Pixels;

/// Writes TIFF of pages of one strip, not compressed: what every program reads, of every type of
/// numbers.
public final class TiffWriter {
  /// Offsets have 32 bits; what reads them here has 31.
  private static final long LARGEST = Integer.MAX_VALUE;

  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int HEADER = 8;
  private static final int ENTRY = 12;

  private static final int STRIP_OFFSETS = 273;

  /// @param bytes the values in the order of the file
  @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
  private record Tag(int type, int count, byte[] bytes) {}

  private final SortedMap<Integer, Tag> tags = new TreeMap<>();

  private TiffWriter() {}

  /// @param pixels HWC of 1 or 3 channels. Not modified
  /// @param recipe to be found again by [EmbeddedRecipe]; null for none
  static byte[] write(Pixels pixels, NumberType type, @Nullable String recipe) {
    return page(pixels, type, recipe, 0, true);
  }

  /// Whether so many pages of so many bytes have room in a file.
  public static boolean hasRoom(int pages, long bytes) {
    return pages * (bytes + 4096) + (1 << 20) < LARGEST;
  }

  /// The next bytes of a file of several pages: before the first one, its header too.
  ///
  /// @param pixels HWC of 1 or 3 channels. Not modified
  /// @param recipe of the first page; null for none
  /// @param at how many bytes were written before
  /// @param last whether no page follows
  public static byte[] page(
      Pixels pixels, NumberType type, @Nullable String recipe, int at, boolean last) {
    TiffWriter tiff = new TiffWriter();
    byte[] numbers = NumberBytes.of(pixels, type);
    int channels = pixels.channels();
    tiff.put(256, LONG, pixels.width());
    tiff.put(257, LONG, pixels.height());
    tiff.put(258, SHORT, same(Byte.SIZE * type.bytes(), channels));
    tiff.put(259, SHORT, TiffBlocks.NONE);
    tiff.put(262, SHORT, channels == 1 ? TiffColours.GRAY : TiffColours.RGB);
    tiff.put(STRIP_OFFSETS, LONG, 0);
    tiff.put(277, SHORT, channels);
    tiff.put(278, LONG, pixels.height());
    tiff.put(279, LONG, numbers.length);
    tiff.put(339, SHORT, same(TiffNumbers.format(type), channels));
    if (recipe != null) {
      byte[] text = (EmbeddedRecipe.NAME + ":" + recipe + "\0").getBytes(UTF_8);
      tiff.tags.put(EmbeddedRecipe.DESCRIPTION, new Tag(ASCII, text.length, text));
    }
    return tiff.with(numbers, at, last);
  }

  private static int[] same(int value, int count) {
    int[] values = new int[count];
    Arrays.fill(values, value);
    return values;
  }

  private void put(int number, int type, int... values) {
    int size = type == SHORT ? Short.BYTES : Integer.BYTES;
    byte[] all = new byte[values.length * size];
    ByteBuffer bytes = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      if (type == SHORT) {
        bytes.putShort((short) value);
      } else {
        bytes.putInt(value);
      }
    }
    tags.put(number, new Tag(type, values.length, all));
  }

  /// A page: directory, values that have no room in it, numbers, and a byte that the next one needs
  /// to begin at an even place.
  private byte[] with(byte[] numbers, int at, boolean last) {
    int head = at == 0 ? HEADER : 0;
    int start = at + head + Short.BYTES + tags.size() * ENTRY + Integer.BYTES;
    int longs = tags.values().stream().mapToInt(TiffWriter::outside).sum();
    put(STRIP_OFFSETS, LONG, start + longs);
    int end = Math.addExact(start + longs, numbers.length);
    end += last ? 0 : end % 2;
    byte[] all = new byte[end - at];
    ByteBuffer page = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    if (at == 0) {
      page.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER);
    }
    page.putShort((short) tags.size());
    int outside = start;
    for (Map.Entry<Integer, Tag> each : tags.entrySet()) {
      Tag tag = each.getValue();
      page.putShort(each.getKey().shortValue()).putShort((short) tag.type).putInt(tag.count);
      if (outside(tag) == 0) {
        page.put(Arrays.copyOf(tag.bytes, Integer.BYTES));
      } else {
        page.putInt(outside);
        page.put(outside - at, tag.bytes);
        outside += outside(tag);
      }
    }
    page.putInt(last ? 0 : end);
    page.put(start + longs - at, numbers);
    return all;
  }

  /// Bytes of values that have no room in the directory, and one more where numbers behind them
  /// would begin at an odd place.
  private static int outside(Tag tag) {
    int length = tag.bytes.length;
    return length <= Integer.BYTES ? 0 : (length + Double.BYTES - 1) / Double.BYTES * Double.BYTES;
  }
}

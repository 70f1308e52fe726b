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

/// Writes TIFF of one page and one strip, not compressed: what every program reads, of every type
/// of numbers.
final class TiffWriter {
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
    return tiff.with(numbers);
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

  /// The file: directory, values that have no room in it, numbers.
  private byte[] with(byte[] numbers) {
    int start = HEADER + Short.BYTES + tags.size() * ENTRY + Integer.BYTES;
    int longs = tags.values().stream().mapToInt(TiffWriter::outside).sum();
    put(STRIP_OFFSETS, LONG, start + longs);
    byte[] all = new byte[Math.addExact(start + longs, numbers.length)];
    ByteBuffer head = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER);
    head.putShort((short) tags.size());
    int at = start;
    for (Map.Entry<Integer, Tag> each : tags.entrySet()) {
      Tag tag = each.getValue();
      head.putShort(each.getKey().shortValue()).putShort((short) tag.type).putInt(tag.count);
      if (outside(tag) == 0) {
        head.put(Arrays.copyOf(tag.bytes, Integer.BYTES));
      } else {
        head.putInt(at);
        head.put(at, tag.bytes);
        at += outside(tag);
      }
    }
    System.arraycopy(numbers, 0, all, start + longs, numbers.length);
    return all;
  }

  /// Bytes of values that have no room in the directory, and one more where numbers behind them
  /// would begin at an odd place.
  private static int outside(Tag tag) {
    int length = tag.bytes.length;
    return length <= Integer.BYTES ? 0 : (length + Double.BYTES - 1) / Double.BYTES * Double.BYTES;
  }
}

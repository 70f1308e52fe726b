package org.mixoscope.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.mixoscope.kernel.Turn;

/// The first directory of tags in a TIFF file or an EXIF block, which is a little TIFF file.
final class Ifd {
  static final int ORIENTATION = 274;

  private static final int ENTRY_BYTES = 12;

  private final ByteBuffer tiff;
  private final Map<Integer, Integer> entries = new LinkedHashMap<>();
  private final boolean last;

  private Ifd(ByteBuffer tiff) {
    this.tiff = tiff;
    int at = tiff.getInt(4);
    int count = tiff.getShort(at) & 0xFFFF;
    for (int i = 0; i < count; i++) {
      int entry = at + 2 + i * ENTRY_BYTES;
      entries.putIfAbsent(tiff.getShort(entry) & 0xFFFF, entry);
    }
    int next = at + 2 + count * ENTRY_BYTES;
    last = next + 4 > tiff.limit() || tiff.getInt(next) == 0;
  }

  /// @param tiff from the byte order mark on
  /// @throws IndexOutOfBoundsException if it ends too early
  static Ifd first(ByteBuffer tiff) {
    ByteBuffer ordered = tiff.slice();
    return new Ifd(
        ordered.order(ordered.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
  }

  /// The orientation in an EXIF block. Cameras write broken ones; those count as upright.
  static Turn orientation(ByteBuffer exif) {
    try {
      return Turn.of((int) first(exif).value(ORIENTATION, 1));
    } catch (IndexOutOfBoundsException e) {
      return Turn.UPRIGHT;
    }
  }

  /// Whether no other directory follows.
  boolean isLast() {
    return last;
  }

  /// Whether the tag is there.
  boolean has(int tag) {
    return entries.containsKey(tag);
  }

  /// Where the first value of a tag lies, provided it fits into the entry.
  int valueOffset(int tag) {
    return Objects.requireNonNull(entries.get(tag), "asked for a tag that is not there") + 8;
  }

  /// The first value of a whole-number tag.
  long value(int tag, long otherwise) {
    long[] all = values(tag);
    return all.length == 0 ? otherwise : all[0];
  }

  /// All values of a whole-number tag, or its bytes; none if the tag is missing or of another type.
  long[] values(int tag) {
    Integer entry = entries.get(tag);
    if (entry == null) {
      return new long[0];
    }
    int bytes =
        switch (tiff.getShort(entry + 2)) {
          case 1, 7 -> 1;
          case 3 -> 2;
          case 4 -> 4;
          default -> 0;
        };
    long count = bytes == 0 ? 0 : tiff.getInt(entry + 4) & 0xFFFFFFFFL;
    int at = count * bytes <= 4 ? entry + 8 : tiff.getInt(entry + 8);
    if (at < 0 || count * bytes > tiff.limit() - (long) at) {
      throw new IndexOutOfBoundsException("tag " + tag);
    }
    long[] values = new long[(int) count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (bytes) {
            case 1 -> tiff.get(at + i) & 0xFF;
            case 2 -> tiff.getShort(at + 2 * i) & 0xFFFF;
            default -> tiff.getInt(at + 4 * i) & 0xFFFFFFFFL;
          };
    }
    return values;
  }
}

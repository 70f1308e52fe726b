package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mixoscope.kernel.Turn;

/// A directory of tags in a TIFF file, a BigTIFF file or an EXIF block, which is a little TIFF
/// file.
final class Ifd {
  static final int ORIENTATION = 274;

  private static final int SUBFILE_TYPE = 254;

  /// Of a subfile: a smaller copy of another page, or a mask for one.
  private static final int NO_PAGE = 5;

  private static final int BIG = 43;

  private final ByteBuffer tiff;
  private final boolean big;
  private final Map<Integer, Integer> entries = new LinkedHashMap<>();

  /// Where the directory after this one lies; 0 if there is none.
  private final int next;

  private Ifd(ByteBuffer tiff, boolean big, int at) {
    this.tiff = tiff;
    this.big = big;
    int entryBytes = big ? 20 : 12;
    int start = at + (big ? Long.BYTES : Short.BYTES);
    long count = big ? tiff.getLong(at) : tiff.getShort(at) & 0xFFFF;
    if (count < 0 || count > tiff.limit() / entryBytes) {
      throw new IndexOutOfBoundsException("entries");
    }
    for (int i = 0; i < count; i++) {
      int entry = start + i * entryBytes;
      entries.putIfAbsent(tiff.getShort(entry) & 0xFFFF, entry);
    }
    int end = start + (int) count * entryBytes;
    next = end + offsetBytes() > tiff.limit() ? 0 : nextAt(end);
  }

  /// @param tiff from the byte order mark on
  /// @throws IndexOutOfBoundsException if it ends too early
  static Ifd first(ByteBuffer tiff) {
    ByteBuffer ordered = tiff.slice();
    ordered.order(ordered.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    boolean big = ordered.getShort(2) == BIG;
    long at = big ? ordered.getLong(8) : ordered.getInt(4);
    return new Ifd(ordered, big, within(ordered, at));
  }

  /// This directory and those after it that are pages of their own, not copies or masks of one.
  ///
  /// Where the chain breaks off, as in the beginning of a file, so do they.
  List<Ifd> pages() {
    List<Ifd> pages = new ArrayList<>(List.of(this));
    Set<Integer> seen = new HashSet<>();
    try {
      // A broken chain may lead back, too.
      for (int at = next; at != 0 && seen.add(at); ) {
        Ifd page = new Ifd(tiff, big, at);
        if ((page.value(SUBFILE_TYPE, 0) & NO_PAGE) == 0) {
          pages.add(page);
        }
        at = page.next;
      }
      return pages;
    } catch (IndexOutOfBoundsException e) {
      return pages;
    }
  }

  private int offsetBytes() {
    return big ? Long.BYTES : Integer.BYTES;
  }

  /// As it is said, wherever that leads.
  private int nextAt(int at) {
    long offset = big ? tiff.getLong(at) : tiff.getInt(at) & 0xFFFFFFFFL;
    return offset < 0 || offset > tiff.limit() ? tiff.limit() : (int) offset;
  }

  private int offset(int at) {
    return within(tiff, big ? tiff.getLong(at) : tiff.getInt(at) & 0xFFFFFFFFL);
  }

  private static int within(ByteBuffer tiff, long offset) {
    if (offset < 0 || offset > tiff.limit()) {
      throw new IndexOutOfBoundsException("offset");
    }
    return (int) offset;
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
    return next == 0;
  }

  /// Whether the tag is there.
  boolean has(int tag) {
    return entries.containsKey(tag);
  }

  /// Where the first value of a tag lies, provided it fits into the entry.
  int valueOffset(int tag) {
    return valueAt(Objects.requireNonNull(entries.get(tag), "asked for a tag that is not there"));
  }

  private int valueAt(int entry) {
    return entry + Integer.BYTES + offsetBytes();
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
          case 4, 13 -> 4;
          case 16 -> 8;
          default -> 0;
        };
    int count = bytes == 0 ? 0 : count(entry, bytes);
    int at = count == 0 ? 0 : valuesAt(entry, (long) count * bytes);
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (bytes) {
            case 1 -> tiff.get(at + i) & 0xFF;
            case 2 -> tiff.getShort(at + 2 * i) & 0xFFFF;
            case 4 -> tiff.getInt(at + 4 * i) & 0xFFFFFFFFL;
            default -> tiff.getLong(at + 8 * i);
          };
    }
    return values;
  }

  /// A text without its end mark; empty if there is none.
  String text(int tag) {
    Integer entry = entries.get(tag);
    if (entry == null || tiff.getShort(entry + 2) != 2) {
      return "";
    }
    byte[] text = new byte[count(entry, 1)];
    tiff.get(valuesAt(entry, text.length), text);
    String all = new String(text, UTF_8);
    int end = all.indexOf('\0');
    return end < 0 ? all : all.substring(0, end);
  }

  /// @param bytes of a value
  private int count(int entry, int bytes) {
    long count = big ? tiff.getLong(entry + 4) : tiff.getInt(entry + 4) & 0xFFFFFFFFL;
    if (count < 0 || count > tiff.limit() / bytes) {
      throw new IndexOutOfBoundsException("values");
    }
    return (int) count;
  }

  private int valuesAt(int entry, long length) {
    int at = length <= offsetBytes() ? valueAt(entry) : offset(valueAt(entry));
    if (length > tiff.limit() - (long) at) {
      throw new IndexOutOfBoundsException("values");
    }
    return at;
  }
}

package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// The elements of a DICOM file up to its pixels, by their tags.
///
/// Of sequences only those are looked into that say what frames have in common and what each has of
/// its own.
final class DicomElements {
  static final int FRAMES_ALIKE = 0x5200_9229;
  static final int FRAMES_EACH = 0x5200_9230;
  static final int PIXELS = 0x7FE0_0010;
  static final int FLOATS = 0x7FE0_0008;
  static final int DOUBLES = 0x7FE0_0009;

  private static final int PREAMBLE = 132;
  private static final int TRANSFER_SYNTAX = 0x0002_0010;
  private static final int ITEM = 0xFFFE_E000;
  private static final int END_OF_ITEM = 0xFFFE_E00D;
  private static final int END_OF_SEQUENCE = 0xFFFE_E0DD;
  private static final long UNDEFINED = 0xFFFF_FFFFL;
  private static final int MOST_INFLATED = 1 << 30;

  /// Sequences in sequences that nobody means.
  private static final int DEEPEST = 64;

  private static final String IMPLICIT = "1.2.840.10008.1.2";
  private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
  private static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";

  /// Value representations whose length takes four bytes.
  private static final Set<String> LONG =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

  /// Where the value of an element lies.
  ///
  /// @param length −1 where it goes on to a mark
  record Value(int at, int length) {}

  private final Map<Integer, Value> values = new HashMap<>();
  private final Map<Integer, Value> alike = new HashMap<>();
  private final Map<Integer, Set<String>> each = new HashMap<>();
  private final String syntax;
  private ByteBuffer data;
  private boolean implicit;

  /// @throws IndexOutOfBoundsException if the file ends before the pixels
  DicomElements(byte[] bytes) throws BadData {
    data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int start = metadata();
    Value uid = values.get(TRANSFER_SYNTAX);
    syntax = uid == null ? IMPLICIT : text(uid);
    implicit = syntax.equals(IMPLICIT);
    if (syntax.equals(DEFLATED)) {
      data = ByteBuffer.wrap(inflated(bytes, start)).order(ByteOrder.LITTLE_ENDIAN);
      start = 0;
    } else if (syntax.equals(BIG_ENDIAN)) {
      data.order(ByteOrder.BIG_ENDIAN);
    }
    read(start, data.limit(), 0, 0);
  }

  private static byte[] inflated(byte[] bytes, int start) throws BadData {
    InputStream packed = new ByteArrayInputStream(bytes, start, bytes.length - start);
    try (InputStream plain = new InflaterInputStream(packed, new Inflater(true))) {
      return plain.readNBytes(MOST_INFLATED);
    } catch (IOException e) {
      throw BadData.damaged();
    }
  }

  /// The elements of group 2, which are in one form always.
  ///
  /// @return where the others begin
  private int metadata() throws BadData {
    int at = PREAMBLE;
    while (at + 8 <= data.limit() && data.getShort(at) == 2) {
      at = element(at, 0, 0);
    }
    return at;
  }

  /// @param root the outermost sequence that this is in; 0 for none
  private int read(int start, int end, int root, int depth) throws BadData {
    int at = start;
    while (at < end) {
      int tag = tag(at);
      if (tag == END_OF_ITEM) {
        return at + 8;
      }
      at = element(at, root, depth);
      if (root == 0 && (tag == PIXELS || tag == FLOATS || tag == DOUBLES)) {
        return at;
      }
    }
    return at;
  }

  private int tag(int at) {
    return (data.getShort(at) & 0xFFFF) << 16 | (data.getShort(at + 2) & 0xFFFF);
  }

  /// Reads one element.
  ///
  /// @return where the next one begins
  private int element(int at, int root, int depth) throws BadData {
    int tag = tag(at);
    boolean plain = !implicit || tag >>> 16 == 2;
    String kind = plain ? new String(new char[] {letter(at + 4), letter(at + 5)}) : "";
    boolean wide = !plain || LONG.contains(kind);
    int from = plain && wide ? at + 12 : at + 8;
    long length = wide ? data.getInt(from - 4) & UNDEFINED : data.getShort(at + 6) & 0xFFFFL;
    boolean pixels = tag == PIXELS || tag == FLOATS || tag == DOUBLES;
    if (pixels && root == 0) {
      values.put(tag, new Value(from, length == UNDEFINED ? -1 : whole(length)));
      return from;
    }
    boolean sequence = kind.equals("SQ") || length == UNDEFINED || isOfFrames(tag);
    if (sequence) {
      return sequence(from, length, root == 0 ? tag : root, depth + 1);
    }
    Value value = new Value(from, whole(length));
    keep(tag, value, root);
    return next(from, value.length);
  }

  private static boolean isOfFrames(int tag) {
    return tag == FRAMES_ALIKE || tag == FRAMES_EACH;
  }

  private void keep(int tag, Value value, int root) {
    switch (root) {
      case 0 -> values.putIfAbsent(tag, value);
      case FRAMES_ALIKE -> alike.putIfAbsent(tag, value);
      case FRAMES_EACH -> {
        if (tag >>> 16 == 0x28 && value.at + (long) value.length <= data.limit()) {
          each.computeIfAbsent(tag, _ -> new LinkedHashSet<>()).add(text(value));
          alike.putIfAbsent(tag, value);
        }
      }
      default -> {} // of no concern
    }
  }

  private char letter(int at) {
    return (char) (data.get(at) & 0xFF);
  }

  private static int whole(long length) {
    if (length > Integer.MAX_VALUE) {
      throw new IndexOutOfBoundsException("length");
    }
    return (int) length;
  }

  private int next(int from, int length) {
    long next = from + (long) length;
    if (next > data.limit()) {
      throw new IndexOutOfBoundsException("element");
    }
    return (int) next;
  }

  private int sequence(int start, long length, int root, int depth) throws BadData {
    if (depth > DEEPEST) {
      throw BadData.damaged();
    }
    int end = length == UNDEFINED ? data.limit() : next(start, whole(length));
    int at = start;
    while (at < end) {
      int tag = tag(at);
      long size = data.getInt(at + 4) & UNDEFINED;
      at += 8;
      if (tag == END_OF_SEQUENCE) {
        return at;
      }
      if (tag != ITEM) {
        throw BadData.damaged();
      }
      at = read(at, size == UNDEFINED ? data.limit() : next(at, whole(size)), root, depth);
    }
    return at;
  }

  /// The number of the way in which the file is coded.
  String syntax() {
    return syntax;
  }

  /// What elements lie in: the file, or what it was packed from.
  ByteBuffer data() {
    return data;
  }

  /// Where the value of an element of the file itself lies; of one that all frames have in common
  /// otherwise.
  Value value(int tag) {
    Value own = values.get(tag);
    return own == null ? alike.getOrDefault(tag, new Value(0, 0)) : own;
  }

  boolean has(int tag) {
    return values.containsKey(tag) || alike.containsKey(tag);
  }

  /// Whether frames differ in an element.
  boolean differs(int tag) {
    return each.getOrDefault(tag, Set.of()).size() > 1;
  }

  /// A text without what pads it; empty if there is none.
  String text(int tag) {
    return text(value(tag));
  }

  private String text(Value value) {
    byte[] text = new byte[value.length];
    data.get(value.at, text);
    return new String(text, ISO_8859_1).replace('\0', ' ').strip();
  }

  /// A whole number of two bytes.
  int number(int tag, int otherwise) {
    Value value = value(tag);
    return value.length < Short.BYTES ? otherwise : data.getShort(value.at) & 0xFFFF;
  }

  /// The first of the numbers of a text.
  double decimal(int tag, double otherwise) throws BadData {
    String first = text(tag).split("\\\\", 2)[0].strip();
    try {
      return first.isEmpty() ? otherwise : Double.parseDouble(first);
    } catch (NumberFormatException e) {
      throw BadData.damaged();
    }
  }
}

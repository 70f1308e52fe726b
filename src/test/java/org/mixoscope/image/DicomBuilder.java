package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// DICOM files, element by element.
public final class DicomBuilder {
  static final String EXPLICIT = "1.2.840.10008.1.2.1";
  static final String IMPLICIT = "1.2.840.10008.1.2";
  static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
  static final String RUNS = "1.2.840.10008.1.2.5";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final String syntax;
  private final ByteOrder order;

  DicomBuilder(String syntax) {
    this.syntax = syntax;
    order = syntax.equals(BIG_ENDIAN) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(ISO_8859_1));
    byte[] uid = padded(syntax, '\0');
    out.writeBytes(
        buffer(8 + uid.length, ByteOrder.LITTLE_ENDIAN)
            .putShort((short) 2)
            .putShort((short) 0x10)
            .put(new byte[] {'U', 'I'})
            .putShort((short) uid.length)
            .put(uid)
            .array());
  }

  /// A slice as CT scanners write it: 12 bits in 16, −1024 to HU.
  public static byte[] slice(int width, int height, short[] numbers) {
    return new DicomBuilder(EXPLICIT)
        .text(0x0008_0060, "CS", "CT")
        .picture(width, height, 16, 12, false)
        .text(0x0028_1050, "DS", "40\\60")
        .text(0x0028_1051, "DS", "400\\80")
        .text(0x0028_1052, "DS", "-1024")
        .text(0x0028_1053, "DS", "1")
        .pixels(numbers);
  }

  /// A slice of a series.
  ///
  /// @param instance its number, as text; empty for none
  /// @param position three numbers with a backslash between them; empty for none
  public static byte[] slice(
      int width, int height, short[] numbers, String series, String instance, String position) {
    DicomBuilder slice = new DicomBuilder(EXPLICIT).text(0x0020_000E, "UI", series);
    if (!instance.isEmpty()) {
      slice.text(0x0020_0013, "IS", instance);
    }
    if (!position.isEmpty()) {
      slice.text(0x0020_0032, "DS", position).text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0");
    }
    return slice
        .picture(width, height, 16, 12, false)
        .text(0x0028_0030, "DS", "0.5\\0.5")
        .text(0x0028_1052, "DS", "-1024")
        .text(0x0028_1053, "DS", "1")
        .pixels(numbers);
  }

  DicomBuilder picture(int width, int height, int allocated, int stored, boolean signed) {
    return number(0x0028_0002, 1)
        .text(0x0028_0004, "CS", "MONOCHROME2")
        .number(0x0028_0010, height)
        .number(0x0028_0011, width)
        .number(0x0028_0100, allocated)
        .number(0x0028_0101, stored)
        .number(0x0028_0102, stored - 1)
        .number(0x0028_0103, signed ? 1 : 0);
  }

  DicomBuilder number(int tag, int value) {
    return element(tag, "US", buffer(2, order).putShort((short) value).array());
  }

  DicomBuilder text(int tag, String kind, String value) {
    return element(tag, kind, padded(value, ' '));
  }

  /// A sequence of one item, without lengths.
  DicomBuilder sequence(int tag, DicomBuilder item) {
    head(tag, "SQ", -1);
    mark(0xFFFE_E000, -1);
    byte[] all = item.out.toByteArray();
    int start = 140 + padded(item.syntax, '\0').length;
    out.write(all, start, all.length - start);
    mark(0xFFFE_E00D, 0);
    mark(0xFFFE_E0DD, 0);
    return this;
  }

  DicomBuilder element(int tag, String kind, byte[] value) {
    head(tag, kind, value.length);
    out.writeBytes(value);
    return this;
  }

  private void head(int tag, String kind, int length) {
    ByteBuffer head = buffer(12, order).putShort((short) (tag >> 16)).putShort((short) tag);
    boolean wide = "OB OW SQ".contains(kind);
    if (!syntax.equals(IMPLICIT)) {
      head.put(kind.getBytes(ISO_8859_1));
    }
    if (syntax.equals(IMPLICIT)) {
      head.putInt(length);
    } else if (wide) {
      head.putShort((short) 0).putInt(length);
    } else {
      head.putShort((short) length);
    }
    out.write(head.array(), 0, head.position());
  }

  private void mark(int tag, int length) {
    out.writeBytes(
        buffer(8, order)
            .putShort((short) (tag >> 16))
            .putShort((short) tag)
            .putInt(length)
            .array());
  }

  byte[] pixels(short... numbers) {
    ByteBuffer bytes = buffer(2 * numbers.length, order);
    for (short number : numbers) {
      bytes.putShort(number);
    }
    return pixels(bytes.array());
  }

  byte[] pixels(byte[] bytes) {
    return element(0x7FE0_0010, "OW", bytes).out.toByteArray();
  }

  /// Packed frames, each in one piece.
  byte[] packed(byte[]... frames) {
    return packedBy(new byte[0], frames);
  }

  /// Packed frames in pieces.
  ///
  /// @param table where frames begin
  byte[] packedBy(byte[] table, byte[]... pieces) {
    head(0x7FE0_0010, "OB", -1);
    mark(0xFFFE_E000, table.length);
    out.writeBytes(table);
    for (byte[] piece : pieces) {
      mark(0xFFFE_E000, piece.length);
      out.writeBytes(piece);
    }
    mark(0xFFFE_E0DD, 0);
    return out.toByteArray();
  }

  private static byte[] padded(String text, char with) {
    return (text.length() % 2 == 0 ? text : text + with).getBytes(ISO_8859_1);
  }

  private static ByteBuffer buffer(int bytes, ByteOrder order) {
    return ByteBuffer.allocate(bytes).order(order);
  }
}

package org.mixoscope.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;

/// TIFF files, tag by tag.
final class TiffBuilder {
  static final int DEFLATE = 8;
  static final int LZW = 5;

  private final SortedMap<Integer, long[]> tags = new TreeMap<>();
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  private TiffBuilder() {}

  /// A file of one strip, not compressed.
  static TiffBuilder of(int width, int height, int bits, int samples, int photometric) {
    long[] each = new long[samples];
    Arrays.fill(each, bits);
    return new TiffBuilder()
        .tag(256, width)
        .tag(257, height)
        .tag(258, each)
        .tag(262, photometric)
        .tag(277, samples);
  }

  TiffBuilder tag(int tag, long... values) {
    tags.put(tag, values);
    return this;
  }

  TiffBuilder compression(int number) {
    return tag(259, number);
  }

  TiffBuilder bigEndian() {
    order = ByteOrder.BIG_ENDIAN;
    return this;
  }

  TiffBuilder tiles(int side) {
    return tag(322, side).tag(323, side);
  }

  byte[] strips(byte[]... blocks) {
    return file(273, 279, blocks);
  }

  byte[] tiled(byte[]... blocks) {
    return file(324, 325, blocks);
  }

  private byte[] file(int offsetsTag, int sizesTag, byte[]... blocks) {
    long[] offsets = new long[blocks.length];
    long[] sizes = new long[blocks.length];
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (int i = 0; i < blocks.length; i++) {
      offsets[i] = 8 + data.size();
      sizes[i] = blocks[i].length;
      data.writeBytes(blocks[i]);
    }
    tag(offsetsTag, offsets).tag(sizesTag, sizes);
    int directory = 8 + data.size();
    int behind = directory + 2 + 12 * tags.size() + 4;
    int long32 = tags.values().stream().mapToInt(values -> 4 * values.length).sum();
    ByteBuffer out = ByteBuffer.allocate(behind + long32).order(order);
    byte mark = (byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I');
    out.put(mark).put(mark).putShort((short) 42).putInt(directory).put(data.toByteArray());
    out.putShort((short) tags.size());
    int at = behind;
    for (Map.Entry<Integer, long[]> tag : tags.entrySet()) {
      long[] values = tag.getValue();
      out.putShort(tag.getKey().shortValue()).putShort((short) 4).putInt(values.length);
      out.putInt(values.length == 1 ? (int) values[0] : at);
      for (int i = 0; i < values.length && values.length > 1; i++, at += 4) {
        out.putInt(at, (int) values[i]);
      }
    }
    return out.array();
  }

  static byte[] deflated(byte[] plain) {
    byte[] room = new byte[plain.length + 100];
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(plain);
      deflater.finish();
      return Arrays.copyOf(room, deflater.deflate(room));
    }
  }
}

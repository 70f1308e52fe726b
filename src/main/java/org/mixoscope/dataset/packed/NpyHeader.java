package org.mixoscope.dataset.packed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// What an array of NumPy begins with, in version 1.0 of the format.
public final class NpyHeader {
  /// Its bytes, padded to the same round length for every array.
  public static final int LENGTH = 128;

  private NpyHeader() {}

  /// @param descr the type of the numbers, as `<f4`
  /// @param shape numbers with commas between
  public static byte[] of(String descr, String shape) {
    String text =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(descr, shape);
    byte[] header = new byte[LENGTH];
    Arrays.fill(header, (byte) ' ');
    ByteBuffer.wrap(header)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x93)
        .put("NUMPY".getBytes(US_ASCII))
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) (LENGTH - 10))
        .put(text.getBytes(US_ASCII));
    header[LENGTH - 1] = '\n';
    return header;
  }
}

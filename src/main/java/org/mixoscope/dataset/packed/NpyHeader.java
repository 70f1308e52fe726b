package org.mixoscope.dataset.packed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.mixoscope.image.NumberBytes;
import org.mixoscope.image.NumberType;
import org.mixoscope.kernel.Pixels;

/// What an array of NumPy begins with, in version 1.0 of the format.
public final class NpyHeader {
  /// Its bytes, padded to the same round length for every array.
  public static final int LENGTH = 128;

  private NpyHeader() {}

  /// @param descr the type of the numbers, as `<f4`
  /// @param shape numbers with commas between
  public static byte[] of(String descr, String shape) {
    byte[] header = new byte[LENGTH];
    put(descr, shape, header);
    return header;
  }

  /// Writes a header to the beginning of an array.
  private static void put(String descr, String shape, byte[] array) {
    String text = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + shape + "), }";
    Arrays.fill(array, 0, LENGTH, (byte) ' ');
    ByteBuffer.wrap(array)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x93)
        .put("NUMPY".getBytes(US_ASCII))
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) (LENGTH - 10))
        .put(text.getBytes(US_ASCII));
    array[LENGTH - 1] = '\n';
  }

  /// An array of one picture, H×W of grey and H×W×3 of colour.
  ///
  /// @param picture HWC of 1 or 3 channels. Not modified
  /// @param type of the numbers; the nearest ones are written
  public static byte[] array(Pixels picture, NumberType type) {
    String sides = picture.height() + ", " + picture.width();
    byte[] all = NumberBytes.behind(LENGTH, picture, type);
    put(descr(type), picture.channels() == 1 ? sides : sides + ", 3", all);
    return all;
  }

  /// What NumPy calls a type, low bytes first.
  public static String descr(NumberType type) {
    return switch (type) {
      case UINT8 -> "|u1";
      case INT8 -> "|i1";
      case UINT16 -> "<u2";
      case INT16 -> "<i2";
      case UINT32 -> "<u4";
      case INT32 -> "<i4";
      case FLOAT32 -> "<f4";
      case FLOAT64 -> "<f8";
    };
  }
}

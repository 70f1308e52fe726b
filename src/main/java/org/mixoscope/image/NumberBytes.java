package org.mixoscope.image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Pixels;

/// Pixels as the plain bytes of files.
public final class NumberBytes {
  private NumberBytes() {}

  /// The numbers in the order of the memory, low bytes first; those that are no numbers of the type
  /// are the nearest ones.
  ///
  /// @param pixels Not modified
  /// @param type of the numbers in the file
  /// @return new, as long as there are bytes
  public static byte[] of(Pixels pixels, NumberType type) {
    return behind(0, pixels, type);
  }

  /// The same behind room for something else, so that they need not be copied there.
  ///
  /// @param room how many bytes are left 0
  public static byte[] behind(int room, Pixels pixels, NumberType type) {
    byte[] bytes = new byte[Math.toIntExact(room + pixels.elements() * type.bytes())];
    if (type == NumberType.UINT8 && pixels.type() == ElementType.UINT8) {
      MemorySegment.copy(
          pixels.memory(), ValueLayout.JAVA_BYTE, 0, bytes, room, bytes.length - room);
      return bytes;
    }
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(room);
    for (long i = 0; i < pixels.elements(); i++) {
      double number = type.nearest(pixels.number(i));
      switch (type) {
        case UINT8, INT8 -> out.put((byte) number);
        case UINT16, INT16 -> out.putShort((short) number);
        case UINT32 -> out.putInt((int) (long) number);
        case INT32 -> out.putInt((int) number);
        case FLOAT32 -> out.putFloat((float) number);
        case FLOAT64 -> out.putDouble(number);
      }
    }
    return bytes;
  }
}

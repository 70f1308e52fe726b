package org.mixoscope.lab.classifier;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of a message of protocol buffers.
///
/// @param number which one
/// @param value of a number; of anything else 0
/// @param bytes of a text, a message or packed numbers; null of a number
/// @param raw all of it as it lies in the message
record ProtoField(int number, long value, @Nullable ByteBuffer bytes, ByteBuffer raw) {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;
  private static final int LONGEST = 64;

  /// A message is cut short, or none.
  static final class BadMessage extends Exception {
    private static final long serialVersionUID = 1L;

    BadMessage(String message) {
      super(message);
    }
  }

  /// All fields of a message, in their order; texts and messages share its memory.
  static List<ProtoField> of(ByteBuffer message) throws BadMessage {
    ByteBuffer in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    List<ProtoField> fields = new ArrayList<>();
    try {
      while (in.hasRemaining()) {
        fields.add(next(in));
      }
    } catch (BufferUnderflowException e) {
      throw new BadMessage("cut short");
    }
    return fields;
  }

  private static ProtoField next(ByteBuffer in) throws BadMessage {
    int start = in.position();
    long tag = varint(in);
    long number = tag >>> 3;
    if (number < 1 || number > 1 << 29) {
      throw new BadMessage("field " + number);
    }
    long value = 0;
    ByteBuffer bytes = null;
    switch ((int) (tag & 7)) {
      case VARINT -> value = varint(in);
      case FIXED64 -> value = in.getLong();
      case FIXED32 -> value = in.getInt();
      case LENGTH -> {
        long length = varint(in);
        if (length < 0 || length > in.remaining()) {
          throw new BadMessage("cut short");
        }
        bytes = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
      }
      default -> throw new BadMessage("wire type " + (tag & 7));
    }
    return new ProtoField((int) number, value, bytes, in.slice(start, in.position() - start));
  }

  private static long varint(ByteBuffer in) throws BadMessage {
    long value = 0;
    for (int shift = 0; shift < LONGEST; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new BadMessage("a number without end");
  }

  /// The fields of a message within.
  List<ProtoField> fields() throws BadMessage {
    return of(memory());
  }

  String text() throws BadMessage {
    return StandardCharsets.UTF_8.decode(memory().duplicate()).toString();
  }

  /// One number, or packed ones.
  List<Long> numbers() throws BadMessage {
    if (bytes == null) {
      return List.of(value);
    }
    ByteBuffer in = bytes.duplicate();
    List<Long> numbers = new ArrayList<>();
    try {
      while (in.hasRemaining()) {
        numbers.add(varint(in));
      }
    } catch (BufferUnderflowException e) {
      throw new BadMessage("cut short");
    }
    return numbers;
  }

  /// How many bytes it has; of a number 0.
  int length() {
    return bytes == null ? 0 : bytes.remaining();
  }

  private ByteBuffer memory() throws BadMessage {
    if (bytes == null) {
      throw new BadMessage("a number for a text");
    }
    return bytes;
  }
}

package org.mixoscope.lab.classifier;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A message of protocol buffers: values by the numbers of their fields, each in its order.
record Message(UnknownFieldSet fields) {
  /// A message is cut short, or none.
  static final class BadMessage extends Exception {
    private static final long serialVersionUID = 1L;

    BadMessage(String message) {
      super(message);
    }

    private BadMessage(IOException cause) {
      super(cause);
    }
  }

  /// @param bytes shared, never changed
  static Message of(byte[] bytes) throws BadMessage {
    return of(UnsafeByteOperations.unsafeWrap(bytes));
  }

  /// What is long shares the memory of the bytes.
  private static Message of(ByteString bytes) throws BadMessage {
    CodedInputStream in = bytes.newCodedInput();
    in.enableAliasing(true);
    try {
      UnknownFieldSet fields = UnknownFieldSet.newBuilder().mergeFrom(in).build();
      in.checkLastTagWas(0);
      return new Message(fields);
    } catch (IOException e) {
      throw new BadMessage(e);
    }
  }

  /// The values of a field; none of one that is not there.
  Field field(int number) {
    return fields.getField(number);
  }

  boolean has(int number) {
    return fields.hasField(number);
  }

  /// The messages within.
  List<Message> messages(int number) throws BadMessage {
    List<Message> messages = new ArrayList<>();
    for (ByteString bytes : field(number).getLengthDelimitedList()) {
      messages.add(of(bytes));
    }
    return messages;
  }

  List<String> texts(int number) {
    return field(number).getLengthDelimitedList().stream().map(ByteString::toStringUtf8).toList();
  }

  /// The last one counts.
  Optional<String> text(int number) {
    return texts(number).reversed().stream().findFirst();
  }

  /// Whole numbers, one by one or packed.
  List<Long> numbers(int number) throws BadMessage {
    List<Long> numbers = new ArrayList<>(field(number).getVarintList());
    for (ByteString packed : field(number).getLengthDelimitedList()) {
      CodedInputStream in = packed.newCodedInput();
      try {
        while (!in.isAtEnd()) {
          numbers.add(in.readRawVarint64());
        }
      } catch (IOException e) {
        throw new BadMessage(e);
      }
    }
    return numbers;
  }

  /// A whole number; 0 if there is none.
  long number(int number) {
    List<Long> numbers = field(number).getVarintList();
    return numbers.isEmpty() ? 0 : numbers.getLast();
  }
}

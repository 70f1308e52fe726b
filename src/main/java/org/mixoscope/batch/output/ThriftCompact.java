package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Thrift's compact protocol, as far as the metadata of Parquet needs it: structs with ascending
/// field numbers, of whole numbers, texts, lists and structs.
final class ThriftCompact {
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;
  private static final int SHORT_LIST = 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  /// The bytes of one struct.
  static byte[] struct(Consumer<ThriftCompact> fields) {
    ThriftCompact thrift = new ThriftCompact();
    thrift.write(fields);
    return thrift.out.toByteArray();
  }

  void i32(int field, int value) {
    header(field, I32);
    varint(zigzag(value));
  }

  void i64(int field, long value) {
    header(field, I64);
    varint(zigzag(value));
  }

  void text(int field, String value) {
    header(field, BINARY);
    text(value);
  }

  void struct(int field, Consumer<ThriftCompact> fields) {
    header(field, STRUCT);
    write(fields);
  }

  <T> void structs(int field, List<T> all, BiConsumer<ThriftCompact, T> each) {
    list(field, STRUCT, all.size());
    all.forEach(one -> write(thrift -> each.accept(thrift, one)));
  }

  void texts(int field, List<String> all) {
    list(field, BINARY, all.size());
    all.forEach(this::text);
  }

  void numbers(int field, List<Integer> all) {
    list(field, I32, all.size());
    all.forEach(number -> varint(zigzag(number)));
  }

  private void write(Consumer<ThriftCompact> fields) {
    outer.push(last);
    last = 0;
    fields.accept(this);
    out.write(0);
    last = outer.pop();
  }

  private void header(int field, int type) {
    out.write((field - last) << 4 | type);
    last = field;
  }

  private void list(int field, int type, int size) {
    header(field, LIST);
    if (size < SHORT_LIST) {
      out.write(size << 4 | type);
    } else {
      out.write(SHORT_LIST << 4 | type);
      varint(size);
    }
  }

  private void text(String value) {
    byte[] bytes = value.getBytes(UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
  }

  private void varint(long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) (left & 0x7F) | 0x80);
      left >>>= 7;
    }
    out.write((int) left);
  }

  private static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }
}

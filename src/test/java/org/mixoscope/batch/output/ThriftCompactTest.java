package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// The protocol as its specification has it.
class ThriftCompactTest {
  @Test
  void fieldsAreNumberedByTheirDistance() {
    byte[] bytes =
        ThriftCompact.struct(
            out -> {
              out.i32(1, 1);
              out.i64(3, -1);
              out.text(4, "ab");
              out.struct(9, inner -> inner.i32(2, 0));
              out.i32(10, 64);
            });

    assertArrayEquals(
        new byte[] {
          0x15,
          2, // field 1, an i32 of 1 in zigzag
          0x26,
          1, // two further, an i64 of −1
          0x18,
          2,
          'a',
          'b', // one further, two bytes
          0x5C,
          0x25,
          0,
          0, // five further a struct: field 2 is 0, and its end
          0x15,
          (byte) 0x80,
          1, // one further: numbering goes on outside of the struct
          0
        },
        bytes);
  }

  @Test
  void listsOfMoreThanFourteenSayTheirSizeApart() {
    List<Integer> fourteen = Collections.nCopies(14, 1);
    List<Integer> fifteen = Collections.nCopies(15, 1);

    byte[] shorter = ThriftCompact.struct(out -> out.numbers(1, fourteen));
    byte[] longer = ThriftCompact.struct(out -> out.numbers(1, fifteen));

    assertEquals(0xE5, shorter[1] & 0xFF);
    assertEquals(14 + 3, shorter.length);
    assertEquals(0xF5, longer[1] & 0xFF);
    assertEquals(15, longer[2]);
    assertEquals(15 + 4, longer.length);
  }

  @Property(tries = 500)
  void numbersAreReadBack(@ForAll long number, @ForAll int small) {
    ByteBuffer bytes =
        ByteBuffer.wrap(
            ThriftCompact.struct(
                out -> {
                  out.i64(1, number);
                  out.i32(2, small);
                }));

    assertEquals(0x16, bytes.get());
    assertEquals(number, zigzag(bytes));
    assertEquals(0x15, bytes.get());
    assertEquals(small, zigzag(bytes));
    assertEquals(0, bytes.get());
    assertEquals(0, bytes.remaining());
  }

  @Property(tries = 200)
  void textsAreReadBack(@ForAll @Size(max = 40) List<String> texts) {
    // A half of a surrogate pair is no text.
    List<String> all = texts.stream().map(text -> new String(text.getBytes(UTF_8), UTF_8)).toList();
    ByteBuffer bytes = ByteBuffer.wrap(ThriftCompact.struct(out -> out.texts(3, all)));

    assertEquals(0x39, bytes.get());
    int head = bytes.get() & 0xFF;
    assertEquals(8, head & 0xF, "of binaries");
    assertEquals(all.size(), head >> 4 == 15 ? varint(bytes) : head >> 4);
    for (String text : all) {
      byte[] read = new byte[(int) varint(bytes)];
      bytes.get(read);
      assertEquals(text, new String(read, UTF_8));
    }
    assertEquals(0, bytes.get());
    assertEquals(0, bytes.remaining());
  }

  private static long zigzag(ByteBuffer bytes) {
    long value = varint(bytes);
    return (value & 1) == 0 ? value >>> 1 : ~(value >>> 1);
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes.get();
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }
}

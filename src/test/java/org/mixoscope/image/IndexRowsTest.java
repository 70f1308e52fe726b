package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Frame;

/// Rows are filtered here as the PNG specification has it, and packed from the left.
@BesideWindows
class IndexRowsTest {
  private static final int FILTERS = 5;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 16})
  void everyFilterIsUndoneInRowsOfEveryWidth(int bits) throws IOException {
    Random random = new Random(bits);
    for (int width = 1; width < 20; width++) {
      Frame frame = new Frame(11, width);
      int[][] values = new int[frame.height()][width];
      for (int[] row : values) {
        Arrays.setAll(row, _ -> random.nextInt(1 << bits));
      }
      for (int first = 0; first < FILTERS; first++) {
        byte[] deflated = deflated(filtered(values, bits, first));

        assertArrayEquals(
            stored(values, bits), IndexRows.decode(deflated, frame, bits), frame + " " + first);
      }
    }
  }

  @Test
  void whatIsNotAsItShouldBeIsNotJudgedHere() throws IOException {
    byte[] rows = filtered(new int[][] {{1, 2, 3}, {4, 5, 6}}, 8, 1);
    byte[] whole = deflated(rows);
    byte[] checksum = whole.clone();
    checksum[checksum.length - 1]++;
    byte[] filter = rows.clone();
    filter[0] = FILTERS;

    for (byte[] bad :
        new byte[][] {
          new byte[0],
          {1, 2, 3},
          Arrays.copyOf(whole, whole.length - 5),
          Arrays.copyOf(whole, whole.length - 1),
          checksum,
          deflated(Arrays.copyOf(rows, rows.length - 1)),
          deflated(Arrays.copyOf(rows, rows.length + 1)),
          deflated(filter)
        }) {
      assertNull(IndexRows.decode(bad, new Frame(2, 3), 8), Arrays.toString(bad));
    }
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] filtered(int[][] values, int bits, int first) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int step = Math.max(1, bits / 8);
    byte[] above = new byte[(values[0].length * bits + 7) / 8];
    for (int y = 0; y < values.length; y++) {
      int filter = (first + y) % FILTERS;
      byte[] row = packed(values[y], bits);
      all.write(filter);
      for (int i = 0; i < row.length; i++) {
        int a = i < step ? 0 : row[i - step] & 0xFF;
        int b = above[i] & 0xFF;
        int c = i < step ? 0 : above[i - step] & 0xFF;
        int predicted =
            switch (filter) {
              case 1 -> a;
              case 2 -> b;
              case 3 -> (a + b) / 2;
              case 4 -> paeth(a, b, c);
              default -> 0;
            };
        all.write(row[i] - predicted);
      }
      above = row;
    }
    return all.toByteArray();
  }

  private static int paeth(int a, int b, int c) {
    int p = a + b - c;
    int pa = Math.abs(p - a);
    int pb = Math.abs(p - b);
    int pc = Math.abs(p - c);
    if (pa <= pb && pa <= pc) {
      return a;
    }
    return pb <= pc ? b : c;
  }

  private static byte[] packed(int[] values, int bits) {
    StringBuilder digits = new StringBuilder();
    for (int value : values) {
      digits.append(Integer.toBinaryString(1 << bits | value), 1, bits + 1);
    }
    while (digits.length() % 8 > 0) {
      digits.append('1');
    }
    byte[] row = new byte[digits.length() / 8];
    for (int i = 0; i < row.length; i++) {
      row[i] = (byte) Integer.parseInt(digits.substring(8 * i, 8 * i + 8), 2);
    }
    return row;
  }

  private static byte[] stored(int[][] values, int bits) {
    ByteBuffer stored =
        ByteBuffer.allocate(values.length * values[0].length * Math.max(1, bits / 8))
            .order(ByteOrder.nativeOrder());
    for (int[] row : values) {
      for (int value : row) {
        if (bits == 16) {
          stored.putShort((short) value);
        } else {
          stored.put((byte) value);
        }
      }
    }
    return stored.array();
  }
}

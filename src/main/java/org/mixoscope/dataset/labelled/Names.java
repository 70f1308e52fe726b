package org.mixoscope.dataset.labelled;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// Many short texts in as much memory as they have bytes.
final class Names {
  private static final int SHIFT = 20;

  /// Blocks of a megabyte, since an array ends at two gigabytes.
  private byte[][] blocks = new byte[1][1 << SHIFT];

  private long[] ends = new long[1024];
  private int size;

  int size() {
    return size;
  }

  void add(String text) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    long at = start(size);
    for (byte b : text.getBytes(UTF_8)) {
      int block = (int) (at >> SHIFT);
      if (block == blocks.length) {
        blocks = Arrays.copyOf(blocks, block + 1);
        blocks[block] = new byte[1 << SHIFT];
      }
      blocks[block][(int) (at++ & ((1 << SHIFT) - 1))] = b;
    }
    ends[size++] = at;
  }

  String get(int index) {
    long at = start(index);
    byte[] text = new byte[Math.toIntExact(ends[index] - at)];
    for (int i = 0; i < text.length; i++, at++) {
      text[i] = blocks[(int) (at >> SHIFT)][(int) (at & ((1 << SHIFT) - 1))];
    }
    return new String(text, UTF_8);
  }

  private long start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }
}

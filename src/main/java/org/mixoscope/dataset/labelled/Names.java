package org.mixoscope.dataset.labelled;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// Many short texts in as much memory as they have bytes.
final class Names {
  private static final int SHIFT = 20;
  private static final int BLOCK = 1 << SHIFT;

  /// Blocks of a megabyte, since an array ends at two gigabytes.
  private byte[][] blocks = new byte[1][BLOCK];

  private long[] ends = new long[1024];
  private int size;

  int size() {
    return size;
  }

  void add(String text) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    byte[] bytes = text.getBytes(UTF_8);
    long at = start(size);
    for (int done = 0, run; done < bytes.length; done += run, at += run) {
      int block = (int) (at >> SHIFT);
      if (block == blocks.length) {
        blocks = Arrays.copyOf(blocks, block + 1);
        blocks[block] = new byte[BLOCK];
      }
      int from = (int) at & (BLOCK - 1);
      run = Math.min(bytes.length - done, BLOCK - from);
      System.arraycopy(bytes, done, blocks[block], from, run);
    }
    ends[size++] = at;
  }

  String get(int index) {
    long at = start(index);
    byte[] text = new byte[Math.toIntExact(ends[index] - at)];
    for (int done = 0, run; done < text.length; done += run, at += run) {
      int from = (int) at & (BLOCK - 1);
      run = Math.min(text.length - done, BLOCK - from);
      System.arraycopy(blocks[(int) (at >> SHIFT)], from, text, done, run);
    }
    return new String(text, UTF_8);
  }

  private long start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }
}

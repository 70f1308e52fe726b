package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Copies memory.
public final class Bytes {
  private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED;

  private Bytes() {}

  /// Copies `n` bytes. [MemorySegment#copy(MemorySegment, long, MemorySegment, long, long)] must
  /// not be used for it: fewer than 64 bytes it copies by a loop of its own, of which, compiled by
  /// JDK 25.0.3, now and then only the first 8 bytes arrive. The form with layouts has no such
  /// loop.
  ///
  /// @param from not modified
  /// @param to modified
  /// @throws IndexOutOfBoundsException if either memory is too small
  public static void copy(
      MemorySegment from, long fromOffset, MemorySegment to, long toOffset, long n) {
    MemorySegment.copy(
        from, ValueLayout.JAVA_BYTE, fromOffset, to, ValueLayout.JAVA_BYTE, toOffset, n);
  }

  /// Copies `rows` rows of `n` bytes, which begin `stride` bytes apart in both memories. Rows of 8
  /// to 32 bytes go as four words that overlap: a call for each row takes twice as long.
  ///
  /// @param from not modified
  /// @param to modified; shares no memory with `from`
  /// @throws IndexOutOfBoundsException if either memory is too small
  static void copyRows(
      MemorySegment from,
      long fromOffset,
      MemorySegment to,
      long toOffset,
      long n,
      int rows,
      long stride) {
    boolean few = n >= WORD.byteSize() && n <= 4 * WORD.byteSize();
    long last = n - WORD.byteSize();
    long second = Math.min(WORD.byteSize(), last);
    long third = last - second;
    for (int row = 0; row < rows; row++) {
      long read = fromOffset + row * stride;
      long write = toOffset + row * stride;
      if (few) {
        to.set(WORD, write, from.get(WORD, read));
        to.set(WORD, write + second, from.get(WORD, read + second));
        to.set(WORD, write + third, from.get(WORD, read + third));
        to.set(WORD, write + last, from.get(WORD, read + last));
      } else {
        copy(from, read, to, write, n);
      }
    }
  }
}

package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Copies memory.
public final class Bytes {
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
}

package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// A chunk of a pair of sources on the heap, as ints of several elements.
final class IntChunk {
  /// Bytes per chunk.
  static final int BYTES = BlendLoops.CHUNK * Integer.BYTES;

  private final int[] x;
  private final int[] y;
  private final int[] mixed;
  private final MemorySegment a;
  private final MemorySegment b;
  private final MemorySegment out;
  private final MemorySegment xs;
  private final MemorySegment ys;
  private final MemorySegment mixedBytes;

  IntChunk(List<Pixels> sources, Pixels out, Workspace workspace) {
    a = sources.getFirst().memory();
    b = sources.getLast().memory();
    this.out = out.memory();
    x = workspace.ints("chunk.x", BlendLoops.CHUNK);
    y = workspace.ints("chunk.y", BlendLoops.CHUNK);
    mixed = workspace.ints("chunk.mixed", BlendLoops.CHUNK);
    xs = MemorySegment.ofArray(x);
    ys = MemorySegment.ofArray(y);
    mixedBytes = MemorySegment.ofArray(mixed);
  }

  /// Of the first source.
  int[] x() {
    return x;
  }

  /// Of the second source.
  int[] y() {
    return y;
  }

  /// What comes out, for loops to fill.
  int[] mixed() {
    return mixed;
  }

  /// Reads both sources from a byte on.
  ///
  /// @param end of the bytes
  /// @return how many ints there are now, the last one perhaps in part
  int read(long at, long end) {
    long n = Math.min(BYTES, end - at);
    Bytes.copy(a, at, xs, 0, n);
    Bytes.copy(b, at, ys, 0, n);
    return (int) ((n + Integer.BYTES - 1) / Integer.BYTES);
  }

  /// Writes what came out from a byte on.
  ///
  /// @param end of the bytes
  void write(long at, long end) {
    Bytes.copy(mixedBytes, 0, out, at, Math.min(BYTES, end - at));
  }
}

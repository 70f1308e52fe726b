package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// A chunk of a pair of sources on the heap, as ints of several elements.
final class IntChunk {
  /// Ints of a large chunk: with fewer, a loop that is quick spends its time at its ends.
  private static final int LARGE = 1 << 10;

  private final int[] x;
  private final int[] y;
  private final int[] mixed;
  private final MemorySegment a;
  private final MemorySegment b;
  private final MemorySegment out;
  private final MemorySegment xs;
  private final MemorySegment ys;
  private final MemorySegment mixedBytes;

  private IntChunk(List<Pixels> sources, Pixels out, int[] x, int[] y, int[] mixed) {
    a = sources.getFirst().memory();
    b = sources.getLast().memory();
    this.out = out.memory();
    this.x = x;
    this.y = y;
    this.mixed = mixed;
    xs = MemorySegment.ofArray(x);
    ys = MemorySegment.ofArray(y);
    mixedBytes = MemorySegment.ofArray(mixed);
  }

  /// As many ints as other chunks have elements.
  static IntChunk usual(List<Pixels> sources, Pixels out, Workspace workspace) {
    return new IntChunk(
        sources,
        out,
        workspace.ints("chunk.x", BlendLoops.CHUNK),
        workspace.ints("chunk.y", BlendLoops.CHUNK),
        workspace.ints("chunk.mixed", BlendLoops.CHUNK));
  }

  /// For a loop that does little to an int.
  static IntChunk large(List<Pixels> sources, Pixels out, Workspace workspace) {
    return new IntChunk(
        sources,
        out,
        workspace.ints("large.x", LARGE),
        workspace.ints("large.y", LARGE),
        workspace.ints("large.mixed", LARGE));
  }

  /// Bytes that it takes.
  int bytes() {
    return x.length * Integer.BYTES;
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
    long n = Math.min(bytes(), end - at);
    Bytes.copy(a, at, xs, 0, n);
    Bytes.copy(b, at, ys, 0, n);
    return (int) ((n + Integer.BYTES - 1) / Integer.BYTES);
  }

  /// Writes what came out from a byte on.
  ///
  /// @param end of the bytes
  void write(long at, long end) {
    Bytes.copy(mixedBytes, 0, out, at, Math.min(bytes(), end - at));
  }
}

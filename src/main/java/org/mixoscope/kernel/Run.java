package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;

/// Columns that are copied from one picture to the same columns, or shifted, in one row or in many.
///
/// @param from the picture's memory
/// @param shift bytes from where they go to where they come from
/// @param at bytes from the start of a row to where they go
/// @param bytes how many bytes of a row they are
record Run(MemorySegment from, long shift, long at, long bytes) {
  /// The columns of a patch that is a copy.
  static Run of(Patch patch, Pixels source) {
    Box from = patch.from();
    Box to = patch.box();
    long shift = (long) (from.y1() - to.y1()) * source.width() + from.x1() - to.x1();
    long pixel = source.pixelBytes();
    return new Run(source.memory(), shift * pixel, to.x1() * pixel, to.width() * pixel);
  }

  /// Copies bytes from where the run starts in the row that starts at `row`; they may reach into
  /// the rows below.
  void copy(MemorySegment out, long row, long n) {
    Bytes.copy(from, row + at + shift, out, row + at, n);
  }
}

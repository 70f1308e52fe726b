package org.mixoscope.kernel;

/// A rectangle of the frame, filled from a rectangle of a source: a copy if they are of one size,
/// else resized.
///
/// @param source index of the source
/// @param box where it goes, inside the frame
/// @param from what it shows of the source, inside the frame; empty only if the box is
/// @param resampling how it is resized if the sizes differ
public record Patch(int source, Box box, Box from, Resampling resampling) {
  /// @throws IllegalArgumentException if the index is negative, or there is nothing to fill the box
  ///   from
  public Patch {
    Require.atLeast("source", source, 0);
    if (from.isEmpty() && !box.isEmpty()) {
      throw new IllegalArgumentException("from = %s: is empty, %s is not".formatted(from, box));
    }
  }

  /// A copy to the same place.
  public Patch(int source, Box box) {
    this(source, box, box, Resampling.NEAREST);
  }

  /// Whether pixels are copied as they are.
  public boolean isCopy() {
    return box.width() == from.width() && box.height() == from.height();
  }
}

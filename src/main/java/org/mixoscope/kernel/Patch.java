package org.mixoscope.kernel;

/// A rectangle of the frame, filled from a rectangle of a source: a copy if they are of one size,
/// else resized.
///
/// @param source index of the source
/// @param landing what it shows of the source, and where; both inside the frame
/// @param resampling how it is resized if the sizes differ
public record Patch(int source, Landing landing, Resampling resampling) {
  /// @throws IllegalArgumentException if the index is negative
  public Patch {
    Require.atLeast("source", source, 0);
  }

  /// A part of a source in a box.
  ///
  /// @throws IllegalArgumentException if the index is negative, or there is nothing to fill the box
  ///   from
  public Patch(int source, Box box, Box from, Resampling resampling) {
    this(source, new Landing(from, box), resampling);
  }

  /// A copy to the same place.
  public Patch(int source, Box box) {
    this(source, box, box, Resampling.NEAREST);
  }

  /// Where it goes.
  public Box box() {
    return landing.to();
  }

  /// What it shows of the source.
  public Box from() {
    return landing.from();
  }

  /// Whether pixels are copied as they are.
  public boolean isCopy() {
    return landing.keepsSize();
  }

  /// The same, filled with the nearest pixels of the source.
  Patch nearest() {
    return new Patch(source, landing, Resampling.NEAREST);
  }
}

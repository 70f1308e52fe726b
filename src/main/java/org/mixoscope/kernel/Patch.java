package org.mixoscope.kernel;

/// A rectangle copied from a source to the same place.
///
/// @param source index of the source
/// @param box where, inside the frame
public record Patch(int source, Box box) {
  /// @throws IllegalArgumentException if the index is negative
  public Patch {
    Require.atLeast("source", source, 0);
  }
}

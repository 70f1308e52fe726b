package org.mixoscope.kernel;

/// Which of the slices of a volume, or of the frames of a clip, a draw is for, where what it draws
/// has a depth.
///
/// @param at from 0, below `of`
/// @param of how many there are, at least 1
public record Slice(int at, int of) {
  /// @throws IllegalArgumentException if there is no such slice
  public Slice {
    Require.atLeast("slices", of, 1);
    if (at < 0 || at >= of) {
      throw new RefusedException(KernelReason.NOT_BELOW.of("slice", at, 0, of));
    }
  }
}

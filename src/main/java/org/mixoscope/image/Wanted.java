package org.mixoscope.image;

import org.mixoscope.kernel.PixelKind;

/// What somebody wants pixels to be, given what a file has.
@FunctionalInterface
public interface Wanted {
  /// Whatever the file has.
  Wanted AS_STORED = stored -> stored;

  /// Whether numbers are wanted that are what those of the file stand for.
  default boolean rescaled() {
    return false;
  }

  /// The kind that is wanted.
  ///
  /// @param stored the kind that the file has: 1 or 3 channels
  /// @return 1 or 3 channels
  PixelKind of(PixelKind stored);
}

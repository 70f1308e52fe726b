package org.mixoscope.recipe;

import org.mixoscope.kernel.RefusedException;

/// Which numbers of a mix are shown: from the one that is black to the one that is white, in what
/// they stand for, such as Hounsfield units.
///
/// @param low black
/// @param high white; not below `low`. Where both are the same, all above is white, all else black
public record Levels(double low, double high) {
  /// @throws IllegalArgumentException if one is not finite, or black above white
  public Levels {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new RefusedException(RecipeReason.WINDOW.of(low, high));
    }
  }
}

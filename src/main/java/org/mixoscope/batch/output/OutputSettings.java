package org.mixoscope.batch.output;

import org.mixoscope.kernel.RefusedException;

/// How samples are written.
///
/// @param format the layout
/// @param encoding how pixels are stored in it
/// @param recipes whether every picture file carries its recipe, so that the app opens it with all
///   its state
public record OutputSettings(OutputFormat format, Encoding encoding, boolean recipes) {
  /// @throws IllegalArgumentException if the encoding does not go with the format
  public OutputSettings {
    if (format.isArray() != encoding instanceof Encoding.Numbers) {
      throw new RefusedException(
          (format.isArray() ? OutputReason.NOT_NUMBERS : OutputReason.NOT_A_FILE)
              .of(encoding.id(), format.id()));
    }
    if (recipes && !encoding.holdsRecipes()) {
      throw new RefusedException(OutputReason.NO_RECIPES.of());
    }
  }
}

package org.mixoscope.batch.output;

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
      throw new IllegalArgumentException(
          "image = %s: must be %s for %s"
              .formatted(
                  encoding.id(),
                  format.isArray() ? "uint8 or float32" : "jpg:QUALITY or png",
                  format.id()));
    }
    if (format.isArray() && recipes) {
      throw new IllegalArgumentException("recipes: only picture files carry them, not an array");
    }
  }
}

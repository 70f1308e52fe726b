package org.mixoscope.image;

/// What the fourth channel of decoded samples means.
enum Alpha {
  /// Opacity, the colours as they are.
  STRAIGHT,
  /// Opacity, the colours multiplied by it.
  PREMULTIPLIED
}

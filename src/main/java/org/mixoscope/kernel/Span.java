package org.mixoscope.kernel;

/// A part of a row or column whose borders may lie inside pixels.
///
/// @param start from the first pixel, in parts of a pixel; less than a pixel
/// @param length in parts of a pixel, at least 1
/// @param parts how many a pixel has, at least 1
record Span(int start, int length, int parts) {
  /// Whole pixels.
  static Span of(int pixels) {
    return new Span(0, pixels, 1);
  }

  /// How many pixels it touches.
  int pixels() {
    return Math.ceilDiv(start + length, parts);
  }
}

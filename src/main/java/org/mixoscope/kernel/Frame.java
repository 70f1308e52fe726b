package org.mixoscope.kernel;

/// The height and width, in pixels, that a composition is for.
///
/// @param height rows, at least 1
/// @param width columns, at least 1
public record Frame(int height, int width) {
  /// @throws IllegalArgumentException if a side is below 1
  public Frame {
    Require.atLeast("height", height, 1);
    Require.atLeast("width", width, 1);
  }

  /// height · width.
  public long pixels() {
    return (long) height * width;
  }

  /// A frame of other size and the same proportions.
  ///
  /// @param factor of both sides, which are rounded and at least 1
  public Frame scaled(double factor) {
    return new Frame(
        (int) Math.max(1, Math.round(height * factor)),
        (int) Math.max(1, Math.round(width * factor)));
  }

  /// The frame with its longer side cut down to `most`, the other in proportion.
  public Frame within(int most) {
    return scaled(Math.min(1, (double) most / Math.max(height, width)));
  }

  /// Width first, as users say it: `451×300`.
  @Override
  public String toString() {
    return width + "×" + height;
  }
}

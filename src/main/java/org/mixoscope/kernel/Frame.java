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

  /// Width first, as users say it: `451×300`.
  @Override
  public String toString() {
    return width + "×" + height;
  }
}

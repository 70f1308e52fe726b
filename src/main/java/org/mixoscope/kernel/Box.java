package org.mixoscope.kernel;

/// A half-open pixel rectangle `[x1, x2) × [y1, y2)`; it may lie outside a frame until clipped.
///
/// @param x1 first column inside
/// @param y1 first row inside
/// @param x2 first column right of it, at least `x1`
/// @param y2 first row below it, at least `y1`
public record Box(int x1, int y1, int x2, int y2) {
  /// @throws IllegalArgumentException if a side is negative
  public Box {
    if (x2 < x1 || y2 < y1) {
      throw new IllegalArgumentException(
          "box = %d,%d,%d,%d: needs x1 ≤ x2 and y1 ≤ y2".formatted(x1, y1, x2, y2));
    }
  }

  /// The box that covers the whole frame.
  public static Box of(Frame frame) {
    return new Box(0, 0, frame.width(), frame.height());
  }

  /// Columns, 0 for an empty box.
  public int width() {
    return x2 - x1;
  }

  /// Rows, 0 for an empty box.
  public int height() {
    return y2 - y1;
  }

  /// Pixels inside.
  public long area() {
    return (long) width() * height();
  }

  /// Whether no pixel is inside.
  public boolean isEmpty() {
    return area() == 0;
  }

  /// Whether the pixel in column `x`, row `y` is inside.
  public boolean contains(int x, int y) {
    return x >= x1 && x < x2 && y >= y1 && y < y2;
  }

  /// The part inside the frame; empty, at the nearest border, when nothing is.
  public Box clip(Frame frame) {
    return within(of(frame));
  }

  /// The part inside another box; empty, at its nearest border, when nothing is.
  public Box within(Box other) {
    return new Box(
        Math.clamp(x1, other.x1, other.x2),
        Math.clamp(y1, other.y1, other.y2),
        Math.clamp(x2, other.x1, other.x2),
        Math.clamp(y2, other.y1, other.y2));
  }
}

package org.mixoscope.kernel.target;

import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Landing;
import org.mixoscope.kernel.Origin;

/// A rectangle between positions that need not be whole: 0 is the left or upper edge of the first
/// pixel, 1 its other edge.
///
/// @param x1 left
/// @param y1 top
/// @param x2 right, at least `x1`
/// @param y2 bottom, at least `y1`
public record Edges(double x1, double y1, double x2, double y2) {
  /// From the edge of a pixel to its middle.
  private static final double HALF = 0.5;

  /// @throws IllegalArgumentException if a position is not finite or a side is negative
  public Edges {
    if (!(x1 <= x2 && y1 <= y2 && Double.isFinite(x2 - x1) && Double.isFinite(y2 - y1))) {
      throw new IllegalArgumentException(
          "edges = %s,%s,%s,%s: needs finite x1 ≤ x2 and y1 ≤ y2".formatted(x1, y1, x2, y2));
    }
  }

  /// Those of a box of pixels.
  public static Edges of(Box box) {
    return new Edges(box.x1(), box.y1(), box.x2(), box.y2());
  }

  /// In pixels, of which parts count.
  public double area() {
    return (x2 - x1) * (y2 - y1);
  }

  /// The pixels that are at least touched.
  public Box pixels() {
    return new Box(
        (int) Math.floor(x1), (int) Math.floor(y1), (int) Math.ceil(x2), (int) Math.ceil(y2));
  }

  /// What lies within a box too; without area if nothing does.
  public Edges within(Box box) {
    double left = Math.clamp(x1, box.x1(), box.x2());
    double top = Math.clamp(y1, box.y1(), box.y2());
    return new Edges(
        left, top, Math.max(left, Math.min(x2, box.x2())), Math.max(top, Math.min(y2, box.y2())));
  }

  /// The pixels of a frame whose middles are inside.
  Mask mask(Frame frame) {
    Box inside =
        new Box(
            (int) Math.ceil(x1 - HALF),
            (int) Math.ceil(y1 - HALF),
            Math.max((int) Math.ceil(x1 - HALF), (int) Math.ceil(x2 - HALF)),
            Math.max((int) Math.ceil(y1 - HALF), (int) Math.ceil(y2 - HALF)));
    return Mask.of(inside.clip(frame), (_, _) -> true);
  }

  /// The smallest rectangle around both.
  Edges with(Edges other) {
    return new Edges(
        Math.min(x1, other.x1),
        Math.min(y1, other.y1),
        Math.max(x2, other.x2),
        Math.max(y2, other.y2));
  }

  /// Where it lands.
  Edges at(Landing landing) {
    return new Edges(landing.x(x1), landing.y(y1), landing.x(x2), landing.y(y2));
  }

  /// Where a rectangle of the stored picture is in the frame, which may not show all of it.
  Edges at(Origin origin) {
    double x = origin.x(x1, y1);
    double y = origin.y(x1, y1);
    double otherX = origin.x(x2, y2);
    double otherY = origin.y(x2, y2);
    return new Edges(
        Math.min(x, otherX), Math.min(y, otherY), Math.max(x, otherX), Math.max(y, otherY));
  }
}

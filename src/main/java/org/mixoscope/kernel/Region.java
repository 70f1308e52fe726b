package org.mixoscope.kernel;

/// A rectangle placed by hand, in fractions of a frame's sides, so that it fits any frame. It may
/// stick out of the frame (values below 0 or above 1): that part is clipped like any CutMix box.
///
/// @param x1 left edge
/// @param y1 top edge
/// @param x2 right edge, at least `x1`
/// @param y2 bottom edge, at least `y1`
public record Region(double x1, double y1, double x2, double y2) {
  private static final double FAR = 1_000;

  /// @throws IllegalArgumentException if a value is not finite, further than 1000 frames away, or a
  ///   side is negative
  public Region {
    Require.within("region x1", x1, -FAR, FAR);
    Require.within("region y1", y1, -FAR, FAR);
    Require.within("region x2", x2, x1, FAR);
    Require.within("region y2", y2, y1, FAR);
  }

  /// The region that [#on] turns back into exactly this box.
  public static Region of(Box box, Frame frame) {
    return new Region(
        (double) box.x1() / frame.width(),
        (double) box.y1() / frame.height(),
        (double) box.x2() / frame.width(),
        (double) box.y2() / frame.height());
  }

  /// The box of this region in a frame: every edge at the nearest pixel border. Not clipped.
  public Box on(Frame frame) {
    return new Box(
        (int) Math.rint(x1 * frame.width()),
        (int) Math.rint(y1 * frame.height()),
        (int) Math.rint(x2 * frame.width()),
        (int) Math.rint(y2 * frame.height()));
  }

  /// Share of a frame that the unclipped region would cover; above 1 for one larger than the frame.
  public double area() {
    return (x2 - x1) * (y2 - y1);
  }
}

package org.mixoscope.app.marks;

import javafx.geometry.Rectangle2D;
import org.mixoscope.app.state.Viewport;
import org.mixoscope.kernel.Frame;

/// Where a picture lies on the screen.
///
/// @param frame the picture's size
/// @param left of its first column
/// @param top of its first row
/// @param scale units of the screen per pixel of it, above 0
public record Placement(Frame frame, double left, double top, double scale) {
  /// Around the picture when all of it fits.
  private static final double MARGIN = 36;

  /// A pixel is never larger than this, unless the picture is so small.
  private static final double LARGEST_PIXEL = 64;

  /// In a room of some size, as a viewport wants it.
  public static Placement of(Frame frame, Viewport viewport, double width, double height) {
    double scale = fitting(frame, width, height) * viewport.zoom();
    return new Placement(
        frame,
        Math.round(width / 2 - viewport.x() * frame.width() * scale),
        Math.round(height / 2 - viewport.y() * frame.height() * scale),
        scale);
  }

  /// As large as there is room, centred, with no margin.
  public static Placement filling(Frame frame, double width, double height) {
    double scale = Math.min(width / frame.width(), height / frame.height());
    return new Placement(
        frame,
        Math.round((width - frame.width() * scale) / 2),
        Math.round((height - frame.height() * scale) / 2),
        scale);
  }

  /// The zoom at which pixels are as large as they get in a room.
  public static double mostZoom(Frame frame, double width, double height) {
    return Math.max(1, LARGEST_PIXEL / fitting(frame, width, height));
  }

  private static double fitting(Frame frame, double width, double height) {
    double scale =
        Math.min((width - 2 * MARGIN) / frame.width(), (height - 2 * MARGIN) / frame.height());
    return Math.max(scale, 1.0 / Math.max(frame.width(), frame.height()));
  }

  /// The same place for a picture of another size.
  public Placement of(Frame other) {
    return new Placement(other, left, top, width() / other.width());
  }

  /// Of the picture on the screen.
  public double width() {
    return frame.width() * scale;
  }

  /// Of the picture on the screen.
  public double height() {
    return frame.height() * scale;
  }

  /// A horizontal position as a share of the picture's width.
  public double u(double x) {
    return (x - left) / width();
  }

  /// A vertical position as a share of the picture's height.
  public double v(double y) {
    return (y - top) / height();
  }

  /// What is seen of the picture in a room, in shares of its sides.
  public Rectangle2D seen(double roomWidth, double roomHeight) {
    double u1 = Math.clamp(u(0), 0, 1);
    double v1 = Math.clamp(v(0), 0, 1);
    return new Rectangle2D(
        u1, v1, Math.clamp(u(roomWidth), u1, 1) - u1, Math.clamp(v(roomHeight), v1, 1) - v1);
  }
}

package org.mixoscope.app.state;

/// Which part of the picture is seen.
///
/// @param zoom how much larger the picture is than when all of it fits, at least 1
/// @param x the point of the picture that lies in the middle, as a share of its width
/// @param y the same of its height
public record Viewport(double zoom, double x, double y) {
  /// All of the picture.
  public static final Viewport FIT = new Viewport(1, 0.5, 0.5);

  /// The middle stays so far inside that what is seen when all of it fits is always filled.
  public Viewport {
    zoom = Math.max(1, zoom);
    double half = 0.5 / zoom;
    x = Math.clamp(x, half, 1 - half);
    y = Math.clamp(y, half, 1 - half);
  }

  /// Larger by a factor; the point (`u`, `v`) of the picture stays where it is on the screen.
  ///
  /// @param most the largest zoom, at least 1
  public Viewport zoomed(double factor, double u, double v, double most) {
    double next = Math.clamp(zoom * factor, 1, most);
    double nearer = zoom / next;
    return new Viewport(next, u + (x - u) * nearer, v + (y - v) * nearer);
  }

  /// Further by shares of the picture's sides.
  public Viewport panned(double du, double dv) {
    return new Viewport(zoom, x + du, y + dv);
  }
}

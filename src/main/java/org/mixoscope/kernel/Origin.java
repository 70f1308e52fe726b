package org.mixoscope.kernel;

/// Where the pixels of a picture came from: turned upright, cut, scaled and put into a frame. What
/// else is known of the stored picture, boxes and maps, can follow.
///
/// @param stored the size of the stored picture, before it was turned
/// @param turn how it was turned
/// @param landing which part of the upright picture is where in the frame
public record Origin(Frame stored, Turn turn, Landing landing) {
  /// Of a picture in its own size.
  public static Origin of(Frame stored, Turn turn) {
    Box whole = Box.of(turn.upright(stored));
    return new Origin(stored, turn, new Landing(whole, whole));
  }

  /// Of the same picture brought to a frame.
  public Origin in(Frame frame, Fit fit) {
    return new Origin(stored, turn, fit.place(turn.upright(stored), frame));
  }

  /// The horizontal position in the frame of a position in the stored picture; edges of pixels are
  /// whole numbers.
  public double x(double x, double y) {
    return landing.x(turn.x(x, y, stored));
  }

  /// The vertical position in the frame of a position in the stored picture.
  public double y(double x, double y) {
    return landing.y(turn.y(x, y, stored));
  }

  /// A map of the stored picture, such as one of class indices, brought to the frame with it:
  /// turned, cut and scaled, every pixel from the nearest one.
  ///
  /// @param map of the size of the stored picture. Not modified
  /// @param frame that the landing is for
  /// @param outside the value of pixels that show nothing of the picture
  /// @return new heap memory of the channels, type and layout of the map
  /// @throws IllegalArgumentException if the map is of another size
  public Pixels moved(Pixels map, Frame frame, float outside) {
    if (!map.frame().equals(stored)) {
      throw new IllegalArgumentException("map = %s: the picture is %s".formatted(map, stored));
    }
    Box to = landing.to();
    Pixels result = map.allocate(frame);
    result.fill(outside);
    if (!to.isEmpty()) {
      Pixels upright = turn.applied(map);
      ResizeLoops.resize(Resampling.NEAREST, upright, landing.from(), result, to, new Workspace());
    }
    return result;
  }
}

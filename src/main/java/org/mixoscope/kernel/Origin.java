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
}

package org.mixoscope.kernel;

import java.util.Locale;

/// How a picture is brought to a frame of another size.
public enum Fit implements Named {
  /// Scaled until it covers the frame, centred, what sticks out is cut off.
  COVER,
  /// Scaled until it fits inside the frame, centred, the rest is black.
  CONTAIN,
  /// Each side scaled by itself; the aspect ratio is not kept.
  STRETCH;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Where a picture of one size goes in a frame of another.
  public Landing place(Frame picture, Frame frame) {
    double scaleX = (double) frame.width() / picture.width();
    double scaleY = (double) frame.height() / picture.height();
    return switch (this) {
      case STRETCH -> new Landing(Box.of(picture), Box.of(frame));
      case COVER -> {
        double scale = Math.max(scaleX, scaleY);
        yield new Landing(
            centred(picture, frame.width() / scale, frame.height() / scale), Box.of(frame));
      }
      case CONTAIN -> {
        double scale = Math.min(scaleX, scaleY);
        yield new Landing(
            Box.of(picture), centred(frame, picture.width() * scale, picture.height() * scale));
      }
    };
  }

  /// The box of about this size, at least one pixel, in the middle of a frame.
  private static Box centred(Frame frame, double width, double height) {
    int w = Math.clamp(Math.round(width), 1, frame.width());
    int h = Math.clamp(Math.round(height), 1, frame.height());
    int x = (frame.width() - w) / 2;
    int y = (frame.height() - h) / 2;
    return new Box(x, y, x + w, y + h);
  }
}

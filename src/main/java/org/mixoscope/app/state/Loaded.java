package org.mixoscope.app.state;

import org.mixoscope.app.ui.Magnifier;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.Picture;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// A picture that was read.
///
/// @param picture in its own size
/// @param thumbnail the same made small, or tiny pixels made squares, BGRA for the screen; of a
///   very long picture not in its ratio
public record Loaded(Picture picture, Pixels thumbnail) {
  private static final int SHORT_SIDE = 360;
  private static final int LONG_SIDE = 1024;

  /// What any screen can draw.
  private static final int LONGEST_SIDE = 4096;

  static Loaded of(Picture picture) {
    Pixels pixels = picture.as(PixelKind.RGB8);
    double scale = Math.min(1, (double) SHORT_SIDE / Math.min(pixels.width(), pixels.height()));
    Frame wanted = pixels.frame().scaled(scale);
    Frame frame =
        new Frame(Math.min(wanted.height(), LONGEST_SIDE), Math.min(wanted.width(), LONGEST_SIDE));
    Pixels small = Prepared.toScreen(Fitter.fit(pixels, frame, Fit.STRETCH));
    int room = LONG_SIDE / Math.max(small.width(), small.height());
    int factor = Math.min(room, SHORT_SIDE / Math.min(small.width(), small.height()));
    if (factor < 2) {
      return new Loaded(picture, small);
    }
    Box whole = Box.of(small.frame());
    Pixels squares = Magnifier.room(whole, factor);
    Magnifier.magnify(small, whole, factor, squares);
    return new Loaded(picture, squares);
  }
}

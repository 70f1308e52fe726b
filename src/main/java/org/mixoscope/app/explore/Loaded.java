package org.mixoscope.app.explore;

import org.mixoscope.image.Fitter;
import org.mixoscope.image.Picture;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// A picture that was read.
///
/// @param picture in its own size
/// @param thumbnail the same made small, BGRA for the screen
record Loaded(Picture picture, Pixels thumbnail) {
  private static final double SHORT_SIDE = 360;

  static Loaded of(Picture picture) {
    Pixels pixels = picture.pixels();
    double scale = Math.min(1, SHORT_SIDE / Math.min(pixels.width(), pixels.height()));
    Frame frame =
        new Frame(
            (int) Math.max(1, Math.round(pixels.height() * scale)),
            (int) Math.max(1, Math.round(pixels.width() * scale)));
    return new Loaded(picture, Prepared.toScreen(Fitter.fit(pixels, frame, Fit.STRETCH)));
  }
}

package org.mixoscope.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.recipe.Recipe;

/// A figure in pixels.
final class PngFigure {
  private PngFigure() {}

  /// @param scale 1…4
  static byte[] bytes(Figure figure, int scale) {
    return PictureWriter.png(pixels(figure, scale), figure.recipe());
  }

  /// @return uint8 RGB, HWC
  /// @throws IllegalArgumentException if they are more than a picture may have
  static Pixels pixels(Figure figure, int scale) {
    Frame size = figure.pixels(scale);
    requireRoom(figure, size, scale);
    BufferedImage image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(size.width() / figure.width(), size.height() / figure.height());
    figure.draw(new Pen(graphics, figure.pixelsPerPoint() * scale));
    graphics.dispose();
    return Raster.pixels(image);
  }

  private static void requireRoom(Figure figure, Frame size, int scale) {
    int possible = scale;
    while (possible > 0 && figure.pixels(possible).pixels() > Recipe.MAX_FRAME_PIXELS) {
      possible--;
    }
    if (possible == 0) {
      throw new RefusedException(FigureReason.TOO_LARGE.of(scale, size));
    }
    if (possible < scale) {
      throw new RefusedException(FigureReason.SCALE_TOO_LARGE.of(scale, size, possible));
    }
  }
}

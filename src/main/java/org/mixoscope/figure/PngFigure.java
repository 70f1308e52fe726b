package org.mixoscope.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// A figure in pixels.
final class PngFigure {
  private PngFigure() {}

  /// @param scale 1…4
  static byte[] bytes(Figure figure, int scale) {
    return PictureWriter.png(pixels(figure, scale), figure.recipe());
  }

  /// @return uint8 RGB, HWC
  static Pixels pixels(Figure figure, int scale) {
    Frame size = figure.pixels(scale);
    BufferedImage image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(size.width() / figure.width(), size.height() / figure.height());
    figure.draw(new Pen(graphics, figure.pixelsPerPoint() * scale));
    graphics.dispose();
    return Raster.pixels(image);
  }
}

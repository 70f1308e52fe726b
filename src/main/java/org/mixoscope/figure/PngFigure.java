package org.mixoscope.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.mixoscope.image.PictureWriter;
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
    double zoom = figure.pixelsPerPoint() * scale;
    int width = (int) Math.round(figure.width() * zoom);
    int height = (int) Math.round(figure.height() * zoom);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(width / figure.width(), height / figure.height());
    figure.draw(new Pen(graphics, zoom));
    graphics.dispose();
    return Raster.pixels(image);
  }
}

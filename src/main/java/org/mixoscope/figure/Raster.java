package org.mixoscope.figure;

import java.awt.image.BufferedImage;
import java.lang.foreign.ValueLayout;
import org.mixoscope.image.Conversion;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// Pixels of the kernel as Java2D has them, and back.
final class Raster {
  private Raster() {}

  /// @param picture uint8 or uint16, RGB or grey, HWC. Not modified
  static BufferedImage image(Pixels picture) {
    Pixels rgb = Conversion.to(PixelKind.RGB8, picture);
    byte[] bytes = rgb.memory().asSlice(0, rgb.byteSize()).toArray(ValueLayout.JAVA_BYTE);
    int[] row = new int[rgb.width()];
    BufferedImage image = new BufferedImage(rgb.width(), rgb.height(), BufferedImage.TYPE_INT_RGB);
    int i = 0;
    for (int y = 0; y < rgb.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = (bytes[i++] & 0xFF) << 16 | (bytes[i++] & 0xFF) << 8 | (bytes[i++] & 0xFF);
      }
      image.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return image;
  }

  /// @param image opaque. Not modified
  /// @return uint8 RGB, HWC
  static Pixels pixels(BufferedImage image) {
    Frame frame = new Frame(image.getHeight(), image.getWidth());
    byte[] bytes = new byte[Math.toIntExact(frame.pixels() * 3)];
    int[] row = new int[frame.width()];
    int i = 0;
    for (int y = 0; y < frame.height(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int rgb : row) {
        bytes[i++] = (byte) (rgb >> 16);
        bytes[i++] = (byte) (rgb >> 8);
        bytes[i++] = (byte) rgb;
      }
    }
    return Pixels.of(bytes, frame, 3);
  }
}

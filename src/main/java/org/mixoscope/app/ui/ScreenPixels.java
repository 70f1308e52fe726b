package org.mixoscope.app.ui;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// Pixels of JavaFX images, for files and for pictures from the clipboard.
public final class ScreenPixels {
  /// Of the pixels that JavaFX shows, each a byte: blue, green, red, alpha.
  public static final int CHANNELS = 4;

  private ScreenPixels() {}

  /// uint8 RGB of an image; what is transparent is laid on white.
  public static Pixels rgb(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    byte[] bgra = new byte[Math.multiplyExact(Math.multiplyExact(width, height), CHANNELS)];
    image
        .getPixelReader()
        .getPixels(
            0, 0, width, height, PixelFormat.getByteBgraPreInstance(), bgra, 0, width * CHANNELS);
    byte[] rgb = new byte[bgra.length / CHANNELS * 3];
    for (int i = 0, o = 0; i < bgra.length; i += CHANNELS, o += 3) {
      int white = 255 - (bgra[i + 3] & 0xFF);
      rgb[o] = (byte) ((bgra[i + 2] & 0xFF) + white);
      rgb[o + 1] = (byte) ((bgra[i + 1] & 0xFF) + white);
      rgb[o + 2] = (byte) ((bgra[i] & 0xFF) + white);
    }
    return Pixels.of(rgb, new Frame(height, width), 3);
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// A small picture in memory, written and read by ImageIO, which shares no code with ours.
///
/// @param image RGB or grey
record Photo(BufferedImage image) {
  /// Every pixel by a function of x and y to 0xRRGGBB.
  static Photo of(int width, int height, IntBinaryOperator rgb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, rgb.applyAsInt(x, y));
      }
    }
    return new Photo(image);
  }

  static Photo noise(int width, int height, long seed) {
    Random random = new Random(seed);
    return of(width, height, (_, _) -> random.nextInt(1 << 24));
  }

  /// Grey by a function of x and y to 0…255.
  static Photo grey(int width, int height, IntBinaryOperator level) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.getRaster().setSample(x, y, 0, level.applyAsInt(x, y));
      }
    }
    return new Photo(image);
  }

  static Photo read(Path file) throws IOException {
    return new Photo(ImageIO.read(file.toFile()));
  }

  /// Writes a PNG.
  ///
  /// @return its name
  String write(Path file) throws IOException {
    File target = file.toFile();
    assertTrue(ImageIO.write(image, "png", target));
    return file.toString();
  }

  /// The pixel as 0xRRGGBB.
  int at(int x, int y) {
    return image.getRGB(x, y) & 0xFFFFFF;
  }

  Frame frame() {
    return new Frame(image.getHeight(), image.getWidth());
  }

  /// uint8 RGB, interleaved.
  Pixels pixels() {
    int width = image.getWidth();
    byte[] bytes = new byte[width * image.getHeight() * 3];
    for (int i = 0; i < bytes.length / 3; i++) {
      int rgb = at(i % width, i / width);
      bytes[3 * i] = (byte) (rgb >> 16);
      bytes[3 * i + 1] = (byte) (rgb >> 8);
      bytes[3 * i + 2] = (byte) rgb;
    }
    return Pixels.of(bytes, frame(), 3);
  }
}

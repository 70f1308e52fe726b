package org.mixoscope.app.train;

import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.lab.Shape;

/// Pictures of numbers.
final class Shade {
  private static final int WHITE = 255;
  private static final int GAP = 1;

  /// So many times as wide as high.
  private static final double RATIO = 1.6;

  private Shade() {}

  /// A picture as it is trained on.
  ///
  /// @param numbers within [0, 1], grey, or red, green and blue
  static Image picture(float[] numbers, Shape shape) {
    WritableImage image = new WritableImage(shape.width(), shape.height());
    int plane = shape.plane();
    int last = shape.channels() - 1;
    for (int i = 0; i < plane; i++) {
      int red = byteOf(numbers[i]);
      int green = byteOf(numbers[Math.min(1, last) * plane + i]);
      int blue = byteOf(numbers[Math.min(2, last) * plane + i]);
      image
          .getPixelWriter()
          .setArgb(
              i % shape.width(), i / shape.width(), WHITE << 24 | red << 16 | green << 8 | blue);
    }
    return image;
  }

  private static int byteOf(float value) {
    return Math.clamp(Math.round(value * WHITE), 0, WHITE);
  }

  /// Weights of the first layer, a tile for each unit: positive ones in the colour of A, negative
  /// ones in that of B, the stronger the larger. Of several channels the first is shown.
  ///
  /// @param rows at least one
  static Image weights(float[][] rows, Shape input) {
    boolean dense = rows[0].length == input.size();
    int width = dense ? input.width() : 3;
    int height = dense ? input.height() : 3;
    int columns = (int) Math.ceil(Math.sqrt(rows.length * RATIO));
    int lines = (rows.length + columns - 1) / columns;
    WritableImage image =
        new WritableImage(columns * (width + GAP) - GAP, lines * (height + GAP) - GAP);
    float most = most(rows);
    for (int unit = 0; unit < rows.length; unit++) {
      int left = unit % columns * (width + GAP);
      int top = unit / columns * (height + GAP);
      for (int i = 0; i < width * height; i++) {
        image
            .getPixelWriter()
            .setArgb(left + i % width, top + i / width, colour(rows[unit][i] / most));
      }
    }
    return image;
  }

  private static float most(float[][] rows) {
    float most = Float.MIN_NORMAL;
    for (float[] row : rows) {
      for (float weight : row) {
        most = Math.max(most, Math.abs(weight));
      }
    }
    return most;
  }

  private static int colour(float share) {
    SourceColour hue = share > 0 ? SourceColour.A : SourceColour.B;
    return byteOf(Math.abs(share)) << 24 | hue.rgb();
  }
}

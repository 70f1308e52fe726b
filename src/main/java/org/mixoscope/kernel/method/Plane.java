package org.mixoscope.kernel.method;

import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;

/// A small grey picture, or a map of one. Its values lie in the workspace that made them.
final class Plane {
  /// Of larger cells about so many pixels each way are looked at: a huge picture takes no longer.
  private static final int SAMPLES = 4;

  private final int height;
  private final int width;
  private final float[] values;

  /// @param height rows
  /// @param width columns
  /// @param values row-major; shared, not copied
  Plane(int height, int width, float[] values) {
    this.height = height;
    this.width = width;
    this.values = values;
  }

  /// The grey of a picture, as means of cells that tile it, from 0 for its darkest to 1 for its
  /// brightest; all 0 if it has no contrast. Grey is the mean of the first three channels, or the
  /// only one, so that neither their order nor the layout nor the element type matter. What is no
  /// finite number counts as the darkest.
  ///
  /// @param height of the plane, at most that of the picture
  /// @param width of the plane, at most that of the picture
  static Plane grey(Pixels picture, int height, int width, Workspace workspace) {
    float[] values = workspace.floats("grey", height * width);
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int row = 0; row < height; row++) {
      int y1 = start(row, height, picture.height());
      int y2 = start(row + 1, height, picture.height());
      for (int column = 0; column < width; column++) {
        int x1 = start(column, width, picture.width());
        int x2 = start(column + 1, width, picture.width());
        float mean = mean(picture, x1, y1, x2, y2);
        values[row * width + column] = mean;
        if (Float.isFinite(mean)) {
          low = Math.min(low, mean);
          high = Math.max(high, mean);
        }
      }
    }
    stretch(values, low, high);
    return new Plane(height, width, values);
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /// Row-major; shared, not copied.
  float[] values() {
    return values;
  }

  /// The index of the largest value, the first one of equals.
  int peak() {
    int peak = 0;
    for (int i = 1; i < height * width; i++) {
      if (values[i] > values[peak]) {
        peak = i;
      }
    }
    return peak;
  }

  private static int start(int cell, int cells, int pixels) {
    return (int) ((long) cell * pixels / cells);
  }

  private static void stretch(float[] values, float low, float high) {
    double range = (double) high - low;
    for (int i = 0; i < values.length; i++) {
      boolean usable = Float.isFinite(values[i]) && range > 0;
      values[i] = usable ? (float) ((values[i] - (double) low) / range) : 0;
    }
  }

  /// One channel of a picture as means of cells that tile it, white as 1. What is no finite number
  /// is black.
  ///
  /// @param name of the memory in the workspace
  static float[] channel(
      String name, Pixels picture, int channel, int height, int width, Workspace workspace) {
    float[] values = workspace.floats(name, height * width);
    for (int row = 0; row < height; row++) {
      int y1 = start(row, height, picture.height());
      int y2 = start(row + 1, height, picture.height());
      for (int column = 0; column < width; column++) {
        int x1 = start(column, width, picture.width());
        int x2 = start(column + 1, width, picture.width());
        float mean = mean(picture, channel, channel + 1, x1, y1, x2, y2);
        values[row * width + column] = Float.isFinite(mean) ? mean : 0;
      }
    }
    return values;
  }

  private static float mean(Pixels picture, int x1, int y1, int x2, int y2) {
    return mean(picture, 0, Math.min(3, picture.channels()), x1, y1, x2, y2);
  }

  /// Sums of floats in a double are exact as a rule, so that their order does not matter.
  private static float mean(Pixels picture, int first, int end, int x1, int y1, int x2, int y2) {
    boolean planar = picture.layout() == Layout.CHW;
    int step = planar ? 1 : picture.channels();
    long next = planar ? picture.frame().pixels() : 1;
    float white = picture.type().white();
    int stepX = Math.max(1, (x2 - x1) / SAMPLES);
    int stepY = Math.max(1, (y2 - y1) / SAMPLES);
    double sum = 0;
    int count = 0;
    for (int y = y1; y < y2; y += stepY) {
      for (int x = x1; x < x2; x += stepX) {
        long element = ((long) y * picture.width() + x) * step;
        for (int channel = first; channel < end; channel++) {
          sum += picture.element(element + channel * next) / white;
        }
        count += end - first;
      }
    }
    return (float) (sum / count);
  }
}

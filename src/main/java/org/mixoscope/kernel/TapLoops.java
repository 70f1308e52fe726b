package org.mixoscope.kernel;

/// The loops that resize one row across: every tap of an element before the next element, so that
/// sums stay out of memory. The three channels of a colour, or the four of a screen, at once, since
/// they share indices and weights.
final class TapLoops {
  private static final int RGB = 3;
  private static final int BGRA = 4;

  /// Taps of a picture that shrinks to less than its size and more than half of it: those of 500
  /// pixels to 224, cut to a square.
  private static final int USUAL = 3;

  private TapLoops() {}

  /// Whether the taps of a pixel are those of all its channels.
  static boolean shareTaps(int channels) {
    return channels == RGB || channels == BGRA;
  }

  /// The first tap alone, unweighted.
  static void pick(float[] row, Taps taps, int channels, float[] result) {
    int[] indices = taps.indices();
    int n = taps.elements();
    if (shareTaps(channels)) {
      for (int i = 0; i < n; i++) {
        for (int channel = 0; channel < channels; channel++) {
          result[channels * i + channel] = row[indices[i] + channel];
        }
      }
    } else {
      for (int i = 0; i < n; i++) {
        result[i] = row[indices[i]];
      }
    }
  }

  /// The weighted sum of all taps.
  static void sum(float[] row, Taps taps, int channels, float[] result) {
    int[] indices = taps.indices();
    float[] weights = taps.weights();
    int n = taps.elements();
    int end = taps.count() * n;
    switch (channels) {
      case RGB -> {
        if (taps.count() == USUAL) {
          sumUsualRgb(row, indices, weights, n, result);
        } else {
          sumRgb(row, indices, weights, n, end, result);
        }
      }
      case BGRA -> sumBgra(row, indices, weights, n, end, result);
      default -> sum(row, indices, weights, n, end, result);
    }
  }

  private static void sum(
      float[] row, int[] indices, float[] weights, int n, int end, float[] result) {
    for (int i = 0; i < n; i++) {
      float sum = row[indices[i]] * weights[i];
      for (int tap = i + n; tap < end; tap += n) {
        sum += row[indices[tap]] * weights[tap];
      }
      result[i] = sum;
    }
  }

  private static void sumRgb(
      float[] row, int[] indices, float[] weights, int n, int end, float[] result) {
    for (int i = 0; i < n; i++) {
      int at = indices[i];
      float weight = weights[i];
      float red = row[at] * weight;
      float green = row[at + 1] * weight;
      float blue = row[at + 2] * weight;
      for (int tap = i + n; tap < end; tap += n) {
        at = indices[tap];
        weight = weights[tap];
        red += row[at] * weight;
        green += row[at + 1] * weight;
        blue += row[at + 2] * weight;
      }
      result[RGB * i] = red;
      result[RGB * i + 1] = green;
      result[RGB * i + 2] = blue;
    }
  }

  /// The same of three taps, without a loop over them.
  private static void sumUsualRgb(
      float[] row, int[] indices, float[] weights, int n, float[] result) {
    for (int i = 0; i < n; i++) {
      int first = indices[i];
      int second = indices[i + n];
      int third = indices[i + 2 * n];
      float a = weights[i];
      float b = weights[i + n];
      float c = weights[i + 2 * n];
      result[RGB * i] = row[first] * a + row[second] * b + row[third] * c;
      result[RGB * i + 1] = row[first + 1] * a + row[second + 1] * b + row[third + 1] * c;
      result[RGB * i + 2] = row[first + 2] * a + row[second + 2] * b + row[third + 2] * c;
    }
  }

  private static void sumBgra(
      float[] row, int[] indices, float[] weights, int n, int end, float[] result) {
    for (int i = 0; i < n; i++) {
      int at = indices[i];
      float weight = weights[i];
      float blue = row[at] * weight;
      float green = row[at + 1] * weight;
      float red = row[at + 2] * weight;
      float alpha = row[at + 3] * weight;
      for (int tap = i + n; tap < end; tap += n) {
        at = indices[tap];
        weight = weights[tap];
        blue += row[at] * weight;
        green += row[at + 1] * weight;
        red += row[at + 2] * weight;
        alpha += row[at + 3] * weight;
      }
      result[BGRA * i] = blue;
      result[BGRA * i + 1] = green;
      result[BGRA * i + 2] = red;
      result[BGRA * i + 3] = alpha;
    }
  }
}

package org.mixoscope.kernel;

/// The loops that resize one row across. Two taps at a time, so that results go to memory and back
/// less often; the three channels of a colour, or the four of a screen, at once, since they share
/// indices and weights.
final class TapLoops {
  private static final int RGB = 3;
  private static final int BGRA = 4;

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
    switch (channels) {
      case RGB -> sumRgb(row, taps, result);
      case BGRA -> sumBgra(row, taps, result);
      default -> sum(row, taps, result);
    }
  }

  private static void sum(float[] row, Taps taps, float[] result) {
    int n = taps.elements();
    int[] indices = taps.indices();
    float[] weights = taps.weights();
    int tap = 2 - taps.count() % 2;
    if (tap == 1) {
      setOne(row, indices, weights, n, result);
    } else {
      setTwo(row, indices, weights, n, result);
    }
    for (; tap < taps.count(); tap += 2) {
      addTwo(row, indices, weights, tap * n, n, result);
    }
  }

  private static void sumRgb(float[] row, Taps taps, float[] result) {
    int n = taps.elements();
    int[] indices = taps.indices();
    float[] weights = taps.weights();
    int tap = 2 - taps.count() % 2;
    if (tap == 1) {
      setOneRgb(row, indices, weights, n, result);
    } else {
      setTwoRgb(row, indices, weights, n, result);
    }
    for (; tap < taps.count(); tap += 2) {
      addTwoRgb(row, indices, weights, tap * n, n, result);
    }
  }

  private static void sumBgra(float[] row, Taps taps, float[] result) {
    int n = taps.elements();
    int[] indices = taps.indices();
    float[] weights = taps.weights();
    int tap = 2 - taps.count() % 2;
    if (tap == 1) {
      setOneBgra(row, indices, weights, n, result);
    } else {
      setTwoBgra(row, indices, weights, n, result);
    }
    for (; tap < taps.count(); tap += 2) {
      addTwoBgra(row, indices, weights, tap * n, n, result);
    }
  }

  private static void setOne(float[] row, int[] indices, float[] weights, int n, float[] result) {
    for (int i = 0; i < n; i++) {
      result[i] = row[indices[i]] * weights[i];
    }
  }

  private static void setTwo(float[] row, int[] indices, float[] weights, int n, float[] result) {
    for (int i = 0; i < n; i++) {
      float first = row[indices[i]] * weights[i];
      result[i] = first + row[indices[n + i]] * weights[n + i];
    }
  }

  private static void addTwo(
      float[] row, int[] indices, float[] weights, int a, int n, float[] result) {
    int b = a + n;
    for (int i = 0; i < n; i++) {
      float first = row[indices[a + i]] * weights[a + i];
      result[i] += first + row[indices[b + i]] * weights[b + i];
    }
  }

  private static void setOneRgb(
      float[] row, int[] indices, float[] weights, int n, float[] result) {
    for (int i = 0; i < n; i++) {
      int at = indices[i];
      float weight = weights[i];
      result[RGB * i] = row[at] * weight;
      result[RGB * i + 1] = row[at + 1] * weight;
      result[RGB * i + 2] = row[at + 2] * weight;
    }
  }

  private static void setTwoRgb(
      float[] row, int[] indices, float[] weights, int n, float[] result) {
    for (int i = 0; i < n; i++) {
      int a = indices[i];
      int b = indices[n + i];
      float wa = weights[i];
      float wb = weights[n + i];
      result[RGB * i] = row[a] * wa + row[b] * wb;
      result[RGB * i + 1] = row[a + 1] * wa + row[b + 1] * wb;
      result[RGB * i + 2] = row[a + 2] * wa + row[b + 2] * wb;
    }
  }

  private static void addTwoRgb(
      float[] row, int[] indices, float[] weights, int start, int n, float[] result) {
    for (int i = 0; i < n; i++) {
      int a = indices[start + i];
      int b = indices[start + n + i];
      float wa = weights[start + i];
      float wb = weights[start + n + i];
      result[RGB * i] += row[a] * wa + row[b] * wb;
      result[RGB * i + 1] += row[a + 1] * wa + row[b + 1] * wb;
      result[RGB * i + 2] += row[a + 2] * wa + row[b + 2] * wb;
    }
  }

  private static void setOneBgra(
      float[] row, int[] indices, float[] weights, int n, float[] result) {
    for (int i = 0; i < n; i++) {
      int at = indices[i];
      float weight = weights[i];
      result[BGRA * i] = row[at] * weight;
      result[BGRA * i + 1] = row[at + 1] * weight;
      result[BGRA * i + 2] = row[at + 2] * weight;
      result[BGRA * i + 3] = row[at + 3] * weight;
    }
  }

  private static void setTwoBgra(
      float[] row, int[] indices, float[] weights, int n, float[] result) {
    for (int i = 0; i < n; i++) {
      int a = indices[i];
      int b = indices[n + i];
      float wa = weights[i];
      float wb = weights[n + i];
      result[BGRA * i] = row[a] * wa + row[b] * wb;
      result[BGRA * i + 1] = row[a + 1] * wa + row[b + 1] * wb;
      result[BGRA * i + 2] = row[a + 2] * wa + row[b + 2] * wb;
      result[BGRA * i + 3] = row[a + 3] * wa + row[b + 3] * wb;
    }
  }

  private static void addTwoBgra(
      float[] row, int[] indices, float[] weights, int start, int n, float[] result) {
    for (int i = 0; i < n; i++) {
      int a = indices[start + i];
      int b = indices[start + n + i];
      float wa = weights[start + i];
      float wb = weights[start + n + i];
      result[BGRA * i] += row[a] * wa + row[b] * wb;
      result[BGRA * i + 1] += row[a + 1] * wa + row[b + 1] * wb;
      result[BGRA * i + 2] += row[a + 2] * wa + row[b + 2] * wb;
      result[BGRA * i + 3] += row[a + 3] * wa + row[b + 3] * wb;
    }
  }
}

package org.mixoscope.stats;

/// Where a box may lie along one side of a frame: its start is `first`, `first + 1` … `first +
/// places − 1`, each as likely, and what sticks out of the frame is clipped.
///
/// @param side of the frame, in pixels
/// @param first the first start, may be negative
/// @param places how many starts there are, at least 1
/// @param length of the box before it is clipped
record Placement(int side, int first, int places, int length) {
  /// The probability of every clipped length 0 … side.
  double[] lengths() {
    double[] p = new double[side + 1];
    for (int place = 0; place < places; place++) {
      p[end(place) - start(place)]++;
    }
    return divided(p);
  }

  /// The probability of every pixel along the side to be inside.
  private double[] covered() {
    double[] p = new double[side + 1];
    for (int place = 0; place < places; place++) {
      p[start(place)]++;
      p[end(place)]--;
    }
    for (int x = 1; x <= side; x++) {
      p[x] += p[x - 1];
    }
    return divided(p);
  }

  /// The mean of the probabilities of the pixels of every cell.
  ///
  /// @param borders of the cells along the side
  double[] covered(int[] borders) {
    double[] pixels = covered();
    double[] cells = new double[borders.length - 1];
    for (int i = 0; i < cells.length; i++) {
      for (int x = borders[i]; x < borders[i + 1]; x++) {
        cells[i] += pixels[x] / (borders[i + 1] - borders[i]);
      }
    }
    return cells;
  }

  private int start(int place) {
    return Math.clamp(first + place, 0, side);
  }

  private int end(int place) {
    return Math.clamp(first + place + length, 0, side);
  }

  private double[] divided(double[] counts) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] /= places;
    }
    return counts;
  }
}

package org.mixoscope.kernel.method;

import java.util.Arrays;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;

/// [SaliencyMap#FINE_GRAINED].
final class FineGrained {
  private static final int MOST = 256;

  /// How far the surrounds reach.
  private static final int[] REACHES = {12, 24, 28, 48, 56, 112};

  /// White as a whole number, so that sums of 256 × 256 cells are exact.
  private static final int WHITE = Short.MAX_VALUE;

  private FineGrained() {}

  static Plane of(Pixels picture, Workspace workspace) {
    int cell = Math.ceilDiv(Math.max(picture.height(), picture.width()), MOST);
    int height = Math.ceilDiv(picture.height(), cell);
    int width = Math.ceilDiv(picture.width(), cell);
    int n = height * width;
    float[] smooth = Plane.grey(picture, height, width, workspace).values();
    float[] map = workspace.floats("fine-grained.map", n);
    blur(smooth, height, width, map);
    blur(smooth, height, width, map);
    int[] grey = workspace.ints("fine-grained.grey", n);
    for (int i = 0; i < n; i++) {
      grey[i] = Math.round(smooth[i] * WHITE);
    }
    int[] sums = sums(grey, height, width, workspace);
    Arrays.fill(map, 0);
    for (int reach : REACHES) {
      addContrast(grey, sums, height, width, reach, map);
    }
    return new Plane(height, width, map);
  }

  /// 1 2 1 both ways, mirrored at the border cells.
  private static void blur(float[] values, int height, int width, float[] between) {
    for (int y = 0; y < height; y++) {
      int above = mirrored(y - 1, height) * width;
      int below = mirrored(y + 1, height) * width;
      for (int x = 0; x < width; x++) {
        between[y * width + x] =
            (values[above + x] + 2 * values[y * width + x] + values[below + x]) / 4;
      }
    }
    for (int y = 0; y < height; y++) {
      int row = y * width;
      for (int x = 0; x < width; x++) {
        float left = between[row + mirrored(x - 1, width)];
        float right = between[row + mirrored(x + 1, width)];
        values[row + x] = (left + 2 * between[row + x] + right) / 4;
      }
    }
  }

  private static int mirrored(int i, int side) {
    int mirrored = i < 0 ? -i : i >= side ? 2 * side - 2 - i : i;
    return Math.clamp(mirrored, 0, side - 1);
  }

  /// The sum of all cells above and left, for every corner between cells.
  private static int[] sums(int[] grey, int height, int width, Workspace workspace) {
    int[] sums = workspace.ints("fine-grained.sums", (height + 1) * (width + 1));
    Arrays.fill(sums, 0, width + 1, 0);
    for (int y = 0; y < height; y++) {
      int above = y * (width + 1);
      int here = above + width + 1;
      int row = 0;
      sums[here] = 0;
      for (int x = 0; x < width; x++) {
        row += grey[y * width + x];
        sums[here + x + 1] = sums[above + x + 1] + row;
      }
    }
    return sums;
  }

  /// Adds how far every cell is above or below the mean of the others in its surround, which has
  /// one cell more to the right and below, as OpenCV's.
  private static void addContrast(
      int[] grey, int[] sums, int height, int width, int reach, float[] map) {
    for (int y = 0; y < height; y++) {
      int y1 = Math.max(y - reach + 1, 0);
      int y2 = Math.min(y + reach + 1, height);
      int above = y1 * (width + 1);
      int below = y2 * (width + 1);
      for (int x = 0; x < width; x++) {
        int x1 = Math.max(x - reach + 1, 0);
        int x2 = Math.min(x + reach + 1, width);
        int sum = sums[below + x2] + sums[above + x1] - sums[below + x1] - sums[above + x2];
        int centre = grey[y * width + x];
        int others = Math.max((x2 - x1) * (y2 - y1) - 1, 1);
        map[y * width + x] += Math.abs(centre - (float) (sum - centre) / others);
      }
    }
  }
}

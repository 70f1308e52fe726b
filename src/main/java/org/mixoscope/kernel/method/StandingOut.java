package org.mixoscope.kernel.method;

import java.util.Arrays;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;

/// How much a picture stands out at every pixel: a saliency map brought to the size of the frame,
/// blurred, with a mean of 1. Row by row, so that a large picture needs no map of its size.
final class StandingOut {
  private static final double SIGMA = 3;
  private static final int REACH = 3;

  private final Plane plane;
  private final int height;
  private final int width;
  private final float[] across;
  private final float[] down;
  private final float[] enlarged;
  private final float[] rows;
  private final int[] held;
  private final float factor;

  /// @param name of the memory in the workspace, one for each picture that is looked at
  /// @param inputs the frame that rows are for; the blur is one of pixels of the whole
  StandingOut(
      String name, SaliencyMap saliency, Pixels picture, Inputs inputs, Workspace workspace) {
    Plane map = saliency.of(picture, workspace);
    int cells = map.height() * map.width();
    float[] kept = workspace.floats(name + ".map", cells);
    System.arraycopy(map.values(), 0, kept, 0, cells);
    plane = new Plane(map.height(), map.width(), kept);
    height = inputs.frame().height();
    width = inputs.frame().width();
    across = bell((double) width / inputs.whole().width());
    down = bell((double) height / inputs.whole().height());
    enlarged = workspace.floats(name + ".enlarged", width);
    rows = workspace.floats(name + ".rows", (2 * REACH + 1) * width);
    held = workspace.ints(name + ".held", 2 * REACH + 1);
    Arrays.fill(held, -1);
    double sum = sum(workspace.floats(name + ".row", width));
    factor = sum > 0 ? (float) ((double) height * width / sum) : 0;
  }

  private double sum(float[] row) {
    double sum = 0;
    for (int y = 0; y < height; y++) {
      blur(y, row);
      for (float value : row) {
        sum += value;
      }
    }
    return sum;
  }

  /// One row; all 1 if nothing stands out anywhere. Quick for one row after the other.
  ///
  /// @param row as wide as the frame. Modified
  void fill(int y, float[] row) {
    if (factor == 0) {
      Arrays.fill(row, 1);
      return;
    }
    blur(y, row);
    for (int x = 0; x < width; x++) {
      row[x] *= factor;
    }
  }

  private void blur(int y, float[] row) {
    Arrays.fill(row, 0);
    for (int i = -REACH; i <= REACH; i++) {
      float weight = down[Math.abs(i)];
      int from = blurredAcross(mirrored(y + i, height));
      for (int x = 0; x < width; x++) {
        row[x] += weight * rows[from + x];
      }
    }
  }

  /// Where a row lies that is blurred across; the rows around one that is wanted do not displace
  /// each other.
  private int blurredAcross(int y) {
    int slot = y % held.length;
    int at = slot * width;
    if (held[slot] != y) {
      held[slot] = y;
      enlarge(y);
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int i = -REACH; i <= REACH; i++) {
          sum += across[Math.abs(i)] * enlarged[mirrored(x + i, width)];
        }
        rows[at + x] = sum;
      }
    }
    return at;
  }

  /// Between the four nearest cells.
  private void enlarge(int y) {
    float[] values = plane.values();
    double v = Math.clamp((y + 0.5) * plane.height() / height - 0.5, 0, plane.height() - 1);
    int row = (int) v;
    int top = row * plane.width();
    int bottom = Math.min(row + 1, plane.height() - 1) * plane.width();
    float lower = (float) (v - row);
    for (int x = 0; x < width; x++) {
      double u = Math.clamp((x + 0.5) * plane.width() / width - 0.5, 0, plane.width() - 1);
      int left = (int) u;
      int right = Math.min(left + 1, plane.width() - 1);
      float along = (float) (u - left);
      float above = values[top + left] * (1 - along) + values[top + right] * along;
      float below = values[bottom + left] * (1 - along) + values[bottom + right] * along;
      enlarged[x] = above * (1 - lower) + below * lower;
    }
  }

  /// Beyond the border the picture is mirrored, without its last row twice; as often as it takes.
  private static int mirrored(int i, int n) {
    if (i >= 0 && i < n) {
      return i;
    }
    int period = Math.max(1, 2 * (n - 1));
    int within = Math.floorMod(i, period);
    return within < n ? within : period - within;
  }

  /// The weight of a neighbour to either side by its distance. In a smaller picture the same bell
  /// has its weights nearer together, each between two pixels.
  ///
  /// @param scale pixels of the frame for one of the whole, at most 1
  private static float[] bell(double scale) {
    double[] bell = new double[REACH + 2];
    bell[0] = 1;
    for (int i = 1; i <= REACH; i++) {
      double weight = StrictMath.exp(-i * i / (2 * SIGMA * SIGMA));
      int near = (int) (i * scale);
      double beyond = i * scale - near;
      // What falls on the middle comes from both sides.
      bell[near] += weight * (1 - beyond) * (near == 0 ? 2 : 1);
      bell[near + 1] += weight * beyond;
    }
    float[] weights = new float[REACH + 1];
    for (int i = 0; i <= REACH; i++) {
      weights[i] = (float) bell[i];
    }
    return weights;
  }
}

package org.mixoscope.kernel.method;

import java.util.Arrays;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Workspace;

/// Rows of weights, blurred by a bell, so that what is pasted has soft edges. At the border of the
/// frame it is as if its last pixels went on. Keeps as many rows as the bell is high.
final class SoftRows implements Stencil.Rows {
  /// A bell is this many times as wide as its σ, to each side.
  private static final int REACH = 3;

  private final Stencil.Rows rows;
  private final int height;
  private final int width;
  private final double[] bell;
  private final float[] hard;
  private final double[] kept;
  private int known;

  /// @param rows called in their order
  /// @param sigma in pixels, above 0
  SoftRows(Stencil.Rows rows, double sigma, Frame frame, Workspace workspace) {
    this.rows = rows;
    height = frame.height();
    width = frame.width();
    bell = bell(sigma);
    hard = workspace.floats("soft.hard", width);
    kept = workspace.doubles("soft.kept", Math.multiplyExact(bell.length, width));
  }

  private static double[] bell(double sigma) {
    int reach = (int) Math.ceil(REACH * sigma);
    double[] bell = new double[2 * reach + 1];
    for (int i = 0; i < bell.length; i++) {
      double z = (i - reach) / sigma;
      bell[i] = StrictMath.exp(-z * z / 2);
    }
    double sum = Arrays.stream(bell).sum();
    Arrays.setAll(bell, i -> bell[i] / sum);
    return bell;
  }

  @Override
  public void fill(int y, float[] own) {
    int reach = bell.length / 2;
    while (known <= Math.min(y + reach, height - 1)) {
      rows.fill(known, hard);
      blur(known % bell.length * width);
      known++;
    }
    for (int x = 0; x < width; x++) {
      double sum = 0;
      for (int i = 0; i < bell.length; i++) {
        int row = Math.clamp(y + i - reach, 0, height - 1);
        sum += bell[i] * kept[row % bell.length * width + x];
      }
      own[x] = (float) Math.min(1, sum);
    }
  }

  private void blur(int at) {
    int reach = bell.length / 2;
    for (int x = 0; x < width; x++) {
      double sum = 0;
      for (int i = 0; i < bell.length; i++) {
        sum += bell[i] * hard[Math.clamp(x + i - reach, 0, width - 1)];
      }
      kept[at + x] = sum;
    }
  }
}

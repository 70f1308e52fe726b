package org.mixoscope.kernel.method;

import java.util.Arrays;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;

/// [SaliencyMap#SPECTRAL_RESIDUAL].
final class SpectralResidual {
  private static final int SIDE = 64;

  /// Standard deviation of the last blur, as a share of the side: 2.5 of 64 as in the authors'
  /// code.
  private static final double BLUR = 2.5 / 64;

  /// A grey level of one pixel has an amplitude of 1/255; what is far below is rounding.
  private static final float ROUNDING = 1e-3f;

  private SpectralResidual() {}

  static Plane of(Pixels picture, Workspace workspace) {
    int height = Math.min(SIDE, Integer.highestOneBit(picture.height()));
    int width = Math.min(SIDE, Integer.highestOneBit(picture.width()));
    int n = height * width;
    float[] re = Plane.grey(picture, height, width, workspace).values();
    float[] im = workspace.floats("residual.im", n);
    float[] turnedRe = workspace.floats("residual.turned-re", n);
    float[] turnedIm = workspace.floats("residual.turned-im", n);
    Arrays.fill(im, 0);

    Fft.columns(re, im, height, width, workspace);
    Fft.transpose(re, turnedRe, height, width);
    Fft.transpose(im, turnedIm, height, width);
    Fft.columns(turnedRe, turnedIm, width, height, workspace);
    keepResidual(turnedRe, turnedIm, width, height, workspace);
    Fft.columns(turnedIm, turnedRe, width, height, workspace);
    Fft.transpose(turnedRe, re, width, height);
    Fft.transpose(turnedIm, im, width, height);
    Fft.columns(im, re, height, width, workspace);

    for (int i = 0; i < n; i++) {
      re[i] = re[i] * re[i] + im[i] * im[i];
    }
    blurColumns(re, height, width, im, workspace);
    Fft.transpose(im, turnedRe, height, width);
    blurColumns(turnedRe, width, height, turnedIm, workspace);
    Fft.transpose(turnedIm, re, width, height);
    return new Plane(height, width, re);
  }

  /// `exp(log|F| − mean(log|F|))` with the phase of F is F divided by `exp(mean(log|F|))`. The mean
  /// goes on around the border, as the spectrum does.
  private static void keepResidual(
      float[] re, float[] im, int rows, int columns, Workspace workspace) {
    float[] logs = workspace.floats("residual.logs", rows * columns);
    for (int i = 0; i < logs.length; i++) {
      double amplitude = Math.sqrt((double) re[i] * re[i] + (double) im[i] * im[i]);
      logs[i] = (float) StrictMath.log(amplitude + ROUNDING);
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        for (int i = rows - 1; i <= rows + 1; i++) {
          int line = (row + i) % rows * columns;
          for (int j = columns - 1; j <= columns + 1; j++) {
            sum += logs[line + (column + j) % columns];
          }
        }
        float factor = (float) StrictMath.exp(-sum / 9);
        re[row * columns + column] *= factor;
        im[row * columns + column] *= factor;
      }
    }
  }

  /// Beyond the border there is nothing, so that the border, where the transform sees an edge, is
  /// not too salient.
  private static void blurColumns(
      float[] from, int rows, int columns, float[] to, Workspace workspace) {
    float[] bell = workspace.floats("residual.bell", rows);
    for (int i = 0; i < rows; i++) {
      double distance = i / (BLUR * rows);
      bell[i] = (float) StrictMath.exp(-distance * distance / 2);
    }
    int reach = (int) Math.ceil(3 * BLUR * rows);
    for (int row = 0; row < rows; row++) {
      Arrays.fill(to, row * columns, (row + 1) * columns, 0);
      for (int i = Math.max(0, row - reach); i <= Math.min(rows - 1, row + reach); i++) {
        float weight = bell[Math.abs(i - row)];
        for (int column = 0; column < columns; column++) {
          to[row * columns + column] += weight * from[i * columns + column];
        }
      }
    }
  }
}

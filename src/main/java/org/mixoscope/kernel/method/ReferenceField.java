package org.mixoscope.kernel.method;

import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Workspace;

/// [FMixField#REFERENCE]. With the columns 0 and 1 of a spectrum S alone, the inverse transform is
/// `m(y, x) ∝ Re g₀(y) + 2·Re(g₁(y)·exp(2πi·x/W))`, g being the inverse transform of a column:
/// three sums per row, which need no fast transform.
final class ReferenceField {
  private ReferenceField() {}

  static void fill(float[] field, Frame frame, long noise, double decay, Workspace workspace) {
    int height = frame.height();
    int width = frame.width();
    int rows = Math.min(height, frequencies(width));
    float[] spectrum = spectrum(frame, rows, noise, decay, workspace);
    float[] down = circle("fmix.down", height, workspace);
    float[] along = circle("fmix.along", width, workspace);
    double waves = Math.min(width - 1, 2); // 1 of 2 pixels: the highest frequency has no mirror
    for (int y = 0; y < height; y++) {
      double mean = 0;
      double cosine = 0;
      double sine = 0;
      for (int j = 0, turn = 0; j < rows; j++) {
        float cos = down[turn];
        float sin = down[height + turn];
        mean += spectrum[4 * j] * cos - spectrum[4 * j + 1] * sin;
        cosine += spectrum[4 * j + 2] * cos - spectrum[4 * j + 3] * sin;
        sine += spectrum[4 * j + 2] * sin + spectrum[4 * j + 3] * cos;
        turn += y;
        turn -= turn >= height ? height : 0;
      }
      for (int x = 0; x < width; x++) {
        field[y * width + x] =
            (float) (mean + waves * (cosine * along[x] - sine * along[width + x]));
      }
    }
  }

  /// How many horizontal frequencies the code reckons with: those of a real transform, and one more
  /// for odd widths.
  private static int frequencies(int width) {
    return width / 2 + 1 + (width > 1 ? width % 2 : 0);
  }

  /// Real and imaginary part of column 0, then of column 1, row for row.
  private static float[] spectrum(
      Frame frame, int rows, long noise, double decay, Workspace workspace) {
    float[] amplitudes = amplitudes(frame, rows, decay, workspace);
    float[] spectrum = workspace.floats("fmix.spectrum", 4 * rows);
    Noise normal = new Noise(noise, 0);
    for (int j = 0; j < rows; j++) {
      float first = amplitudes[2 * j];
      float second = amplitudes[2 * j + 1];
      spectrum[4 * j] = (float) (first * normal.nextNormal());
      spectrum[4 * j + 1] = (float) (second * normal.nextNormal());
      spectrum[4 * j + 2] = (float) (first * normal.nextNormal());
      spectrum[4 * j + 3] = (float) (second * normal.nextNormal());
    }
    return spectrum;
  }

  /// Of the first and the second row of the code's spectrum, column for column.
  private static float[] amplitudes(Frame frame, int rows, double decay, Workspace workspace) {
    float[] amplitudes = workspace.floats("fmix.two-rows", 2 * rows);
    FMixField.Spectrum key = new FMixField.Spectrum(frame, decay);
    if (!workspace.holds("fmix.two-rows", key)) {
      int width = frame.width();
      double side = Math.max(frame.height(), width);
      double down = side / frame.height();
      for (int j = 0; j < rows; j++) {
        double across = Math.min(j, width - j) * side / width;
        amplitudes[2 * j] = FMixField.amplitude(across, decay);
        amplitudes[2 * j + 1] =
            FMixField.amplitude(Math.sqrt(across * across + down * down), decay);
      }
      workspace.note("fmix.two-rows", key);
    }
    return amplitudes;
  }

  /// Cosines, then sines, of a whole turn in n steps.
  private static float[] circle(String name, int n, Workspace workspace) {
    float[] circle = workspace.floats(name, 2 * n);
    if (!workspace.holds(name, n)) {
      for (int k = 0; k < n; k++) {
        circle[k] = (float) StrictMath.cos(2 * Math.PI * k / n);
        circle[n + k] = (float) StrictMath.sin(2 * Math.PI * k / n);
      }
      workspace.note(name, n);
    }
    return circle;
  }
}

package org.mixoscope.kernel.method;

import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Workspace;

/// [FMixField#ISOTROPIC]: the half spectrum of a real field, transformed down the columns, then
/// along the rows, two real rows in one complex transform.
final class IsotropicField {
  private IsotropicField() {}

  static void fill(float[] field, Frame frame, long noise, double decay, Workspace workspace) {
    int rows = side(frame.height());
    int columns = side(frame.width());
    int half = columns / 2 + 1;
    float[] re = workspace.floats("fmix.re", rows * half);
    float[] im = workspace.floats("fmix.im", rows * half);
    float[] amplitudes = amplitudes(frame, rows, columns, decay, workspace);
    for (int row = 0; row < rows; row++) {
      int cycles = row <= rows / 2 ? row : row - rows;
      Noise normal = new Noise(noise, cycles);
      for (int column = 0; column < half; column++) {
        float amplitude = amplitudes[Math.abs(cycles) * half + column];
        re[row * half + column] = (float) (amplitude * normal.nextNormal());
        im[row * half + column] = (float) (amplitude * normal.nextNormal());
      }
    }
    transform(re, im, rows, columns, field, 0, frame, workspace);
  }

  /// The real field of a half spectrum.
  ///
  /// @param re real parts, row-major. Modified
  /// @param im imaginary parts. Modified
  /// @param field from `from` on a value per pixel. Modified
  static void transform(
      float[] re,
      float[] im,
      int rows,
      int columns,
      float[] field,
      int from,
      Frame frame,
      Workspace workspace) {
    int half = columns / 2 + 1;
    Fft.columns(im, re, rows, half, workspace);
    float[] upper = workspace.floats("fmix.upper", columns * (rows / 2));
    float[] lower = workspace.floats("fmix.lower", columns * (rows / 2));
    pair(re, im, rows, columns, upper, lower);
    Fft.columns(lower, upper, columns, rows / 2, workspace);
    for (int y = 0; y < frame.height(); y++) {
      float[] part = y < rows / 2 ? upper : lower;
      for (int x = 0; x < frame.width(); x++) {
        field[from + y * frame.width() + x] = part[x * (rows / 2) + y % (rows / 2)];
      }
    }
  }

  /// The least power of two that is enough, from 2 on.
  static int side(int pixels) {
    return Math.max(2, Integer.highestOneBit(pixels - 1) << 1);
  }

  /// Of frequencies of 0, 1, … cycles per grid, down and across.
  private static float[] amplitudes(
      Frame frame, int rows, int columns, double decay, Workspace workspace) {
    int half = columns / 2 + 1;
    float[] amplitudes = workspace.floats("fmix.amplitudes", (rows / 2 + 1) * half);
    FMixField.Spectrum key = new FMixField.Spectrum(frame, decay);
    if (!workspace.holds("fmix.amplitudes", key)) {
      double side = Math.max(frame.height(), frame.width());
      for (int row = 0; row <= rows / 2; row++) {
        double down = row * side / rows;
        for (int column = 0; column < half; column++) {
          double across = column * side / columns;
          amplitudes[row * half + column] =
              FMixField.amplitude(Math.sqrt(down * down + across * across), decay);
        }
      }
      workspace.note("fmix.amplitudes", key);
    }
    return amplitudes;
  }

  /// Turns rows y and y + `rows`/2, whose transforms are those of real rows a and b, into the
  /// transform of a + i·b, and transposes.
  private static void pair(
      float[] re, float[] im, int rows, int columns, float[] upper, float[] lower) {
    int half = columns / 2 + 1;
    int pairs = rows / 2;
    for (int column = 0; column < half; column++) {
      int mirror = (columns - column) % columns;
      boolean real = mirror == column; // what is imaginary there belongs to no real row
      for (int y = 0; y < pairs; y++) {
        int a = y * half + column;
        int b = (y + pairs) * half + column;
        float imA = real ? 0 : im[a];
        float imB = real ? 0 : im[b];
        upper[column * pairs + y] = re[a] - imB;
        lower[column * pairs + y] = imA + re[b];
        upper[mirror * pairs + y] = re[a] + imB;
        lower[mirror * pairs + y] = re[b] - imA;
      }
    }
  }
}

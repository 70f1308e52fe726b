package org.mixoscope.kernel.method;

import org.mixoscope.kernel.Workspace;

/// Fourier transforms of power-of-two length, radix 2, in place. All columns of a matrix at once:
/// the inner loops run along its rows, so that they are contiguous in memory.
final class Fft {
  private Fft() {}

  /// Transforms each column: `X(k) = Σₙ x(n)·exp(−2πi·kn/N)`. With `re` and `im` changed over it is
  /// the inverse, times N.
  ///
  /// @param re real parts, row-major. Modified
  /// @param im imaginary parts. Modified
  /// @param n how many rows there are: N, a power of two
  /// @param columns how many columns there are
  static void columns(float[] re, float[] im, int n, int columns, Workspace workspace) {
    float[] turns = turns(n, workspace);
    for (int row = 0; row < n; row++) {
      int other = n == 1 ? 0 : Integer.reverse(row) >>> (32 - Integer.numberOfTrailingZeros(n));
      if (row < other) {
        swap(re, row * columns, other * columns, columns);
        swap(im, row * columns, other * columns, columns);
      }
    }
    for (int half = 1; half < n; half *= 2) {
      for (int k = 0; k < half; k++) {
        float cos = turns[k * (n / 2 / half)];
        float sin = turns[n / 2 + k * (n / 2 / half)];
        for (int row = k; row < n; row += 2 * half) {
          butterflies(re, im, row * columns, (row + half) * columns, columns, cos, sin);
        }
      }
    }
  }

  /// The rows of a matrix as columns.
  static void transpose(float[] from, float[] to, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to[column * rows + row] = from[row * columns + column];
      }
    }
  }

  private static void butterflies(
      float[] re, float[] im, int first, int second, int count, float cos, float sin) {
    for (int i = 0; i < count; i++) {
      float turnedRe = re[second + i] * cos + im[second + i] * sin;
      float turnedIm = im[second + i] * cos - re[second + i] * sin;
      re[second + i] = re[first + i] - turnedRe;
      im[second + i] = im[first + i] - turnedIm;
      re[first + i] += turnedRe;
      im[first + i] += turnedIm;
    }
  }

  private static void swap(float[] values, int first, int second, int count) {
    for (int i = 0; i < count; i++) {
      float kept = values[first + i];
      values[first + i] = values[second + i];
      values[second + i] = kept;
    }
  }

  /// Cosines, then sines, of the first half turn in N/2 steps.
  private static float[] turns(int n, Workspace workspace) {
    String name = "fft.turns-" + n; // both sides of a frame have their own
    float[] turns = workspace.floats(name, n);
    if (!workspace.holds(name, n)) {
      for (int k = 0; k < n / 2; k++) {
        turns[k] = (float) StrictMath.cos(2 * Math.PI * k / n);
        turns[n / 2 + k] = (float) StrictMath.sin(2 * Math.PI * k / n);
      }
      workspace.note(name, n);
    }
    return turns;
  }
}

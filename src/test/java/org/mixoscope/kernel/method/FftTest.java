package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.kernel.Workspace;

class FftTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 5", "2, 1", "2, 3", "8, 1", "8, 7", "64, 5"})
  void columnsAreTransformedAsTheSumsSay(int n, int columns) {
    Random random = new Random(n);
    float[] re = values(random, n * columns);
    float[] im = values(random, n * columns);
    float[] expectedRe = new float[n * columns];
    float[] expectedIm = new float[n * columns];
    for (int c = 0; c < columns; c++) {
      for (int k = 0; k < n; k++) {
        double sumRe = 0;
        double sumIm = 0;
        for (int row = 0; row < n; row++) {
          double angle = -2 * Math.PI * k * row / n;
          double a = re[row * columns + c];
          double b = im[row * columns + c];
          sumRe += a * Math.cos(angle) - b * Math.sin(angle);
          sumIm += a * Math.sin(angle) + b * Math.cos(angle);
        }
        expectedRe[k * columns + c] = (float) sumRe;
        expectedIm[k * columns + c] = (float) sumIm;
      }
    }

    Fft.columns(re, im, n, columns, new Workspace());

    assertArrayEquals(expectedRe, re, 2e-5f);
    assertArrayEquals(expectedIm, im, 2e-5f);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "16, 3", "128, 9"})
  void changedOverItIsTheInverse(int n, int columns) {
    Random random = new Random(n);
    float[] re = values(random, n * columns);
    float[] im = values(random, n * columns);
    float[] wasRe = re.clone();
    float[] wasIm = im.clone();
    Workspace workspace = new Workspace();

    Fft.columns(re, im, n, columns, workspace);
    Fft.columns(im, re, n, columns, workspace);

    for (int i = 0; i < re.length; i++) {
      re[i] /= n;
      im[i] /= n;
    }
    assertArrayEquals(wasRe, re, 1e-5f);
    assertArrayEquals(wasIm, im, 1e-5f);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "5, 4"})
  void transposedRowsAreColumns(int rows, int columns) {
    float[] values = values(new Random(7), rows * columns);
    float[] turned = new float[rows * columns];
    float[] back = new float[rows * columns];

    Fft.transpose(values, turned, rows, columns);
    Fft.transpose(turned, back, columns, rows);

    assertArrayEquals(values, back);
    for (int row = 0; row < rows; row++) {
      assertArrayEquals(
          new float[] {values[row * columns]}, new float[] {turned[row]}, "first column");
    }
  }

  private static float[] values(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}

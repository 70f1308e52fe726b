package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Workspace;

class DistancesTest {
  @Property(tries = 400)
  void areThoseToTheNearestOfAllMarks(
      @ForAll @IntRange(min = 1, max = 24) int height,
      @ForAll @IntRange(min = 1, max = 24) int width,
      @ForAll @DoubleRange(min = 0, max = 1) double density,
      @ForAll long seed) {
    Random random = new Random(seed);
    byte[] marks = new byte[height * width];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = (byte) (random.nextDouble() < density * density ? 1 : 0);
    }
    for (int wanted = 0; wanted < 2; wanted++) {
      Distances distances = new Distances("test", marks, wanted, width, new Workspace());
      for (int y = 0; y < height; y++) {
        double[] row = new double[width];
        distances.fill(row);
        assertArrayEquals(naive(marks, wanted, y, width), row);
      }
    }
  }

  private static double[] naive(byte[] marks, int wanted, int y, int width) {
    double[] row = new double[width];
    for (int x = 0; x < width; x++) {
      row[x] = Double.POSITIVE_INFINITY;
      for (int i = 0; i < marks.length; i++) {
        int right = i % width - x;
        int down = i / width - y;
        row[x] = marks[i] == wanted ? Math.min(row[x], right * right + down * down) : row[x];
      }
    }
    return row;
  }

  @Test
  void ofARowFromOneEndToTheOther() {
    int width = 70_000;
    byte[] marks = new byte[width];
    marks[0] = 1;
    double[] row = new double[width];
    new Distances("test", marks, 1, width, new Workspace()).fill(row);
    assertEquals(69_999.0 * 69_999, row[width - 1]);
  }
}

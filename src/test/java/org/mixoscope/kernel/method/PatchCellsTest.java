package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;

class PatchCellsTest {
  /// Every cell is of one picture, and exactly round((1 − λ)·n) of the n are B's.
  @Property(tries = 300)
  void cellsAreWholeAndTheirNumberExact(
      @ForAll @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 4, max = 50) int side,
      @ForAll long noise) {
    Frame frame = new Frame(height, width);
    Composition cells =
        new PatchCells(1, side).compose(new Draw(lambda, 0.5, 0.5, noise), Inputs.of(frame));

    int all = 0;
    int ofB = 0;
    long pixelsOfB = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double own = cells.weightAt(0, y, x);
        assertEquals(cells.weightAt(0, y - y % side, x - x % side), own);
        assertEquals(own == 0 ? 0 : 1, own);
        pixelsOfB += 1 - (long) own;
        if (y % side == 0 && x % side == 0) {
          all++;
          ofB += 1 - (int) own;
        }
      }
    }
    assertEquals(Math.round((1 - lambda) * all), ofB);
    assertEquals(1 - pixelsOfB / (double) frame.pixels(), cells.shares().getFirst(), 1e-15);
  }

  @Test
  void noiseSaysWhichCells() {
    Frame frame = new Frame(64, 64);
    PatchCells method = new PatchCells(1, 16);

    String one = pattern(method.compose(new Draw(0.5, 0, 0, 1), Inputs.of(frame)));

    assertEquals(one, pattern(method.compose(new Draw(0.5, 0.9, 0.9, 1), Inputs.of(frame))));
    assertNotEquals(one, pattern(method.compose(new Draw(0.5, 0, 0, 2), Inputs.of(frame))));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 513})
  void sideOutOfRangeIsRefused(int side) {
    assertEquals(
        "cell-px = " + side + ": must be a whole number within [4, 512]",
        assertThrows(IllegalArgumentException.class, () -> new PatchCells(1, side)).getMessage());
  }

  private static String pattern(Composition cells) {
    StringBuilder pattern = new StringBuilder();
    for (int y = 0; y < 64; y += 16) {
      for (int x = 0; x < 64; x += 16) {
        pattern.append(cells.ownerAt(y, x));
      }
    }
    return pattern.toString();
  }
}

package org.mixoscope.dataset.annotated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Mask;

class ContourTest {
  private static final Frame FRAME = new Frame(9, 11);

  /// Two pieces of which the second is larger and has a step.
  @Test
  void lineGoesAroundTheLargestPieceFromItsUpperLeftCorner() {
    Mask mask = mask("#...", "..#.", ".##.", "....");

    assertArrayEquals(
        new double[] {2, 1, 3, 1, 3, 3, 1, 3, 1, 2, 2, 2}, Contour.ofLargestPiece(mask));
  }

  @Test
  void holesAreLostAndPiecesThatTouchAtACornerAreTwo() {
    Mask ring = mask("####", "#..#", "####", "...#");
    Mask corner = mask("#...", ".##.", "....", "....");

    assertArrayEquals(
        new double[] {0, 0, 4, 0, 4, 4, 3, 4, 3, 3, 0, 3}, Contour.ofLargestPiece(ring));
    assertArrayEquals(new double[] {1, 1, 3, 1, 3, 2, 1, 2}, Contour.ofLargestPiece(corner));
  }

  /// What the line encloses, painted again, is a piece of the mask and its holes, and the largest.
  @Property(tries = 500)
  void whatTheLineEnclosesIsAPieceWithItsHoles(@ForAll long seed) {
    Random random = new Random(seed);
    int odds = 2 + random.nextInt(4);
    Mask mask = Mask.of(Box.of(FRAME), (_, _) -> random.nextInt(odds) > 0);
    if (mask.area() == 0) {
      return;
    }

    double[] line = Contour.ofLargestPiece(mask);

    Mask inside = Raster.of(List.of(line), FRAME);
    int own = 0;
    for (int y = 0; y < FRAME.height(); y++) {
      for (int x = 0; x < FRAME.width(); x++) {
        boolean isBorder = !inside.contains(y, x) && isBeside(inside, y, x);
        assertTrue(!isBorder || !mask.contains(y, x), "the piece goes on at " + y + ", " + x);
        own += inside.contains(y, x) && mask.contains(y, x) ? 1 : 0;
      }
    }
    assertTrue(own > 0);
    assertEquals(inside, Raster.of(List.of(Contour.ofLargestPiece(inside)), FRAME));
    assertEquals(line.length, Contour.ofLargestPiece(inside).length);
  }

  private static boolean isBeside(Mask mask, int y, int x) {
    return mask.contains(y - 1, x)
        || mask.contains(y + 1, x)
        || mask.contains(y, x - 1)
        || mask.contains(y, x + 1);
  }

  private static Mask mask(String... rows) {
    return Mask.of(
        new Box(0, 0, rows[0].length(), rows.length), (y, x) -> rows[y].charAt(x) == '#');
  }
}

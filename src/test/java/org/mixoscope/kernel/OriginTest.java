package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Positions go the way of their pixels: turned, cut, scaled.
class OriginTest {
  /// The corner at the left and top of the stored picture of 40×30, and its centre, in the upright
  /// one. Worked out on paper from the EXIF table.
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 40, 30",
    "2, 40, 0, 40, 30",
    "3, 40, 30, 40, 30",
    "4, 0, 30, 40, 30",
    "5, 0, 0, 30, 40",
    "6, 30, 0, 30, 40",
    "7, 30, 40, 30, 40",
    "8, 0, 40, 30, 40",
    "9, 0, 0, 40, 30"
  })
  void turnMovesTheFirstCorner(int exif, double x, double y, int width, int height) {
    Frame stored = new Frame(30, 40);
    Turn turn = Turn.of(exif);

    assertEquals(new Frame(height, width), turn.upright(stored));
    assertEquals(x, turn.x(0, 0, stored));
    assertEquals(y, turn.y(0, 0, stored));
    assertEquals(width / 2.0, turn.x(20, 15, stored));
    assertEquals(height / 2.0, turn.y(20, 15, stored));
  }

  @Test
  void positionIsTurnedThenCutThenScaled() {
    // Upright 30 wide and 40 high; the middle 30×30 of it goes into 60×60.
    Origin origin = Origin.of(new Frame(30, 40), Turn.CLOCKWISE).in(new Frame(60, 60), Fit.COVER);

    assertEquals(new Landing(new Box(0, 5, 30, 35), new Box(0, 0, 60, 60)), origin.landing());
    assertEquals(60, origin.x(5, 0));
    assertEquals(0, origin.y(5, 0));
    assertEquals(0, origin.x(35, 30));
    assertEquals(60, origin.y(35, 30));
  }

  @Test
  void ownSizeIsTheWholePicture() {
    Origin origin = Origin.of(new Frame(3, 4), Turn.UPRIGHT);

    assertEquals(2.5, origin.x(2.5, 1));
    assertEquals(1, origin.y(2.5, 1));
  }

  /// Every pixel that shows something shows the stored pixel whose position lands there.
  @Property(tries = 300)
  void mapGoesTheWayOfItsPositions(@ForAll long seed, @ForAll Turn turn, @ForAll Fit fit) {
    Random random = new Random(seed);
    Frame stored = new Frame(1 + random.nextInt(12), 1 + random.nextInt(12));
    Frame frame = new Frame(1 + random.nextInt(12), 1 + random.nextInt(12));
    ElementType type = random.nextBoolean() ? ElementType.UINT8 : ElementType.UINT16;
    Pixels map = TestPictures.random(random, stored, 1, type, Layout.HWC);
    Origin origin = Origin.of(stored, turn).in(frame, fit);

    Pixels moved = origin.moved(map, frame, type.white());

    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        assertEquals(expected(origin, map, y, x), moved.valueAt(y, x, 0));
      }
    }
  }

  /// By trying all stored pixels: the one that the middle of the pixel falls into.
  private static float expected(Origin origin, Pixels map, int y, int x) {
    if (!origin.landing().to().contains(x, y)) {
      return map.type().white();
    }
    for (int row = 0; row < map.height(); row++) {
      for (int column = 0; column < map.width(); column++) {
        double x1 = origin.x(column, row);
        double x2 = origin.x(column + 1, row + 1);
        double y1 = origin.y(column, row);
        double y2 = origin.y(column + 1, row + 1);
        if (holds(x1, x2, x + 0.5) && holds(y1, y2, y + 0.5)) {
          return map.valueAt(row, column, 0);
        }
      }
    }
    throw new AssertionError("no pixel lands at x = " + x + ", y = " + y);
  }

  /// A middle on the border of two is the second's.
  private static boolean holds(double one, double other, double middle) {
    return Math.min(one, other) <= middle + 1e-9 && middle + 1e-9 < Math.max(one, other);
  }

  @Test
  void mapOfAnotherSizeIsRefused() {
    Origin origin = Origin.of(new Frame(3, 4), Turn.CLOCKWISE);
    Pixels map = TestPictures.empty(new Frame(4, 3), 1, ElementType.UINT8, Layout.HWC);

    assertEquals(
        "map = 3×4×1 UINT8 HWC: the picture is 4×3",
        assertThrows(IllegalArgumentException.class, () -> origin.moved(map, new Frame(4, 3), 255))
            .getMessage());
  }
}

package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}

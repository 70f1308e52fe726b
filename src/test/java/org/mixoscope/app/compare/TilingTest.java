package org.mixoscope.app.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TilingTest {
  @Property(tries = 300)
  void cellsStayInTheRoomUnlessTheyWouldBeTooSmall(
      @ForAll @IntRange(min = 1, max = 400) int cells,
      @ForAll @DoubleRange(min = 0.2, max = 5) double ratio,
      @ForAll @DoubleRange(min = 300, max = 3000) double width,
      @ForAll @DoubleRange(min = 300, max = 2000) double height) {
    Tiling tiling = Tiling.wrapped(cells, ratio, width, height);
    assertTrue(tiling.columns() * tiling.rows() >= cells);
    assertTrue(tiling.columns() * (tiling.rows() - 1) < cells, "no row is empty");
    assertTrue(Math.min(tiling.width(), tiling.height()) >= Tiling.SMALLEST - 1);
    assertTrue(tiling.wholeWidth() <= Math.max(width, tiling.width()) + 1);
    boolean scrolls = tiling.wholeHeight() > height + 1;
    boolean none =
        IntStream.rangeClosed(1, cells)
            .mapToObj(c -> Tiling.fixed(c, Math.ceilDiv(cells, c), ratio, width, height))
            .noneMatch(t -> t.wholeWidth() <= width && t.wholeHeight() <= height);
    assertTrue(!scrolls || none, "it scrolls only where nothing fits");
  }

  @Test
  void fourteenPicturesFillAWindow() {
    Tiling tiling = Tiling.wrapped(14, 1.5, 1250, 640);
    assertEquals(5, tiling.columns());
    assertEquals(3, tiling.rows());
    assertTrue(tiling.wholeWidth() > 1200, () -> "" + tiling);
    assertTrue(tiling.wholeHeight() > 560, () -> "" + tiling);
  }

  @Test
  void manyRowsScrollAtASizeThatCanBeSeen() {
    Tiling tiling = Tiling.fixed(3, 12, 1.5, 1100, 600);
    assertTrue(tiling.wholeHeight() > 600);
    assertTrue(tiling.height() > 150, () -> "" + tiling);
  }
}

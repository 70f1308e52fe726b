package org.mixoscope.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Beta;
import org.mixoscope.stats.BetaCurve.Point;

class BetaCurveTest {
  @Test
  void heightIsDensityOverTheTop() {
    assertEquals(
        List.of(new Point(0, 0.4), new Point(0.5, 0.4), new Point(1, 0.4)),
        BetaCurve.of(new Beta(1)).points(2),
        "the uniform density of 1 in a plot up to 2.5");
    List<Point> points = new BetaCurve(new Beta(2), 2).points(4);
    for (Point point : points) {
      // 6·λ·(1−λ)
      assertEquals(
          3 * point.lambda() * (1 - point.lambda()), point.height(), 1e-12, point::toString);
    }
  }

  @Test
  void infiniteEndsAreCutOffAtTheTop() {
    List<Point> points = BetaCurve.of(new Beta(0.2)).points(100);

    assertEquals(new Point(0, 1), points.getFirst());
    assertEquals(new Point(1, 1), points.getLast());
    assertTrue(points.get(50).height() < 0.2, "most draws are near the ends");
  }

  @Test
  void aHighMiddleIsSeenWhole() {
    Point middle = BetaCurve.of(new Beta(32)).points(2).get(1);

    assertEquals(1 / 1.05, middle.height(), 1e-12);
  }
}

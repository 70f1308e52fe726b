package org.mixoscope.kernel.method;

import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;

/// The four tiles around a point: upper left, upper right, lower left, lower right. Of four sources
/// each has one. A always has the upper left one; of three it has the lower right one too, of two B
/// has the two others.
///
/// @param sources 2…4
record Quadrants(int sources) {
  static final int TILES = 4;

  int owner(int tile) {
    return tile < 3 ? Math.min(tile, sources - 1) : sources == TILES ? 3 : 0;
  }

  /// The weights of the sources if the point is at (x, y) in sides of the frame.
  List<Double> weights(double x, double y) {
    double[] areas = {x * y, (1 - x) * y, x * (1 - y), (1 - x) * (1 - y)};
    List<Double> weights = new ArrayList<>();
    for (int source = 0; source < sources; source++) {
      double weight = 0;
      for (int tile = 0; tile < TILES; tile++) {
        weight += owner(tile) == source ? areas[tile] : 0;
      }
      weights.add(Math.min(weight, 1));
    }
    return weights;
  }

  /// The tiles around the pixel border that is nearest to the position of a draw, in their order.
  static List<Box> around(Draw draw, Frame frame) {
    int x = (int) Math.rint(frame.width() * draw.u());
    int y = (int) Math.rint(frame.height() * draw.v());
    return List.of(
        new Box(0, 0, x, y),
        new Box(x, 0, frame.width(), y),
        new Box(0, y, x, frame.height()),
        new Box(x, y, frame.width(), frame.height()));
  }
}

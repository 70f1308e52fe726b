package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.LabReason;
import org.mixoscope.lab.Shape;

/// A point of the plane that somebody has put there.
///
/// @param x within [−1.7, 1.7], as far as the plane is seen
/// @param y likewise
/// @param own its class, from 0
record Dot(float x, float y, int own) {
  /// The nearest number of 32 bits may be a little further off.
  private static final float EDGE = (float) PlaneGrid.BOUND;

  /// @throws RefusedException if a number is out of its range
  Dot {
    require("x", x, -EDGE, EDGE);
    require("y", y, -EDGE, EDGE);
    require("class", own, 0, Integer.MAX_VALUE);
  }

  private static void require(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new RefusedException(LabReason.OUT_OF_RANGE.of(name, value, least, most));
    }
  }

  /// At a place, or where the plane ends.
  static Dot at(double x, double y, int own) {
    return new Dot(within(x), within(y), own);
  }

  private static float within(double value) {
    return (float) Math.clamp(value, -EDGE, EDGE);
  }

  /// Of points that were drawn; those that lie further off come to where the plane ends.
  static List<Dot> of(Examples points) {
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      float[] at = points.inputs()[i];
      dots.add(at(at[0], at[1], points.classOf(i)));
    }
    return dots;
  }

  /// As samples to train on.
  static Examples examples(List<Dot> dots, int classes) {
    return new Examples(
        Shape.row(2),
        dots.stream().map(dot -> new float[] {dot.x, dot.y}).toArray(float[][]::new),
        dots.stream().map(dot -> SoftLabels.oneHot(dot.own, classes, 0)).toArray(double[][]::new));
  }
}

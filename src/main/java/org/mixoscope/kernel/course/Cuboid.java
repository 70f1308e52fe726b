package org.mixoscope.kernel.course;

import org.mixoscope.kernel.Draw;

/// A box in a run of frames: ST-VideoMix, and CutMix of a volume. Every side has the cube root of 1
/// − λ of the whole side, so that the cuboid has 1 − λ of the volume before it is cut off at the
/// borders.
///
/// A box that was placed by hand stays as it is.
///
/// @param at where the middle of the run is, within [0, 1)
public record Cuboid(double at) implements Course {
  /// @throws IllegalArgumentException if the place is out of range
  public Cuboid {
    CourseType.requireTime(at);
  }

  @Override
  public CourseType type() {
    return CourseType.BOTH;
  }

  @Override
  public Draw at(Draw draw, int t, int frames) {
    double side = Math.cbrt(1 - draw.lambda());
    if (!Run.around(at, side, frames).contains(t)) {
      return Run.nothing(draw);
    }
    return draw.region() == null ? draw.withLambda(Math.clamp(1 - side * side, 0, 1)) : draw;
  }
}

package org.mixoscope.kernel.course;

import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.Region;

/// A box that moves evenly from where it was drawn to another place, where it is in the last frame.
///
/// @param u horizontal position at the end, within [0, 1)
/// @param v vertical position at the end, within [0, 1)
public record MovingBox(double u, double v) implements Course {
  /// @throws IllegalArgumentException if a position is out of range
  public MovingBox {
    requirePosition("along.u", u);
    requirePosition("along.v", v);
  }

  private static void requirePosition(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new RefusedException(KernelReason.NOT_BELOW.of(name, value, 0, 1));
    }
  }

  @Override
  public CourseType type() {
    return CourseType.PATH;
  }

  @Override
  public Draw at(Draw draw, int t, int frames) {
    double part = CourseType.part(t, frames);
    Region box = draw.region();
    if (box == null) {
      return draw.at(between(draw.u(), u, part), between(draw.v(), v, part));
    }
    double right = part * (u - (box.x1() + box.x2()) / 2);
    double down = part * (v - (box.y1() + box.y2()) / 2);
    return draw.within(
        new Region(box.x1() + right, box.y1() + down, box.x2() + right, box.y2() + down));
  }

  private static double between(double from, double to, double part) {
    return from + part * (to - from);
  }
}

package org.mixoscope.kernel.course;

import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Slice;

/// One random field through all frames or slices, cut at one level: FMix in three dimensions. A
/// share of λ of all voxels is A's; every frame has its own part of that.
public record WholeField() implements Course {
  @Override
  public CourseType type() {
    return CourseType.FIELD;
  }

  @Override
  public Draw at(Draw draw, int t, int frames) {
    return draw.in(new Slice(t, frames));
  }
}

package org.mixoscope.kernel.course;

import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Region;

/// A run of frames that are wholly B's: T-VideoMix. It has the share 1 − λ of all frames, as far as
/// the ends of the clip do not cut it off.
///
/// @param at where the middle of the run is, within [0, 1)
public record FrameRun(double at) implements Course {
  private static final Region WHOLE = new Region(0, 0, 1, 1);

  /// @throws IllegalArgumentException if the place is out of range
  public FrameRun {
    CourseType.requireTime(at);
  }

  @Override
  public CourseType type() {
    return CourseType.RUN;
  }

  @Override
  public Draw at(Draw draw, int t, int frames) {
    return Run.around(at, 1 - draw.lambda(), frames).contains(t)
        ? draw.within(WHOLE)
        : Run.nothing(draw);
  }
}

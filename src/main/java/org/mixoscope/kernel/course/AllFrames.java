package org.mixoscope.kernel.course;

import org.mixoscope.kernel.Draw;

/// The same in all frames: S-VideoMix, a box that stays, and Mixup with one λ.
public record AllFrames() implements Course {
  @Override
  public CourseType type() {
    return CourseType.ALL;
  }

  @Override
  public Draw at(Draw draw, int t, int frames) {
    return draw;
  }
}

package org.mixoscope.kernel.course;

import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.RefusedException;

/// λ that changes evenly from what was drawn, in the first frame, to another value in the last one:
/// Mixup that fades.
///
/// @param lambda λ in the last frame, within [0, 1]
public record ChangingLambda(double lambda) implements Course {
  /// @throws IllegalArgumentException if λ is out of range
  public ChangingLambda {
    if (!(lambda >= 0 && lambda <= 1)) {
      throw new RefusedException(KernelReason.OUT_OF_RANGE.of("along.lambda", lambda, 0, 1));
    }
  }

  @Override
  public CourseType type() {
    return CourseType.FADE;
  }

  @Override
  public Draw at(Draw draw, int t, int frames) {
    double part = CourseType.part(t, frames);
    double now = draw.lambda() + part * (lambda - draw.lambda());
    return part == 0 ? draw : draw.withLambda(Math.clamp(now, 0, 1));
  }
}

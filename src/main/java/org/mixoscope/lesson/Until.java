package org.mixoscope.lesson;

import java.util.List;
import org.mixoscope.kernel.RefusedException;

/// What shows that the task of a step was done: all of these signs.
///
/// @param signs at least one
public record Until(List<Sign> signs) {
  /// @throws IllegalArgumentException if there is no sign
  public Until {
    signs = List.copyOf(signs);
    if (signs.isEmpty()) {
      throw new RefusedException(LessonReason.NO_SIGNS.of());
    }
  }

  /// Whether it was done.
  public boolean holds(Noticed now) {
    return signs.stream().allMatch(sign -> sign.holds(now));
  }
}

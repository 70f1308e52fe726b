package org.mixoscope.lesson;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.recipe.Recipe;

/// What somebody can learn in a few minutes.
///
/// @param title a few words
/// @param summary one sentence
/// @param minutes that it takes, within [1, 120]
/// @param steps in their order, at least one
public record Lesson(Said title, Said summary, int minutes, List<Step> steps) {
  private static final int MOST_MINUTES = 120;

  /// @throws IllegalArgumentException if there is no step, or the minutes are out of their range
  public Lesson {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new RefusedException(LessonReason.NO_STEPS.of());
    }
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw new RefusedException(LessonReason.MINUTES.of(minutes, MOST_MINUTES));
    }
  }

  /// The same with its recipes as they are found here.
  public Lesson moved(UnaryOperator<Recipe> found) {
    return new Lesson(
        title, summary, minutes, steps.stream().map(step -> step.moved(found)).toList());
  }
}

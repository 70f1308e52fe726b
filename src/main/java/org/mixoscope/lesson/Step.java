package org.mixoscope.lesson;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;

/// One step of a lesson.
///
/// @param text a sentence or two
/// @param task what to do; null if there is only something to read
/// @param then what is to be seen once it was done; null for nothing
/// @param screen the one to be in front; null for that of the step before
/// @param recipe the state that it begins with, and its sheet; null for that of the step before
/// @param experiment the document of an experiment that Train begins with; null for none
/// @param light the places of the screen that it speaks of
/// @param until what shows that the task was done; null where only its reader knows
public record Step(
    Said text,
    @Nullable Said task,
    @Nullable Said then,
    @Nullable ScreenName screen,
    RecipeText.@Nullable Content recipe,
    @Nullable String experiment,
    List<Place> light,
    @Nullable Until until) {
  /// @throws IllegalArgumentException if something is to be noticed that nobody is told to do, or
  ///   seen afterwards that is not noticed
  public Step {
    light = List.copyOf(light);
    if (until != null && task == null) {
      throw new RefusedException(LessonReason.NO_TASK.of());
    }
    if (then != null && until == null) {
      throw new RefusedException(LessonReason.THEN_WITHOUT_UNTIL.of());
    }
  }

  Step moved(UnaryOperator<Recipe> found) {
    RecipeText.Content here =
        recipe == null ? null : new RecipeText.Content(found.apply(recipe.recipe()), recipe.axes());
    return new Step(text, task, then, screen, here, experiment, light, until);
  }
}

package org.mixoscope.app.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.Marks;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// What there is to see of a kept mix.
///
/// @param recipe what is kept
/// @param picture the mix, made small, BGRA for the screen
/// @param effectiveLambda λ̂
/// @param classes what the label is over
/// @param label the soft label
/// @param marks what is where in the mix; null where nothing is known
public record KeptMix(
    Recipe recipe,
    Pixels picture,
    double effectiveLambda,
    List<String> classes,
    List<Double> label,
    @Nullable ViewMarks marks) {
  private static final int LONG_SIDE = 480;

  /// Reads the pictures and mixes them.
  ///
  /// @throws PictureException if a picture cannot be read
  public static KeptMix of(Recipe recipe, PictureCache cache) throws PictureException {
    Prepared prepared = Prepared.of(recipe, cache);
    Mix mix = recipe.mix(prepared.inputs());
    Pixels mixed = mix.outcome().mix(recipe.blending(), prepared.inputs().sources());
    Marks marks = prepared.marks();
    return of(recipe, mix, prepared, mixed, marks == null ? null : ViewMarks.of(mix, marks));
  }

  /// @param from the pictures that are mixed
  /// @param mixed the pixels of the mix
  /// @param marks what is where in it; null where nothing is known
  public static KeptMix of(
      Recipe recipe, Mix mix, Prepared from, Pixels mixed, @Nullable ViewMarks marks) {
    Frame small = mixed.frame().within(LONG_SIDE);
    Pixels picture = from.toScreen(recipe, Fitter.fit(mixed, small, Fit.STRETCH));
    return new KeptMix(recipe, picture, mix.effectiveLambda(), mix.classes(), mix.label(), marks);
  }
}

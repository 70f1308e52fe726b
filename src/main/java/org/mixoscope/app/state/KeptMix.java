package org.mixoscope.app.state;

import java.util.List;
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
public record KeptMix(
    Recipe recipe,
    Pixels picture,
    double effectiveLambda,
    List<String> classes,
    List<Double> label) {
  private static final int LONG_SIDE = 480;

  /// Reads the pictures and mixes them.
  ///
  /// @throws PictureException if a picture cannot be read
  public static KeptMix of(Recipe recipe, PictureCache cache) throws PictureException {
    cache.require(recipe);
    PictureLoader.Result loaded = new PictureLoader(cache).load(PictureLoader.Needs.of(recipe));
    Prepared prepared = loaded.prepared();
    if (prepared == null) {
      throw new IllegalStateException("pictures that were there a moment ago");
    }
    Mix mix = recipe.mix(prepared.inputs());
    return of(recipe, mix, mix.outcome().mix(recipe.blending(), prepared.inputs().sources()));
  }

  /// @param mixed the pixels of the mix, RGB
  public static KeptMix of(Recipe recipe, Mix mix, Pixels mixed) {
    Frame small = mixed.frame().within(LONG_SIDE);
    Pixels picture = Prepared.toScreen(Fitter.fit(mixed, small, Fit.STRETCH));
    return new KeptMix(recipe, picture, mix.effectiveLambda(), mix.classes(), mix.label());
  }
}

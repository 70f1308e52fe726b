package org.mixoscope.app.state;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.Timing;
import org.mixoscope.dataset.annotated.Marks;
import org.mixoscope.image.Fitter;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// What there is to see of a kept mix.
///
/// @param recipe what is kept
/// @param moment which frame of clips is shown; null of pictures
/// @param picture the mix, made small, BGRA for the screen
/// @param effectiveLambda λ̂
/// @param classes what the label is over
/// @param label the soft label
/// @param marks what is where in the mix; null where nothing is known
public record KeptMix(
    Recipe recipe,
    @Nullable Moment moment,
    Pixels picture,
    double effectiveLambda,
    List<String> classes,
    List<Double> label,
    @Nullable ViewMarks marks) {
  private static final int LONG_SIDE = 480;

  /// Reads the pictures and mixes them.
  ///
  /// @param frame which frame of clips, or the last one if there are fewer
  /// @throws IOException if a picture cannot be read
  public static KeptMix of(Recipe recipe, int frame, PictureCache cache) throws IOException {
    cache.require(recipe);
    if (recipe.sources().stream().allMatch(source -> cache.timing(source.location()) == null)) {
      return of(recipe, null, Prepared.of(recipe, cache));
    }
    PictureLoader.Needs needs = PictureLoader.Needs.of(recipe);
    Projector projector = new Projector(cache);
    try {
      Timing timing = projector.open(needs);
      int shown = Math.min(frame, timing.frames() - 1);
      Projector.Seen seen = projector.read(shown, needs, false, 0, () -> false).orElseThrow();
      return of(recipe, new Moment(shown, timing, seen.isVolume()), seen.prepared());
    } finally {
      projector.close();
    }
  }

  private static KeptMix of(Recipe kept, @Nullable Moment moment, Prepared prepared) {
    Recipe recipe = moment == null ? kept : moment.of(kept);
    Mix mix = recipe.mix(prepared.inputs());
    Pixels mixed = mix.outcome().mix(recipe.blending(), prepared.inputs().sources());
    Marks marks = prepared.marks();
    return of(kept, moment, mix, prepared, mixed, marks == null ? null : ViewMarks.of(mix, marks));
  }

  /// @param moment which frame of clips the mix is of; null of pictures
  /// @param from the pictures that are mixed
  /// @param mixed the pixels of the mix
  /// @param marks what is where in it; null where nothing is known
  public static KeptMix of(
      Recipe recipe,
      @Nullable Moment moment,
      Mix mix,
      Prepared from,
      Pixels mixed,
      @Nullable ViewMarks marks) {
    Frame small = mixed.frame().within(LONG_SIDE);
    Pixels picture = from.toScreen(recipe, Fitter.fit(mixed, small, Fit.STRETCH));
    return new KeptMix(
        recipe, moment, picture, mix.effectiveLambda(), mix.classes(), mix.label(), marks);
  }

  /// λ as it was drawn; of clips that of the frame.
  public double lambda() {
    return (moment == null ? recipe : moment.of(recipe)).draw().lambda();
  }
}

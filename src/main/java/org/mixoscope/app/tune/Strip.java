package org.mixoscope.app.tune;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// Random samples as a training run would see them: pictures, partners and draws all follow the
/// seed.
final class Strip {
  /// How many samples there are.
  static final int SAMPLES = 12;

  private static final int SIDE = 180;

  /// Pairing has streams of its own, so that it does not follow the draws.
  private static final long PAIRING = 1;

  private Strip() {}

  /// What a strip depends on.
  ///
  /// @param pictures what samples are made from, at least 2
  /// @param page which dozen of the seed's samples
  record Wish(
      Setting setting,
      List<Source> pictures,
      Frame frame,
      Fit fit,
      Blending blending,
      long seed,
      long page) {}

  /// One sample.
  ///
  /// @param pixels small, BGRA
  /// @param mix of the whole frame: shares and label
  /// @param colours those of the label's classes
  record Sample(Pixels pixels, Mix mix, List<SourceColour> colours) {}

  /// @throws PictureException if a picture cannot be read
  static List<Sample> of(Wish wish, PictureCache cache) throws PictureException {
    boolean matte = new Consequences.Wish(wish.setting().method(), wish.frame(), 2, 0).isMatte();
    Frame small = wish.frame().within(SIDE);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      Recipe recipe = recipe(wish, wish.page() * SAMPLES + i);
      Inputs inputs = inputs(recipe, small, cache);
      Mix shown = recipe.mix(inputs);
      Mix exact = matte ? shown : recipe.mix(Inputs.of(wish.frame()));
      Pixels pixels =
          Mixer.mix(
              shown.composition(),
              recipe.blending(),
              inputs.sources().stream().map(Prepared::toScreen).toList());
      samples.add(new Sample(pixels, exact, SourceColour.ofClasses(recipe)));
    }
    return samples;
  }

  private static Recipe recipe(Wish wish, long index) {
    List<Source> shuffled = new ArrayList<>(wish.pictures());
    Collections.shuffle(shuffled, RandomStreams.of(wish.seed(), PAIRING, index));
    List<Source> mixed = shuffled.subList(0, wish.setting().method().type().mixed(shuffled.size()));
    return Recipe.of(wish.setting().method(), wish.seed(), mixed)
        .drawn(index)
        .with(wish.frame(), wish.fit())
        .with(wish.blending())
        .withSmoothing(wish.setting().smoothing());
  }

  private static Inputs inputs(Recipe recipe, Frame small, PictureCache cache)
      throws PictureException {
    List<Pixels> pictures = new ArrayList<>();
    for (Source source : recipe.sources()) {
      pictures.add(
          Fitter.fit(cache.get(source.location()).picture().pixels(), small, recipe.fit()));
    }
    return new Inputs(small, pictures, null);
  }
}

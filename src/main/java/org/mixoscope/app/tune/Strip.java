package org.mixoscope.app.tune;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.dataset.SourcePool;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
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

  /// How often a sample is given other pictures in place of some that cannot be read.
  private static final int ATTEMPTS = 8;

  /// Pairing has streams of its own, so that it does not follow the draws.
  private static final long PAIRING = 1;

  private Strip() {}

  /// What a strip depends on.
  ///
  /// @param pool what samples are made from, at least 2
  /// @param sources how many of them there are for a sample; a method may mix fewer
  /// @param page which dozen of the seed's samples
  record Wish(
      Setting setting,
      SourcePool pool,
      int sources,
      Frame frame,
      Fit fit,
      Blending blending,
      long seed,
      long page) {}

  /// One sample.
  ///
  /// @param pixels small, BGRA
  /// @param mix of the whole frame: shares and label
  /// @param recipe it is of
  record Sample(Pixels pixels, Mix mix, Recipe recipe) {}

  /// @throws PictureException if hardly any picture can be read
  static List<Sample> of(Wish wish, SmallPictures pictures) throws PictureException {
    boolean matte =
        new Consequences.Wish(wish.setting().method(), wish.frame(), wish.sources(), 0).isMatte();
    Frame small = wish.frame().within(SIDE);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      long index = wish.page() * SAMPLES + i;
      Group group = group(wish, index, small, pictures);
      Recipe recipe = recipe(wish, index, group.sources());
      Mix shown = recipe.mix(group.inputs());
      Mix exact = matte ? shown : recipe.mix(Inputs.of(wish.frame()));
      Pixels pixels =
          Prepared.onScreen(shown.outcome())
              .mix(
                  recipe.blending(),
                  group.inputs().sources().stream().map(Prepared::toScreen).toList());
      samples.add(new Sample(pixels, exact, recipe));
    }
    return samples;
  }

  /// What is mixed in a sample, and its pictures.
  private record Group(List<Source> sources, Inputs inputs) {}

  /// In a folder a picture may be broken: others take its place, as in a run over the whole folder.
  private static Group group(Wish wish, long index, Frame frame, SmallPictures pictures)
      throws PictureException {
    RandomGenerator random = RandomStreams.of(wish.seed(), PAIRING, index);
    for (int attempt = 1; ; attempt++) {
      List<Source> drawn = drawn(wish, random);
      try {
        List<Pixels> read = new ArrayList<>();
        for (Source source : drawn) {
          read.add(pictures.get(source.location(), frame, wish.fit()));
        }
        return new Group(drawn, new Inputs(frame, read, null).standingFor(wish.frame()));
      } catch (PictureException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /// Pictures at random, all different.
  private static List<Source> drawn(Wish wish, RandomGenerator random) {
    SourcePool pool = wish.pool();
    int mixed = wish.setting().method().type().mixed(wish.sources());
    int count = Math.min(pool.size(), Math.max(2, mixed));
    Set<Integer> numbers = new LinkedHashSet<>();
    while (numbers.size() < count) {
      numbers.add(random.nextInt(pool.size()));
    }
    return numbers.stream().map(pool::source).toList();
  }

  private static Recipe recipe(Wish wish, long index, List<Source> mixed) {
    return Recipe.of(wish.setting().method(), wish.seed(), mixed)
        .drawn(index)
        .with(wish.frame(), wish.fit())
        .with(wish.blending())
        .withSmoothing(wish.setting().smoothing());
  }
}

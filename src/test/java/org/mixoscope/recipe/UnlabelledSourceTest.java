package org.mixoscope.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.KMixup;
import org.mixoscope.kernel.method.Mixup;

/// A picture whose class is left empty.
class UnlabelledSourceTest {
  private static final Source CLOUDS = new Source("clouds.png", " ");
  private static final Inputs INPUTS = Inputs.of(new Frame(8, 8));

  private static Mix mix(Source a, Source b, double lambda) {
    return Recipe.of(new Mixup(1), 1, a, b).with(new Draw(lambda, 0, 0)).mix(INPUTS);
  }

  @Property(tries = 30)
  void labelIsThatOfTheOtherWhateverThePixels(
      @ForAll @DoubleRange(min = 0, max = 1) double lambda) {
    Mix mix = mix(Recipes.CAT, CLOUDS, lambda);

    assertEquals(List.of("cat"), mix.classes());
    assertEquals(List.of(1.0), mix.label());
    assertEquals(List.of(1.0, 0.0), mix.labelWeights());
    assertEquals(List.of(lambda, 1 - lambda), mix.shares());
    assertEquals(List.of(1.0), mix(CLOUDS, Recipes.CAT, lambda).label());
  }

  @Test
  void othersShareTheLabelInTheirProportions() {
    Recipe recipe =
        Recipe.of(new KMixup(1), 1, List.of(Recipes.CAT, CLOUDS, Recipes.CUP))
            .with(new Draw(List.of(0.3, 0.5, 0.2), 0, 0, 0, null));

    Mix mix = recipe.mix(INPUTS);

    assertEquals(List.of("cat", "cup"), mix.classes());
    assertEquals(0.6, mix.label().get(0), 1e-15);
    assertEquals(0.4, mix.label().get(1), 1e-15);
    assertEquals(mix.label(), recipe.label(mix.shares()), "of the pixels, the same");
    assertTrue(mix.labelDisagrees());
  }

  @Test
  void smoothingIsOverTheClassesThatThereAre() {
    Recipe recipe =
        Recipe.of(new KMixup(1), 1, List.of(Recipes.CAT, CLOUDS, Recipes.CUP)).withSmoothing(0.2);
    assertEquals(1, recipe.mix(INPUTS).label().stream().mapToDouble(w -> w).sum(), 1e-12);
  }

  @Test
  void withoutAnyLabelThereIsNone() {
    Mix mix = mix(CLOUDS, new Source("sea.png", ""), 0.5);

    assertEquals(List.of(), mix.classes());
    assertEquals(List.of(), mix.label());
    assertEquals(List.of(0.0, 0.0), mix.labelWeights());
  }

  @Test
  void travelsAsJsonAndAsText() throws Exception {
    Recipe recipe = Recipe.of(new Mixup(1), 1, Recipes.CAT, CLOUDS);

    assertFalse(recipe.sources().getLast().isLabelled());
    assertEquals(recipe, RecipeText.parse(RecipeText.json(recipe)));
    assertEquals(recipe, RecipeText.parse(RecipeText.line(recipe)));
  }
}

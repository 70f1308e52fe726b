package org.mixoscope.recipe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Mixup;

/// A picture whose label is not just one class.
class SoftLabelTest {
  private static final Source LYNX =
      new Source("lynx.png", "cat", null, weights("dog", 0.25, "cat", 0.75));

  private static Map<String, Double> weights(String one, double w, String other, double v) {
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put(one, w);
    weights.put(other, v);
    return weights;
  }

  private static Recipe recipe(Source a, Source b) {
    return Recipe.of(new Mixup(1), 1, a, b);
  }

  @Property(tries = 30)
  void labelOfTheMixIsTheWeightedSumOfBoth(@ForAll @DoubleRange(min = 0, max = 1) double lambda) {
    Mix mix =
        recipe(LYNX, Recipes.CUP).with(new Draw(lambda, 0, 0)).mix(Inputs.of(new Frame(8, 8)));

    assertEquals(List.of("cat", "dog", "cup"), mix.classes());
    double[] label = mix.label().stream().mapToDouble(w -> w).toArray();
    assertArrayEquals(new double[] {3 * lambda / 4, lambda / 4, 1 - lambda}, label, 1e-12);
  }

  @Test
  void smoothingIsThatOfAnyLabel() {
    Recipe recipe = recipe(Recipes.CUP, LYNX).withSmoothing(0.3);
    assertArrayEquals(
        new double[] {0.1, 0.7 * 0.75 + 0.1, 0.7 * 0.25 + 0.1}, recipe.label(1), 1e-12);
  }

  @Test
  void recipesCarryIt() throws RecipeException {
    Recipe recipe = recipe(LYNX, Recipes.CUP);
    Recipe again = RecipeText.parse(RecipeText.json(recipe));
    assertEquals(recipe, again);
    assertEquals(recipe.classes(), again.classes(), "in the same order");
    assertEquals(recipe, RecipeText.parse(RecipeText.line(recipe)));
    assertEquals(LYNX, recipe.moved(location -> location).sources().getFirst());
    assertTrue(!RecipeText.json(recipe(Recipes.CAT, Recipes.CUP)).contains("label"));
  }

  @Test
  void oneClassOfWeightOneIsJustThatClass() {
    Source one = new Source("lynx.png", "cat", null, Map.of("cat", 1.0));
    assertEquals(new Source("lynx.png", "cat"), one);
    assertEquals(new Source("lynx.png", "tiger"), LYNX.withClassName("tiger"));
    assertEquals(LYNX.soft(), LYNX.withAnnotation("mask.png").soft());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void weightsAreNotBelowZeroAndFinite(double wrong) {
    Map<String, Double> label = weights("cat", 1, "dog", wrong);
    assertThrows(IllegalArgumentException.class, () -> new Source("lynx.png", "cat", null, label));
  }

  @Test
  void theClassIsOneOfThem() {
    Map<String, Double> label = weights("cat", 0.5, "dog", 0.5);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Source("lynx.png", "cow", null, label));
    assertEquals(
        "label of lynx.png: needs weights that are not below 0, one for cow among them",
        refused.getMessage());
  }
}

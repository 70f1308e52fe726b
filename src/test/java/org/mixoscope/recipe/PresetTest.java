package org.mixoscope.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Mixup;

class PresetTest {
  @SuppressWarnings("unused") // by @FieldSource
  private static final Iterable<Preset> ALL = Preset.ALL;

  @Test
  void idsAreUniqueAndFitForAMessageKey() {
    assertEquals(
        Preset.ALL.size(), Preset.ALL.stream().map(Preset::id).collect(Collectors.toSet()).size());
    assertTrue(Preset.ALL.stream().allMatch(preset -> preset.id().matches("[a-z]+(-[a-z]+)+")));
  }

  @Test
  void settingsAreUnique() {
    assertEquals(
        Preset.ALL.size(),
        Preset.ALL.stream()
            .map(preset -> preset.method() + " " + preset.smoothing())
            .collect(Collectors.toSet())
            .size());
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void methodIsTheOneInItsName(Preset preset) {
    switch (preset.method()) {
      case Mixup _ -> assertTrue(preset.id().startsWith("mixup-"));
      case CutMix(double alpha, var rule, var correct) -> {
        assertTrue(preset.id().startsWith("cutmix-"));
        assertTrue(alpha <= 1);
        assertEquals(preset.id().equals("cutmix-keras-cv"), !correct, rule.id());
      }
      default -> fail("no setting of a published recipe");
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void settingIsAppliedAndAllElseStays(Preset preset) {
    Recipe applied = preset.applyTo(Recipes.FULL);

    assertEquals(preset.method(), applied.method());
    assertEquals(preset.smoothing(), applied.smoothing());
    assertEquals(Recipes.FULL.draw(), applied.draw());
    assertEquals(
        Recipes.FULL, applied.with(Recipes.FULL.method()).withSmoothing(Recipes.FULL.smoothing()));
    assertEquals(applied, preset.applyTo(applied));
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void anUntouchedDrawIsDrawnAnewByTheSetting(Preset preset) {
    Recipe applied = preset.applyTo(Recipe.of(new Mixup(1), 5, Recipes.CAT, Recipes.CUP));

    assertEquals(applied.drawn(0), applied);
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void settingMixes(Preset preset) throws RecipeException {
    Recipe recipe = preset.applyTo(Recipe.of(new Mixup(1), 5, Recipes.CAT, Recipes.CUP));

    assertEquals(2, recipe.mix(Inputs.of(new Frame(32, 32))).label().size());
    assertEquals(recipe, RecipeText.parse(RecipeText.line(recipe)));
  }
}

package org.mixoscope.recipe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.Profile;

class RecipeTest {
  private static final Source CAT = Recipes.CAT;
  private static final Source CUP = Recipes.CUP;
  private static final Recipe FRESH = Recipe.of(new CutMix(1), 42, CAT, CUP);

  // The stream

  @Test
  void freshRecipeIsTheFirstDrawOfItsSeedWithDefaults() {
    Draw first = new CutMix(1).draw(RandomStreams.of(42, 0, 0));

    assertEquals(
        new Recipe(
            new CutMix(1),
            first,
            42,
            0,
            List.of(CAT, CUP),
            null,
            null,
            Fit.COVER,
            Blending.SRGB,
            0,
            PixelKind.RGB8,
            null,
            null,
            Decoding.EXACT),
        FRESH);
  }

  @Property
  void drawOfAnIndexIsAlwaysTheSameAndNoOtherIndexHasIt(
      @ForAll long seed,
      @ForAll @LongRange(min = 0) long index,
      @ForAll @LongRange(min = 0) long other) {
    Recipe recipe = Recipe.of(new CutMix(1), seed, CAT, CUP);
    Recipe drawn = recipe.drawn(index);

    assertEquals(drawn, recipe.drawn(other).drawn(index));
    assertEquals(index, drawn.index());
    assertEquals(new CutMix(1).draw(RandomStreams.of(seed, 0, index)), drawn.draw());
    assertEquals(index == other, drawn.draw().equals(recipe.drawn(other).draw()));
  }

  @Test
  void drawnReplacesWhatWasPlacedByHandAndNothingElse() {
    Recipe drawn = Recipes.FULL.drawn(3);

    assertNull(drawn.draw().region());
    assertEquals(Recipes.FULL, drawn.drawn(7).with(Recipes.FULL.draw()));
  }

  @Test
  void anotherSeedBeginsAtItsFirstDraw() {
    Recipe seeded = Recipes.FULL.seeded(43);

    assertEquals(43, seeded.seed());
    assertEquals(0, seeded.index());
    assertEquals(Recipes.FULL.method().draw(RandomStreams.of(43, 0, 0)), seeded.draw());
    assertEquals(Recipes.FULL.sources(), seeded.sources());
    assertEquals(Recipes.FULL.frame(), seeded.frame());
    assertNotEquals(seeded.draw(), Recipes.FULL.seeded(44).draw());
  }

  // The method

  @Test
  void retunedDrawsAgainWhatNobodyTouched() {
    Recipe fifth = FRESH.drawn(5);

    Recipe retuned = fifth.retuned(new CutMix(0.2));

    assertEquals(Recipe.of(new CutMix(0.2), 42, CAT, CUP).drawn(5), retuned);
    assertNotEquals(fifth.draw().lambda(), retuned.draw().lambda());
    assertEquals(fifth.draw().u(), retuned.draw().u(), "what comes after λ does not depend on α");
    assertEquals(fifth, retuned.retuned(new CutMix(1)), "and back again");
  }

  @Test
  void retunedKeepsADrawEditedByHand() {
    for (Draw edited :
        List.of(
            FRESH.draw().withLambda(0.5),
            FRESH.draw().at(0.5, 0.5),
            FRESH.draw().within(new Region(0, 0, 0.5, 0.5)))) {
      Recipe retuned = FRESH.with(edited).retuned(new Mixup(0.2));

      assertEquals(edited, retuned.draw());
      assertEquals(new Mixup(0.2), retuned.method());
    }
  }

  @Test
  void retunedFromAMaskDrawsForTheNewMethod() {
    Recipe mask = Recipe.of(new MaskMix(), 42, CAT, CUP).drawn(2);

    assertEquals(FRESH.drawn(2), mask.retuned(new CutMix(1)));
  }

  @Test
  void anotherMethodKeepsTheDraw() {
    assertEquals(FRESH.draw(), FRESH.with(new Mixup(3)).draw());
  }

  // Each change changes one thing

  @Test
  void changesLeaveTheRestAlone() {
    Recipe r = Recipes.FULL;
    assertEquals(r, r.with(new MaskMix()).with(r.method()));
    assertEquals(r, r.withMask(null).withMask(r.mask()));
    assertEquals(r, r.with(null, Fit.COVER).with(r.frame(), r.fit()));
    assertEquals(r, r.with(Blending.SRGB).with(r.blending()));
    assertEquals(r, r.withSmoothing(0).withSmoothing(r.smoothing()));
    assertEquals(r, r.withSources(List.of(CUP, CUP)).withSources(r.sources()));
    assertNotEquals(r, r.withMask(null));
    assertNotEquals(r, r.with(null, r.fit()));
    assertNotEquals(r, r.with(r.frame(), Fit.COVER));
    assertNotEquals(r, r.with(Blending.SRGB));
    assertNotEquals(r, r.withSmoothing(0));
    assertNotEquals(r, r.with(new Mixup(1)));
  }

  @Test
  void swappedIsBAsAAndAAsB() {
    Recipe swapped = Recipes.FULL.swapped();

    assertEquals(List.of(CUP, CAT), swapped.sources());
    assertEquals(List.of("cup", "cat"), swapped.classes());
    assertEquals(Recipes.FULL.draw(), swapped.draw());
    assertEquals(Recipes.FULL, swapped.swapped());
  }

  @Test
  void oneSourceIsChangedByItsNumber() {
    Source dog = new Source("dog.png", "dog");

    assertEquals(List.of(dog, CUP), FRESH.with(0, dog).sources());
    assertEquals(List.of(CAT, dog), FRESH.with(1, dog).sources());
    assertThrows(IndexOutOfBoundsException.class, () -> FRESH.with(2, dog));
  }

  @Test
  void sourcesCannotBeChangedFromOutside() {
    List<Source> mine = new ArrayList<>(List.of(CAT, CUP));
    Recipe recipe = FRESH.withSources(mine);
    mine.set(0, CUP);

    assertEquals(List.of(CAT, CUP), recipe.sources());
  }

  // Labels

  @Test
  void classesAreDistinctInTheOrderOfTheirSources() {
    assertEquals(List.of("cat", "cup"), FRESH.classes());
    assertEquals(List.of("cat"), FRESH.with(1, CUP.withClassName(" cat ")).classes());
    assertEquals(List.of("cat", "Cat"), FRESH.with(1, CUP.withClassName("Cat")).classes());
  }

  @Test
  void labelIsOneHot() {
    assertArrayEquals(new double[] {1, 0}, FRESH.label(0));
    assertArrayEquals(new double[] {0, 1}, FRESH.label(1));
  }

  /// timm: off = ε/K, on = 1 − ε + ε/K.
  @Test
  void labelIsSmoothedAsTimmDoes() {
    Recipe smooth = FRESH.withSmoothing(0.1);

    assertArrayEquals(new double[] {0.95, 0.05}, smooth.label(0), 1e-15);
    assertArrayEquals(new double[] {0.05, 0.95}, smooth.label(1), 1e-15);
  }

  @Test
  void labelOfTheOnlyClassIsOneWhateverTheSmoothing() {
    Recipe same = FRESH.with(1, CUP.withClassName("cat"));

    assertArrayEquals(new double[] {1}, same.label(0));
    assertArrayEquals(new double[] {1}, same.withSmoothing(0.1).label(0), 1e-15);
    assertArrayEquals(new double[] {1}, same.withSmoothing(0.1).label(1), 1e-15);
  }

  // What it refuses

  @Test
  void badValuesAreRefusedByNameAndValue() {
    assertRefused("sources = 1: must be 2 to 8", () -> FRESH.withSources(List.of(CAT)));
    assertRefused(
        "sources = 9: must be 2 to 8", () -> FRESH.withSources(Collections.nCopies(9, CUP)));
    assertRefused("index = -1: must be at least 0", () -> FRESH.drawn(-1));
    assertRefused("smoothing = 1.0: must be within [0, 1)", () -> FRESH.withSmoothing(1));
    assertRefused("smoothing = NaN: must be within [0, 1)", () -> FRESH.withSmoothing(Double.NaN));
    assertRefused("mask: needs a file or sample", () -> FRESH.withMask(" "));
    assertRefused("source: needs a file or sample", () -> new Source(" ", "cat"));
    assertRefused(
        "frame = 10001×10000: larger than 100 megapixels",
        () -> FRESH.with(new Frame(10_000, 10_001), Fit.COVER));
    assertRefused(
        "frame = %1$d×%1$d: larger than 100 megapixels".formatted(Integer.MAX_VALUE),
        () -> FRESH.with(new Frame(Integer.MAX_VALUE, Integer.MAX_VALUE), Fit.COVER));
  }

  @Test
  void frameOfExactlyAHundredMegapixelsIsTaken() {
    Frame frame = new Frame(10_000, 10_000);

    assertEquals(frame, FRESH.with(frame, Fit.COVER).frame());
  }

  @Test
  void classNameHasNoSpacesAround() {
    assertEquals("red cup", CUP.withClassName("\t red cup \n").className());
    assertEquals(CUP.location(), CUP.withClassName("mug").location());
  }

  @Test
  void boxRuleIsPartOfTheRecipe() {
    assertNotEquals(FRESH, FRESH.with(new CutMix(1, BoxRule.UNBIASED, true)));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void aFrameworkBringsItsDrawItsLabelsAndItsSmoothing() {
    Frame frame = new Frame(224, 224);
    for (Profile profile : Profile.all()) {
      for (Convention convention : profile.conventions()) {
        Recipe recipe = FRESH.as(convention, profile.smoothing(), frame);

        assertEquals(convention.method(), recipe.method());
        assertEquals(convention.first(FRESH.seed(), frame, 2), recipe.draw());
        assertEquals(profile.smoothing(), recipe.smoothing());
        assertEquals(FRESH.sources(), recipe.sources());
      }
    }
  }
}

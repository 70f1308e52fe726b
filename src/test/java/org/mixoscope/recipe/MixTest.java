package org.mixoscope.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Mixup;

class MixTest {
  private static final Frame SQUARE = new Frame(32, 32);
  private static final Recipe MIXUP = Recipe.of(new Mixup(1), 1, Recipes.CAT, Recipes.CUP);

  @Provide
  Arbitrary<Recipe> recipes() {
    return Recipes.any();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void labelAndSharesSumToOneWhateverTheRecipe(
      @ForAll("recipes") Recipe recipe,
      @ForAll @IntRange(min = 1, max = 20) int height,
      @ForAll @IntRange(min = 1, max = 20) int width) {
    Frame frame = new Frame(height, width);
    byte[] mask = new byte[height * width];
    mask[mask.length / 2] = (byte) 200;

    Mix mix = recipe.mix(new Inputs(frame, List.of(), Pixels.of(mask, frame, 1)));

    assertEquals(recipe.classes(), mix.classes());
    assertEquals(mix.classes().size(), mix.label().size());
    for (List<Double> values : List.of(mix.label(), mix.shares(), mix.labelWeights())) {
      assertEquals(1, values.stream().mapToDouble(v -> v).sum(), 1e-12);
      assertTrue(values.stream().allMatch(v -> v >= 0 && v <= 1 + 1e-15), values::toString);
    }
    assertEquals(mix.composition().shares(), mix.shares());
    assertEquals(mix.shares().getFirst(), mix.effectiveLambda());
  }

  @Test
  void mixupSplitsTheLabelByLambda() {
    Mix mix = MIXUP.with(new Draw(0.75, 0, 0)).mix(Inputs.of(SQUARE));

    assertEquals(List.of(0.75, 0.25), mix.shares());
    assertEquals(List.of("cat", "cup"), mix.classes());
    assertEquals(List.of(0.75, 0.25), mix.label());
    assertFalse(mix.labelDisagrees());
  }

  /// timm's rule for K = 2: λ·(1 − ε/2) + (1 − λ)·ε/2.
  @Test
  void labelIsSmoothedBeforeItIsMixed() {
    Mix mix = MIXUP.with(new Draw(0.7, 0, 0)).withSmoothing(0.1).mix(Inputs.of(SQUARE));

    assertEquals(0.7 * 0.95 + 0.3 * 0.05, mix.label().getFirst(), 1e-15);
    assertEquals(0.3 * 0.95 + 0.7 * 0.05, mix.label().getLast(), 1e-15);
  }

  @Test
  void pairOfOneClassKeepsItsLabelExactly() {
    Recipe same = MIXUP.with(1, Recipes.CUP.withClassName("cat")).with(new Draw(0.1, 0, 0));

    assertEquals(List.of(1.0), same.mix(Inputs.of(SQUARE)).label());
    assertEquals(1, same.withSmoothing(0.1).mix(Inputs.of(SQUARE)).label().getFirst(), 1e-15);
    assertEquals(List.of(0.1, 0.9), same.mix(Inputs.of(SQUARE)).shares());
  }

  // Reference: METHODS §5.3, the golden examples at 32².

  @Test
  void cutMixLabelFollowsThePixels() {
    Mix mix = cutMix(new CutMix(1), 0.45, 0.5, 0.5);

    assertEquals(.52734, mix.effectiveLambda(), 5e-6);
    assertEquals(mix.shares(), mix.labelWeights());
    assertEquals(mix.shares(), mix.label());
    assertFalse(mix.labelDisagrees());
  }

  @Test
  void cutMixWithoutCorrectionDisagreesWithItsPixels() {
    Mix mix = cutMix(new CutMix(1, BoxRule.LEGACY, false), 0.45, 0.5, 0.5);

    assertEquals(.52734, mix.effectiveLambda(), 5e-6);
    assertEquals(List.of(0.45, 0.55), mix.labelWeights());
    assertEquals(List.of(0.45, 0.55), mix.label());
    assertTrue(mix.labelDisagrees());
  }

  @Test
  void kerasCvLabelTakesTheAreaOfTheUnclippedBox() {
    Mix mix = cutMix(new CutMix(1, BoxRule.KERAS_CV, false), 0.1, 0, 0);

    assertEquals(.78027, mix.effectiveLambda(), 5e-6);
    assertEquals(.12109, mix.labelWeights().getFirst(), 5e-6);
    assertEquals(mix.labelWeights(), mix.label());
    assertTrue(mix.labelDisagrees());
  }

  @Test
  void emptyBoxLeavesAAloneAndOnlyTheUncorrectedLabelSaysOtherwise() {
    Mix corrected = cutMix(new CutMix(1), 0.999, 0.5, 0.5);
    Mix uncorrected = cutMix(new CutMix(1, BoxRule.LEGACY, false), 0.999, 0.5, 0.5);

    assertEquals(List.of(1.0, 0.0), corrected.label());
    assertFalse(corrected.labelDisagrees());
    assertEquals(List.of(1.0, 0.0), uncorrected.shares());
    assertTrue(uncorrected.labelDisagrees());
  }

  @Test
  void boxPlacedByHandIsTheSamePartOfEveryFrame() {
    Draw draw = new Draw(0.1, 0.9, 0.9).within(new Region(0.25, 0.5, 0.75, 1));
    Recipe recipe = MIXUP.with(new CutMix(1)).with(draw);

    assertPlaced(new Box(8, 16, 24, 32), recipe.mix(Inputs.of(SQUARE)));
    assertPlaced(new Box(25, 60, 75, 120), recipe.mix(Inputs.of(new Frame(120, 100))));
    assertEquals(0.75, draw.lambda());
  }

  private static void assertPlaced(Box box, Mix mix) {
    assertEquals(Patchwork.pair(mix.composition().frame(), box), mix.composition());
    assertEquals(List.of(0.75, 0.25), mix.shares());
    assertEquals(List.of(0.75, 0.25), mix.label());
  }

  /// By hand there is no rule; λ is 1 − the area before the border clips it.
  @Test
  void boxPlacedByHandAcrossTheBorderIsClipped() {
    Draw draw = new Draw(0.5, 0, 0).within(new Region(-0.25, -0.25, 0.25, 0.25));
    Recipe recipe = MIXUP.with(draw);

    Mix corrected = recipe.with(new CutMix(1)).mix(Inputs.of(SQUARE));
    Mix uncorrected = recipe.with(new CutMix(1, BoxRule.KERAS_CV, false)).mix(Inputs.of(SQUARE));

    assertEquals(List.of(0.9375, 0.0625), corrected.shares());
    assertFalse(corrected.labelDisagrees());
    assertEquals(List.of(0.9375, 0.0625), uncorrected.shares());
    assertEquals(List.of(0.75, 0.25), uncorrected.label());
    assertTrue(uncorrected.labelDisagrees());
  }

  @Test
  void maskSplitsTheLabelByItsMean() {
    Frame frame = new Frame(1, 4);
    Pixels mask = Pixels.of(new byte[] {(byte) 255, 0, 51, 102}, frame, 1);

    Mix mix = MIXUP.with(new MaskMix()).mix(new Inputs(frame, List.of(), mask));

    assertEquals(0.4, mix.effectiveLambda(), 1e-7);
    assertEquals(mix.shares(), mix.label());
    assertFalse(mix.labelDisagrees());
  }

  @Test
  void maskThatIsMissingIsNamed() {
    Recipe recipe = MIXUP.with(new MaskMix());

    var refused = assertThrows(IllegalArgumentException.class, () -> recipe.mix(Inputs.of(SQUARE)));
    assertEquals("mask = null: needs a picture of one channel", refused.getMessage());
  }

  @Test
  void labelCannotBeChanged() {
    Mix mix = MIXUP.mix(Inputs.of(SQUARE));

    assertThrows(UnsupportedOperationException.class, () -> mix.label().set(0, 1.0));
  }

  private static Mix cutMix(CutMix method, double lambda, double u, double v) {
    return MIXUP.with(method).with(new Draw(lambda, u, v)).mix(Inputs.of(SQUARE));
  }
}

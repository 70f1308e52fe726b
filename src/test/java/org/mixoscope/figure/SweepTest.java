package org.mixoscope.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.figure.Sweep.Over;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

class SweepTest {
  private static final Recipe RECIPE =
      Recipe.of(new CutMix(1), 42, new Source("a.png", "cat"), new Source("b.png", "cup"));

  @Property(tries = 100)
  void lambdaGoesFromZeroToOneInEvenSteps(
      @ForAll @IntRange(min = 2, max = Sweep.MOST_FRAMES) int frames) {
    Sweep sweep = new Sweep(Over.LAMBDA, frames);

    List<Double> lambdas =
        IntStream.range(0, frames).mapToObj(k -> sweep.frame(RECIPE, k).draw().lambda()).toList();

    assertEquals(0, lambdas.getFirst());
    assertEquals(1, lambdas.getLast());
    for (int k = 1; k < frames; k++) {
      assertEquals(1.0 / (frames - 1), lambdas.get(k) - lambdas.get(k - 1), 1e-12);
      Recipe frame = sweep.frame(RECIPE, k);
      assertEquals(RECIPE, frame.with(RECIPE.draw()), "nothing else moves");
    }
  }

  @Test
  void drawsAreThoseOfTheSeedFromTheRecipesOn() {
    Recipe third = RECIPE.drawn(3);
    Sweep sweep = new Sweep(Over.DRAWS, 5);

    for (int k = 0; k < 5; k++) {
      assertEquals(RECIPE.drawn(3 + k), sweep.frame(third, k));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 1, Sweep.MOST_FRAMES + 1})
  void tooFewOrTooManyFramesAreRefused(int frames) {
    assertEquals(
        "frames = %d: must be 2 to 200".formatted(frames),
        assertThrows(IllegalArgumentException.class, () -> new Sweep(Over.DRAWS, frames))
            .getMessage());
  }

  @ParameterizedTest
  @MethodSource("types")
  void usualSweepSuitsTheMethod(MethodType type) {
    Recipe recipe = RECIPE.with(type.initial());

    Sweep usual = Sweep.usual(recipe);

    assertEquals(type.uses(Trait.LAMBDA) ? Over.LAMBDA : Over.DRAWS, usual.over());
    assertEquals(usual.over().usualFrames(), usual.frames());
    assertTrue(usual.over().suits(recipe));
    assertTrue(Over.DRAWS.suits(recipe));
  }

  static Stream<MethodType> types() {
    return MethodType.all().stream();
  }
}

package org.mixoscope.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.figure.Formula.Term;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.KMixup;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

class FormulaTest {
  private static final Frame FRAME = new Frame(20, 30);

  @Test
  void blendHasOneWeightForAllPixels() {
    Recipe recipe = recipe(new Mixup(1), 2);

    assertEquals(
        List.of(
            "x̃ = 0.820·A + 0.180·B",
            "λ̂ = λ = 0.820",
            "ỹ = 0.820·yA + 0.180·yB",
            "ℒ = 0.820·CE(p, yA) + 0.180·CE(p, yB)"),
        texts(recipe.with(recipe.draw().withLambda(0.82))));
  }

  /// Of the box that is left within the frame.
  @Test
  void boxSaysItsSidesAndThoseOfTheFrame() {
    Recipe recipe = recipe(new CutMix(1), 2);
    Recipe boxed = recipe.with(recipe.draw().within(Region.of(new Box(25, -5, 35, 10), FRAME)));

    assertEquals(
        List.of(
            "x̃ = M ⊙ A + (1 − M) ⊙ B",
            "λ̂ = 1 − 5·10 ⁄ (30·20) = 0.917",
            "ỹ = 0.917·yA + 0.083·yB",
            "ℒ = 0.917·CE(p, yA) + 0.083·CE(p, yB)"),
        texts(boxed));
  }

  @Test
  void longSumsAreShortenedInTheMiddle() {
    Recipe recipe = recipe(new KMixup(1), 6);
    Mix mix = recipe.mix(inputs(6));
    String last = "%.3f·yF".formatted(mix.labelWeights().get(5));

    String label = texts(recipe).get(2);

    assertTrue(label.matches("ỹ = [0-9.]+·yA \\+ [0-9.]+·yB \\+ … \\+ .*"), label);
    assertTrue(label.endsWith(last), label);
  }

  @ParameterizedTest
  @MethodSource("types")
  void numbersAreThoseOfTheMixInTheColoursOfItsSources(MethodType type) {
    for (int sources : IntStream.of(2, 3, 4).filter(k -> k <= type.maxSources()).toArray()) {
      Recipe recipe = recipe(type.initial(), sources);
      Mix mix = recipe.mix(inputs(sources));
      Formula formula = Formula.of(recipe, mix, FRAME);

      assertEquals(4, formula.lines().size());
      assertEquals(rounded(mix.labelWeights()), numbers(formula.lines().get(2)));
      assertEquals(rounded(mix.labelWeights()), numbers(formula.lines().get(3)));
      assertEquals(number(mix.effectiveLambda()), formula.lines().get(1).getLast().text());
      assertEquals(0, ((Term.OfSource) formula.lines().get(1).getLast()).k());
    }
  }

  /// Those of its terms that belong to a source, which must come in their order.
  private static List<String> numbers(List<Term> line) {
    List<Term.OfSource> terms =
        line.stream()
            .filter(Term.OfSource.class::isInstance)
            .map(Term.OfSource.class::cast)
            .toList();
    assertEquals(
        IntStream.range(0, terms.size()).boxed().toList(),
        terms.stream().map(Term.OfSource::k).toList());
    return terms.stream().map(Term.OfSource::text).toList();
  }

  private static List<String> rounded(List<Double> weights) {
    return weights.stream().map(FormulaTest::number).toList();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  static Stream<MethodType> types() {
    return MethodType.all().stream()
        .filter(type -> !type.uses(Trait.MASK) && !type.uses(Trait.MARKS));
  }

  private static List<String> texts(Recipe recipe) {
    Mix mix = recipe.mix(inputs(recipe.sources().size()));
    return Formula.of(recipe, mix, FRAME).lines().stream()
        .map(line -> line.stream().map(Term::text).collect(Collectors.joining()))
        .toList();
  }

  private static Recipe recipe(Method method, int sources) {
    return Recipe.of(
        method,
        3,
        IntStream.range(0, sources).mapToObj(k -> new Source(k + ".png", "class " + k)).toList());
  }

  private static Inputs inputs(int sources) {
    byte[] black = new byte[Math.toIntExact(FRAME.pixels() * 3)];
    return new Inputs(
        FRAME,
        IntStream.range(0, sources).mapToObj(_ -> Pixels.of(black.clone(), FRAME, 3)).toList(),
        null);
  }
}

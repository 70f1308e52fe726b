package org.mixoscope.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.profile.Profile;

class AxisTest {
  private static final Frame FRAME = new Frame(300, 451);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lambda=0:1:5       | lambda=0,0.25,0.5,0.75,1
          lambda=0:1:4       | lambda=0,0.333333,0.666667,1
          lambda=1:0:3       | lambda=1,0.5,0
          lambda = 0.3 , 0.7 | lambda=0.3,0.7
          lambda=0,0.1:0.3:3 | lambda=0,0.1,0.2,0.3
          alpha=0.2,0.5,1    | alpha=0.2,0.5,1
          alpha=0.1:2:3      | alpha=0.1,1.05,2
          seed=1:4           | seed=1,2,3,4
          seed=-3,7:8        | seed=-3,7,8
          draw=0:2           | draw=0,1,2
          method=mixup,fmix  | method=mixup,fmix
          cells=2:4          | cells=2,3,4
          box-rule=legacy,fastai    | box-rule=legacy,fastai
          saliency=all       | saliency=spectral-residual,fine-grained
          correct-lambda=all | correct-lambda=true,false
          profile=timm-1.0.28,timm-1.0.29 | profile=timm-1.0.28,timm-1.0.29
          """)
  void textsAreReadAndWritten(String typed, String text) {
    Axis axis = Axis.parse(typed);
    assertEquals(text, axis.text());
    assertEquals(axis, Axis.parse(axis.text()));
  }

  @Test
  void allMethodsAndProfiles() {
    assertEquals(MethodType.all().size(), Axis.parse("method=all").size());
    assertEquals(Profile.all().size(), Axis.parse("profile=all").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lambda             | lambda: must be a name and its values, such as alpha=0.2,0.5,1
          lambda=            | lambda=: a value is missing
          lambda=0.1,,0.3    | lambda=0.1,,0.3: a value is missing
          lambda=2           | lambda = 2.0: must be within [0, 1]
          lambda=x           | lambda = x: must be a number such as 0.25
          lambda=0:1         | lambda = 0:1: must be from:to:count such as 0.1:0.9:5
          lambda=0:1:x       | lambda = 0:1:x: must be from:to:count such as 0.1:0.9:5
          lambda=0:1:1       | lambda = 0:1:1: must be from:to:count with a count of 2 or more
          lambda=0:1:101     | lambda: 101 values are too many; at most 100
          seed=1:100,101     | seed: 101 values are too many; at most 100
          seed=8:1           | seed = 8:1: must be from:to, the smaller first
          seed=1:2:3         | seed = 1:2:3: must be from:to such as 1:8
          seed=a             | seed = a: must be made of whole numbers
          draw=-1            | draw = -1: must be at least 0
          alpha=0            | alpha = 0.0: must be above 0 and finite
          correct-lambda=yes | correct-lambda = yes: must be true or false
          saliency=best      | saliency = best: must be spectral-residual or fine-grained
          """)
  void whatIsWrongIsSaidInOneLine(String typed, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Axis.parse(typed)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"alhpa=1", "method=blur", "profile=timm-9"})
  void unknownNamesListTheKnownOnes(String typed) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Axis.parse(typed)).getMessage();
    String expected =
        switch (typed) {
          case "alhpa=1" -> "alhpa: must be lambda, seed, draw, method, profile or a parameter";
          case "method=blur" -> "method.type = blur: must be one of mixup, cutmix";
          default -> "profile = timm-9: must be one of torchvision-v2, timm-1.0.28";
        };
    assertEquals(expected, message.substring(0, expected.length()));
  }

  @Test
  void captionsCarryTheSign() {
    assertEquals(List.of("λ = 0", "λ = 0.5", "λ = 1"), captions("lambda=0:1:3"));
    assertEquals(List.of("α = 0.2", "α = 1"), captions("alpha=0.2,1"));
    assertEquals(List.of("n = 2", "n = 3"), captions("cells=2:3"));
    assertEquals(List.of("legacy", "fastai"), captions("box-rule=legacy,fastai"));
    assertEquals(List.of("seed 1", "draw 2"), List.of(one("seed=1"), one("draw=2")));
  }

  @Test
  void valuesGoIntoTheRecipe() {
    Recipe base = Recipe.of(new CutMix(1), 42, Recipes.CAT, Recipes.CUP);
    assertEquals(0.3, applied("lambda=0.3", base).draw().lambda());
    assertEquals(base.seeded(7), applied("seed=7", base));
    assertEquals(base.drawn(5), applied("draw=5", base));
    assertEquals(base.retuned(new CutMix(0.2)), applied("alpha=0.2", base));
    assertEquals("fmix", applied("method=fmix", base).method().type().id());
    assertEquals(
        base.as(Profile.of("timm-1.0.29").convention("cutmix"), 0.1, FRAME),
        applied("profile=timm-1.0.29", base));
    assertEquals(
        base.as(Profile.of("timm-1.0.29").convention("cutmix-minmax"), 0.1, FRAME),
        applied("profile=timm-1.0.29", applied("method=cutmix-minmax", base)));
  }

  private static Recipe applied(String axis, Recipe base) {
    return Axis.parse(axis).apply(0, base, FRAME);
  }

  private static String one(String axis) {
    return captions(axis).getFirst();
  }

  private static List<String> captions(String text) {
    Axis axis = Axis.parse(text);
    return IntStream.range(0, axis.size()).mapToObj(axis::caption).toList();
  }
}

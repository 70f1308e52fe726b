package org.mixoscope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;

class TextRecipeTest {
  private static final List<String> TEXTS = List.of("One “two”\n三。", "Four, five. Six.", "Seven");

  @ParameterizedTest
  @EnumSource
  void bothFormsAreReadBack(TextMethodType type) throws RecipeException {
    TextRecipe recipe =
        TextMethodsTest.recipe(type.make(0.3, 5), -7, TEXTS).drawn(3).withSmoothing(0.1);

    assertEquals(recipe, TextRecipeText.parse(TextRecipeText.json(recipe)));
    assertEquals(recipe, TextRecipeText.parse(" " + TextRecipeText.line(recipe) + "\n"));
    assertEquals(recipe.mix(), TextRecipeText.parse(TextRecipeText.json(recipe)).mix());
  }

  @Test
  void drawIsThatOfCutMixOfPictures() {
    TextRecipe recipe = TextMethodsTest.recipe(new SpanCutMix(0.4), 11, TEXTS).drawn(2);

    assertEquals(new CutMix(0.4).draw(RandomStreams.of(11, 0, 2), 2), recipe.draw());
  }

  @Test
  void drawFollowsTheMethodUnlessItWasEdited() {
    TextRecipe drawn = TextMethodsTest.recipe(new SpanCutMix(1), 5, TEXTS);
    TextMethod sentences = new SentenceMix(2, 4);

    assertEquals(TextMethodsTest.recipe(sentences, 5, TEXTS), drawn.retuned(sentences));
    TextRecipe edited = drawn.with(drawn.draw().withLambda(0.25));
    assertEquals(0.25, edited.retuned(new WordMix(2)).draw().lambda());
    assertEquals(3, edited.retuned(sentences).draw().weights().size());
  }

  @Test
  void eachReaderNamesTheOtherKind() {
    Recipe pictures =
        Recipe.of(new CutMix(1), 1, new Source("a.png", "a"), new Source("b.png", "b"));
    TextRecipe texts = TextMethodsTest.recipe(new WordMix(1), 1, TEXTS);

    assertMessage(
        "recipe: this is a recipe of pictures; open it where pictures are mixed",
        RecipeText.json(pictures));
    RecipeException e =
        assertThrows(RecipeException.class, () -> RecipeText.parse(TextRecipeText.line(texts)));
    assertEquals(
        "recipe: it is for texts; open it on the Text screen or by mixoscope text --recipe",
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"mixoscope\":2 | \"mixoscope\":3 | version 3 is not known to this program, which reads"
            + " version 2; update it",
        "\"type\":\"words\" | \"type\":\"letters\" | method.type = letters: must be one of span,"
            + " words, sentences",
        "\"alpha\":1.0 | \"alpha\":0 | method: alpha = 0.0: must be above 0 and finite",
        "\"smoothing\":0.0 | \"smoothing\":1 | smoothing = 1.0: must be within [0, 1)",
        "\"index\":0 | \"index\":-1 | index = -1: must be at least 0",
        "\"class\":\"class 0\" | \"clas\":\"x\" | sources[0].class is missing: must be a text"
      })
  void badValueIsNamed(String good, String bad, String message) {
    String json = TextRecipeText.tree(TextMethodsTest.recipe(new WordMix(1), 1, TEXTS)).toString();
    assertTrue(json.contains(good), json);

    assertMessage("recipe: " + message, json.replace(good, bad));
  }

  private static void assertMessage(String message, String text) {
    RecipeException e = assertThrows(RecipeException.class, () -> TextRecipeText.parse(text));
    assertEquals(message, e.getMessage());
  }
}

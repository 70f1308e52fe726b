package org.mixoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.recipe.JsonText;
import org.mixoscope.text.MixedText;
import org.mixoscope.text.TextMethodType;
import org.mixoscope.text.TextRecipe;

class TextModelTest {
  private final Messages messages = new Messages(Language.ENGLISH);
  private final TextModel model = new TextModel(messages);

  @BeforeEach
  void look() {
    assertNull(model.mix(), "nothing is mixed before somebody looks");
    model.setActive(true);
  }

  @Test
  void spanGoesWhereItIsPutAndTheLabelFollows() {
    model.place(10, 0, 3);
    MixedText mix = mixOf(model);

    assertEquals("until the water runs", mix.text().substring(0, 20));
    assertEquals(mix.composition().shares(), mix.label());
    model.place(1000, 0, 0);
    assertEquals(mix.composition().words(), mixOf(model).composition().words());
  }

  private static MixedText mixOf(TextModel model) {
    MixedText mix = model.mix();
    Assertions.assertNotNull(mix);
    return mix;
  }

  @Test
  void textsFollowTheLanguageUntilTheyAreEdited() {
    messages.speak(Language.CHINESE);
    assertEquals("体育", model.recipe().sources().getFirst().className());
    model.setSource(0, now -> now.withText("我的文本"));
    messages.speak(Language.ENGLISH);
    assertEquals("我的文本", model.recipe().sources().getFirst().text());
    assertEquals("做菜", model.recipe().sources().getLast().className());
  }

  /// Who shows a mix takes the classes of the recipe for its own.
  @Test
  void aMixIsNeverThatOfAnotherRecipe() {
    model.setActive(false);
    messages.speak(Language.CHINESE);
    assertNull(model.mix());
    model.setActive(true);
    assertEquals(List.of("体育", "做菜"), mixOf(model).classes());
  }

  @Test
  void textWithoutAWordIsSaidAndMendedByTypingOn() {
    model.setSource(1, now -> now.withText("…"));
    assertNull(model.mix());
    assertEquals(
        "B: has no word, that is nothing with a letter or a digit; write one",
        String.valueOf(model.madeProperty().get().problem()));
    model.setSource(1, now -> now.withText("… go"));
    mixOf(model);
  }

  @Test
  void moreTextsAreMixedBySentencesAndFewerAgain() {
    model.add();
    model.setSource(2, now -> now.withText("One. Two. Three. Four.").withClass("numbers"));
    assertEquals(2, model.recipe().draw().weights().size());
    model.choose(TextMethodType.SENTENCES);
    assertEquals(3, model.recipe().draw().weights().size());
    model.editDraw(draw -> draw.withWeight(2, 1));
    assertEquals("One. Two. Three. Four.", mixOf(model).text());
    model.remove(0);
    assertEquals(2, mixOf(model).composition().shares().size());
    model.remove(0);
    assertEquals(2, model.recipe().sources().size());
    for (int k = 0; k < 20; k++) {
      model.add();
    }
    assertEquals(8, model.recipe().sources().size());
  }

  @Test
  void whatIsLeftIsTakenUpByTheNextWindow() {
    model.drawNext();
    model.nudgeLambda(0.1);
    TextRecipe left = model.recipe();
    TextModel next = new TextModel(messages);
    next.recall(model.remembered());

    assertEquals(left, next.recipe());
    assertThrows(
        IllegalArgumentException.class, () -> next.recall(JsonText.parse("{\"mixoscope\": 2}")));
    assertEquals(left, next.recipe());
  }

  @Test
  void eachEditIsAStepAndResetToo() {
    TextRecipe first = model.recipe();
    model.drawNext();
    model.chooseNext(1);
    model.reset();
    assertEquals(first, model.recipe());
    model.history().undo();
    assertEquals(TextMethodType.WORDS, model.recipe().method().type());
    model.history().undo();
    model.history().undo();
    assertEquals(first, model.recipe());
  }
}

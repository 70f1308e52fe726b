package org.mixoscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;

@BesideWindows
class LessonTextTest {
  private static final Recipe RECIPE =
      Recipe.of(
          new CutMix(1), 7, new Source("sample:cat", "cat"), new Source("sample:coffee", "coffee"));

  /// A lesson of one step.
  private static String lesson(String step) {
    return """
    {"mixoscope-lesson": 1, "title": "Mine", "summary": {"zh": "我的"}, "minutes": 3,
     "steps": [{"text": "Look."}, %s]}\
    """
        .formatted(step);
  }

  @Test
  void aTeachersLessonIsReadAsItIsWritten() {
    Lesson lesson =
        LessonText.read(
            lesson(
                """
                {"text": {"en": "Drag.", "zh": "拖。"}, "do": "Now", "then": "Yes",
                 "screen": "tune", "recipe": %s, "light": ["box", "label-rule"],
                 "until": {"lambda": [0, 0.5], "clipped": true, "draws": 2, "method": "mixup"}}\
                """
                    .formatted(RecipeText.json(RECIPE))));

    assertEquals("Mine", lesson.title().in("zh"), "a text of one language is for all");
    assertEquals("我的", lesson.summary().in("en"));
    Step step = lesson.steps().getLast();
    assertEquals("拖。", step.text().in("zh"));
    assertEquals(ScreenName.TUNE, step.screen());
    assertEquals(RECIPE, step.recipe().recipe());
    assertEquals(List.of(Place.BOX, Place.LABEL_RULE), step.light());
    assertEquals(4, step.until().signs().size());
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("{}", "steps[1].text is missing: must be a text"),
        Arguments.of("{\"text\": \"\"}", "steps[1]: a text is empty"),
        Arguments.of("{\"text\": {\"fr\": \"Bon\"}}", "steps[1].text"),
        Arguments.of("{\"text\": \"x\", \"lit\": []}", "steps[1].lit: not a known field"),
        Arguments.of(
            "{\"text\": \"x\", \"light\": [\"roof\"]}", "steps[1].light = roof: must be one of"),
        Arguments.of(
            "{\"text\": \"x\", \"screen\": \"home\"}", "steps[1].screen = home: must be one of"),
        Arguments.of(
            "{\"text\": \"x\", \"until\": {\"clipped\": true}}", "steps[1]: until: nobody is told"),
        Arguments.of(
            "{\"text\": \"x\", \"then\": \"y\"}", "steps[1]: then: is said once something"),
        Arguments.of("{\"text\": \"x\", \"do\": \"y\", \"until\": {}}", "steps[1].until: names"),
        Arguments.of(
            "{\"text\": \"x\", \"do\": \"y\", \"until\": {\"lambda\": [1, 0]}}",
            "steps[1].until: lambda = [1.0, 0.0]: the first number"),
        Arguments.of(
            "{\"text\": \"x\", \"do\": \"y\", \"until\": {\"draws\": 0}}",
            "steps[1].until: draws = 0: must be at least 1"),
        Arguments.of(
            "{\"text\": \"x\", \"do\": \"y\", \"until\": {\"beta\": 1}}",
            "steps[1].until.beta: not a known field"),
        Arguments.of(
            "{\"text\": \"x\", \"recipe\": {\"mixoscope\": 1}}", "steps[1]: recipe: method"),
        Arguments.of("{\"text\": \"x\", \"experiment\": {}}", "steps[1]: experiment: is none"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsWrongIsNamedByItsField(String step, String problem) {
    String text = lesson(step);
    assertTrue(LessonText.isOne(text));
    String message =
        assertThrows(IllegalArgumentException.class, () -> LessonText.read(text)).getMessage();
    assertTrue(message.startsWith(problem), message);
  }

  @Test
  void aLessonOfALaterProgramIsRefusedByItsVersion() {
    String text = lesson("{\"text\": \"x\"}").replace("lesson\": 1", "lesson\": 2");
    String message =
        assertThrows(IllegalArgumentException.class, () -> LessonText.read(text)).getMessage();
    assertTrue(message.contains("update"), message);
    assertFalse(LessonText.isOne(RecipeText.json(RECIPE)));
  }

  @Test
  void theBorderIsNoticedOnlyWhereSomethingLiesOutside() {
    Until until = new Until(List.of(new Sign.Is(Sign.Fact.CLIPPED, true)));
    assertFalse(until.holds(noticed(RECIPE.with(RECIPE.draw().withLambda(0.9).at(0.5, 0.5)))));
    assertTrue(until.holds(noticed(RECIPE.with(RECIPE.draw().withLambda(0.9).at(0.99, 0.5)))));
  }

  private static Noticed noticed(Recipe recipe) {
    return new Noticed(
        recipe, null, new Frame(64, 96), ScreenName.EXPLORE, ViewName.MIXED, false, 0, 0, 0);
  }

  @Test
  void everyShippedLessonSpeaksBothLanguages() {
    for (String name : Lessons.NAMES) {
      Lesson lesson = Lessons.of(name);
      Stream<Said> said =
          Stream.concat(
              Stream.of(lesson.title(), lesson.summary()),
              lesson.steps().stream()
                  .flatMap(step -> Stream.of(step.text(), step.task(), step.then()))
                  .filter(text -> text != null));
      assertTrue(said.allMatch(text -> text.texts().keySet().containsAll(Said.LANGUAGES)), name);
    }
  }
}

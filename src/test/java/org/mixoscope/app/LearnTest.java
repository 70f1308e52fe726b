package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.learn.LearnPart;
import org.mixoscope.app.learn.LessonRun;
import org.mixoscope.app.memory.MemoryFile;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.memory.Remembered;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Language;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.lesson.Lessons;
import org.mixoscope.lesson.Place;
import org.mixoscope.lesson.ScreenName;
import org.mixoscope.lesson.Sign;
import org.mixoscope.lesson.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The lessons that come with the program, taken to their end as they say.
@ExtendWith(InWindow.class)
class LearnTest {
  private final MixModel model = Screens.model();
  private final Screens.Answers dialogs = new Screens.Answers();
  private MainWindow window;
  private Stage stage;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    window = Screens.show(stage, Screens.desk(model, dialogs));
  }

  @Test
  void workIsAsItWasWhenALessonIsLeft(FxRobot robot, @TempDir Path folder) throws Exception {
    run(() -> model.edit(recipe -> recipe.seeded(77)));
    run(() -> model.editDraw(draw -> draw.withLambda(0.25)));
    run(model.history()::undo);
    run(() -> window.show(Command.TUNE));
    var work = model.recipe();

    run(window::hint);
    robot.type(KeyCode.F5);
    run(robot.lookup("#first-hint-start").queryAs(Button.class)::fire);
    assertEquals("1 of 7", text(robot, "#lesson-count"));
    robot.clickOn("#lesson-next");
    settle();
    robot.type(KeyCode.F5); // heard although the mouse was on the card
    assertTrue(robot.lookup("#presenter").tryQuery().isPresent());
    robot.type(KeyCode.F5);
    assertFalse(stage.isFullScreen());
    robot.type(KeyCode.C);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT4).release(KeyCode.CONTROL);
    Session session =
        ask(() -> new Session(window.desk(), window, new WindowPlace(stage), file(folder)));
    Remembered left = ask(session::now);
    assertEquals(work, left.recipe(), "the next window begins with the work");
    assertEquals("TUNE", left.screen());

    robot.type(KeyCode.ESCAPE);
    settle();
    assertTrue(window.learning().given().isEmpty());
    assertEquals(work, model.recipe());
    assertTrue(stage.isFullScreen(), "as the audience saw it");
    robot.type(KeyCode.ESCAPE);
    assertEquals(Command.TUNE, window.frontProperty().get());
    assertTrue(model.history().canRedoProperty().get(), "what was undone can be redone");
    assertTrue(robot.lookup("#first-hint").tryQuery().isEmpty(), "the hint was used");

    run(robot.lookup("#toast-act").queryAs(Button.class)::fire);
    assertEquals("2 of 7", text(robot, "#lesson-count"), "where it was left");
    robot.press(KeyCode.SHIFT).type(KeyCode.F3).release(KeyCode.SHIFT);
    assertEquals("1 of 7", text(robot, "#lesson-count"));

    dialogs.answer = Optional.of(folder.resolve("handout.pdf"));
    run(robot.lookup("#lesson-print").queryAs(Button.class)::fire);
    String words = words(folder.resolve("handout.pdf"));
    assertTrue(words.contains("What a mix is"), words);
    assertTrue(words.contains("Drag the slider of λ below 0.3."), words);
    assertTrue(words.contains("0.700"), "the label of the first mix: " + words);
  }

  @Test
  void aTeachersLessonIsGivenWhereverItsFileIsTaken(FxRobot robot, @TempDir Path folder)
      throws Exception {
    String lesson =
        """
        {"mixoscope-lesson": 1, "title": "Mine", "summary": "s", "minutes": 1, "steps": [
          {"text": "With your pictures.", "do": "Press 4.", "until": {"view": "weights"}},
          {"text": "That was it."}]}\
        """;
    Path file = Files.writeString(folder.resolve("border.mixoscope"), lesson);
    run(() -> window.desk().incoming().take(file));
    assertEquals("With your pictures.", text(robot, "#lesson-text"));
    assertEquals(
        model.recipe(),
        ask(() -> window.learning().inside().orElseThrow().desk().model().recipe()));
    robot.type(KeyCode.DIGIT4);
    LessonRun given = window.learning().given().orElseThrow().run();
    assertTrue(ask(() -> given.doneProperty().get() || given.indexProperty().get() == 1));

    Path wrong = Files.writeString(folder.resolve("wrong.json"), lesson.replace("until", "til"));
    MainWindow inside = window.learning().inside().orElseThrow();
    run(() -> inside.desk().incoming().take(wrong));
    Exception problem = ask(() -> inside.desk().model().problemProperty().get());
    assertTrue(problem.getMessage().contains("wrong.json"), problem.getMessage());
    assertTrue(problem.getMessage().contains("steps[0].til"), problem.getMessage());

    run(given::next);
    run(given::next);
    Part next = new LearnPart();
    next.recall(window.learning().part().remembered());
    assertEquals(window.learning().part().remembered(), next.remembered());
    Files.delete(Files.move(file, folder.resolve("elsewhere.json")));
    robot.type(KeyCode.F2);
    Button row = robot.lookup(".own-lesson .learn-button").queryAs(Button.class);
    assertEquals("border.mixoscope, taken to its end", row.getAccessibleText());
    assertTrue(row.getAccessibleHelp().startsWith("Not there any more"), row.getAccessibleHelp());
    run(row::requestFocus);
    robot.type(KeyCode.DELETE);
    assertTrue(robot.lookup(".own-lesson").tryQuery().isEmpty());
    assertFalse(next.remembered().equals(window.learning().part().remembered()), "is forgotten");
    robot.type(KeyCode.ESCAPE);
  }

  private static MemoryFile file(Path folder) {
    return new MemoryFile(folder.resolve("settings.json"));
  }

  private static String words(Path pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void everyLessonIsTakenToItsEndInBothLanguages(FxRobot robot) {
    run(() -> model.editDraw(draw -> draw.withLambda(0.4)));
    var work = model.recipe();
    Set<Place> lit = new TreeSet<>();
    for (Language language : Language.values()) {
      for (String name : Lessons.NAMES) {
        run(() -> window.desk().messages().speak(language));
        run(() -> window.learning().begin(name));
        take(robot, name, language, lit);
        assertTrue(window.learning().given().isEmpty(), name);
        assertEquals(work, model.recipe());
        assertEquals(Command.EXPLORE, window.frontProperty().get());
      }
    }
    assertTrue(model.history().canUndoProperty().get());
    assertEquals(
        new TreeSet<>(Lessons.NAMES),
        new TreeSet<>(
            window
                .learning()
                .part()
                .remembered()
                .path("done")
                .valueStream()
                .map(node -> node.asText())
                .toList()));
  }

  private void take(FxRobot robot, String name, Language language, Set<Place> lit) {
    LessonRun lesson = window.learning().given().orElseThrow().run();
    int count = lesson.lesson().steps().size();
    for (int k = 0; k < count; k++) {
      String where = name + " " + language + " step " + (k + 1);
      run(window::renderNow);
      assertEquals(k, lesson.indexProperty().get(), where);
      Step step = lesson.step();
      assertEquals(step.text().in(language.id()), text(robot, "#lesson-text"), where);
      assertEquals(step.light().size(), ask(() -> rings(robot)), where + " is lit");
      assertCardIsWhole(robot, where);
      lit.addAll(step.light());
      if (step.until() != null) {
        assertFalse(lesson.doneProperty().get(), where + " is not done by itself");
        for (Sign sign : signs(step)) {
          does(robot, sign);
        }
        settle();
        assertTrue(lesson.doneProperty().get(), where + " is noticed");
        assertCardIsWhole(robot, where);
      }
      if (k == count - 1) {
        robot.type(KeyCode.F3); // which takes the window away that heard it
      } else {
        run(robot.lookup("#lesson-next").queryAs(Button.class)::fire);
      }
    }
  }

  /// What is set first decides what can be done then.
  private static List<Sign> signs(Step step) {
    List<Sign> signs = new ArrayList<>(Objects.requireNonNull(step.until()).signs());
    signs.sort(
        (one, other) -> Boolean.compare(other instanceof Sign.Chosen, one instanceof Sign.Chosen));
    return signs;
  }

  private static String text(FxRobot robot, String query) {
    return ask(
        () ->
            switch (robot.lookup(query).query()) {
              case Label label -> label.getText();
              case TextFlow words ->
                  words.getChildren().stream()
                      .map(part -> ((Text) part).getText().replace('\u00a0', ' '))
                      .collect(Collectors.joining());
              default -> throw new AssertionError(query);
            });
  }

  private static int rings(FxRobot robot) {
    return (int)
        robot.lookup(".lesson-ring").queryAll().stream().filter(ring -> ring.isVisible()).count();
  }

  private static void assertCardIsWhole(FxRobot robot, String where) {
    assertEquals(List.of(), ask(() -> Shots.cutOff(robot.lookup("#lesson-card").query())), where);
  }

  private void does(FxRobot robot, Sign sign) {
    MainWindow inside = window.learning().inside().orElseThrow();
    MixModel mix = inside.desk().model();
    switch (sign) {
      case Sign.Within(Sign.Quantity quantity, double least, double most) -> {
        double middle = (least + Math.min(most, least + 1)) / 2;
        run(
            () -> {
              switch (quantity) {
                case LAMBDA -> mix.editDraw(draw -> draw.withLambda(middle));
                case EFFECTIVE -> mix.editDraw(draw -> draw.at(0.999, 0.999));
                case ALPHA -> mix.edit(recipe -> recipe.with(withAlpha(recipe.method(), middle)));
                case SMOOTHING -> mix.edit(recipe -> recipe.withSmoothing(middle));
              }
            });
      }
      case Sign.Is(Sign.Fact fact, boolean wanted) -> {
        switch (fact) {
          case CLIPPED -> run(() -> mix.editDraw(draw -> draw.at(0.97, 0.5)));
          case DIFFERS -> {}
          case LABEL_DIFFERS -> {
            if (inside.frontProperty().get() == Command.AUDIT) {
              TableView<?> table = robot.lookup("#audit-table").queryAs(TableView.class);
              run(() -> table.getSelectionModel().select(framework(table, "kerascv")));
              run(robot.lookup("#audit-use").queryAs(Button.class)::fire);
            } else {
              run(robot.lookup("#correct-lambda").queryAs(CheckBox.class)::fire);
            }
          }
          case TOLD -> {
            robot.type(KeyCode.D);
            robot.type(KeyCode.PERIOD, 4);
          }
        }
      }
      case Sign.AtLeast(Sign.Counted counted, int least) -> {
        switch (counted) {
          case DRAWS -> robot.type(KeyCode.R, least);
          case PAIRS -> robot.type(KeyCode.P, 2 * least);
          case EPOCHS ->
              run(
                  () -> {
                    while (inside.train().epochsProperty().getValue() < least) {
                      inside.screen().page().actions().run(Command.TRAIN_EPOCH);
                    }
                  });
        }
      }
      case Sign.Chosen(var method) -> run(() -> mix.choose(method));
      case Sign.InFront(ScreenName screen) ->
          run(() -> inside.show(Command.valueOf(screen.name())));
      case Sign.Shown shown -> robot.type(KeyCode.DIGIT4);
    }
  }

  private static int framework(TableView<?> table, String name) {
    for (int row = 0; row < table.getItems().size(); row++) {
      if (String.valueOf(table.getItems().get(row)).contains(name)) {
        return row;
      }
    }
    throw new AssertionError(name);
  }

  private static Method withAlpha(Method method, double alpha) {
    Parameter.Real real = (Parameter.Real) Objects.requireNonNull(method.type().parameter("alpha"));
    return method.type().make(method.settings().with(real, alpha));
  }
}

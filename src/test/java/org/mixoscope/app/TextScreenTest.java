package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.ui.Language;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A journey through Text with mouse and keyboard.
@ExtendWith(ApplicationExtension.class)
class TextScreenTest {
  private static final String SPAN = "#text-span";

  private final Screens.Answers dialogs = new Screens.Answers();
  private Desk desk;
  private MainWindow window;

  @TempDir Path folder;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(Screens.model(), dialogs);
    window = Screens.show(stage, desk);
  }

  private void enter(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT7);
    assertEquals(Command.TEXT, window.frontProperty().get());
    settle();
  }

  private static String mixed(FxRobot robot) {
    settle();
    return ask(
        () ->
            robot.lookup("#mixed-words").queryAs(TextFlow.class).getChildren().stream()
                .map(run -> ((Text) run).getText())
                .collect(Collectors.joining()));
  }

  private static void setLambda(FxRobot robot, double lambda) {
    run(() -> robot.lookup("#text-lambda-slider").queryAs(Slider.class).setValue(lambda));
    settle();
  }

  private static void write(FxRobot robot, String field, String text) {
    TextArea area = robot.lookup(field).queryAs(TextArea.class);
    run(area::requestFocus);
    run(() -> area.setText(text));
    settle();
  }

  @Test
  void spanIsMovedByKeysAndMouseAndTheLabelFollows(FxRobot robot) {
    enter(robot);
    write(robot, "#text-field-A", "a0 a1 a2 a3 a4 a5 a6 a7 a8 a9");
    write(robot, "#text-field-B", "b0 b1 b2 b3 b4 b5");
    run(() -> window.requestFocus());
    setLambda(robot, 0.7);
    Node span = robot.lookup(SPAN).query();
    run(span::requestFocus);
    robot.type(KeyCode.LEFT, 10);
    push(robot, KeyCode.SHIFT, KeyCode.LEFT);
    robot.press(KeyCode.SHIFT).type(KeyCode.LEFT, 6).release(KeyCode.SHIFT);
    assertEquals("b0 b1 b2 a3 a4 a5 a6 a7 a8 a9", mixed(robot));
    robot.type(KeyCode.RIGHT, 2).type(KeyCode.UP);
    push(robot, KeyCode.SHIFT, KeyCode.RIGHT);
    assertEquals("a0 a1 b1 b2 b3 b4 a6 a7 a8 a9", mixed(robot));
    assertTrue(Hands.text(robot, "#text-effective").contains("0.600"));
    String bar = ask(() -> robot.lookup("#text-label").query().getAccessibleText());
    assertEquals("sport 0.600, cooking 0.400", bar);
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals("a0 a1 b0 b1 b2 b3 a6 a7 a8 a9", mixed(robot));
    push(robot, KeyCode.CONTROL, KeyCode.Y);

    Point2D on = Hands.centre(span);
    double word = Hands.onScreen(span).getWidth() / 4;
    Point2D from = on.subtract(word / 2, 0);
    Hands.drag(robot, from, from.add(word, 0), from.add(2 * word, 0));
    assertEquals("a0 a1 a2 a3 b1 b2 b3 b4 a8 a9", mixed(robot));
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals("a0 a1 b1 b2 b3 b4 a6 a7 a8 a9", mixed(robot), "a drag is one step");
  }

  @Test
  void recipeTextAndFilesGoOutAndComeIn(FxRobot robot) throws IOException {
    enter(robot);
    String first = mixed(robot);
    push(robot, KeyCode.CONTROL, KeyCode.C);
    assertEquals(first, Hands.clipboard());
    push(robot, KeyCode.CONTROL, KeyCode.L);
    robot.type(KeyCode.R, 2);
    robot.type(KeyCode.N);
    assertNotEquals(first, mixed(robot));
    push(robot, KeyCode.CONTROL, KeyCode.V);
    assertEquals(first, mixed(robot));

    dialogs.answer = Optional.of(Files.writeString(folder.resolve("b.txt"), "今天天气很好。\n"));
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
    assertEquals(
        "今天天气很好。", ask(() -> robot.lookup("#text-field-B").queryAs(TextArea.class).getText()));
    dialogs.answer = Optional.of(Files.write(folder.resolve("bad.txt"), new byte[] {-1}));
    push(robot, KeyCode.CONTROL, KeyCode.O);
    assertEquals(
        "今天天气很好。", ask(() -> robot.lookup("#text-field-B").queryAs(TextArea.class).getText()));
    write(robot, "#text-field-B", "?");
    assertTrue(
        Hands.text(robot, "#text-problem").startsWith("B: has no word"),
        Hands.text(robot, "#text-problem"));
    write(robot, "#text-field-B", "well then");
    assertEquals("", Hands.text(robot, "#text-problem"));
  }

  @Test
  void languageThemeAndLargeLettersChangeNothingOfTheMix(FxRobot robot) {
    enter(robot);
    assertFalse(robot.lookup("#seed-field").query().getParent().isVisible());
    push(robot, KeyCode.F5);
    settle();
    assertFalse(robot.lookup("#text-sources").query().isVisible());
    String first = mixed(robot);
    push(robot, KeyCode.T);
    assertEquals(first, mixed(robot));
    push(robot, KeyCode.L);
    assertEquals(Language.CHINESE, desk.messages().languageProperty().get());
    assertTrue(mixed(robot).contains("队") || mixed(robot).contains("米"), "samples follow");
    push(robot, KeyCode.ESCAPE);
    settle();
    assertTrue(robot.lookup("#text-sources").query().isVisible());
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
    assertTrue(robot.lookup("#seed-field").query().getParent().isVisible());
  }
}

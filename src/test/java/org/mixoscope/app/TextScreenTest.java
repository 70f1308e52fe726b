package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
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
import org.testfx.framework.junit5.Start;

/// A journey through Text with mouse and keyboard.
@ExtendWith(InWindow.class)
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
    return words(robot, "#text-mix");
  }

  private static String presented(FxRobot robot) {
    return words(robot, "#text-presented");
  }

  private static String words(FxRobot robot, String pane) {
    settle();
    return ask(
        () ->
            robot.lookup(pane).lookup("#mixed-words").queryAs(TextFlow.class).getChildren().stream()
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
  void gripsOfTheSpanMakeItLongerAndShorterAndStopAtTheTexts(FxRobot robot) {
    enter(robot);
    write(robot, "#text-field-A", "a0 a1 a2 a3 a4 a5 a6 a7 a8 a9");
    write(robot, "#text-field-B", "b0 b1 b2 b3 b4 b5");
    run(() -> window.requestFocus());
    setLambda(robot, 0.7);
    run(() -> robot.lookup(SPAN).query().requestFocus());
    robot.type(KeyCode.LEFT, 10).type(KeyCode.RIGHT, 4);
    robot.press(KeyCode.SHIFT).type(KeyCode.LEFT, 6).release(KeyCode.SHIFT);
    assertEquals("a0 a1 a2 a3 b0 b1 b2 a7 a8 a9", mixed(robot));
    double word = Hands.onScreen(robot.lookup(SPAN).query()).getWidth() / 3;

    grip(robot, "#text-span-end", word);
    assertEquals("a0 a1 a2 a3 b0 b1 b2 b3 a8 a9", mixed(robot));
    grip(robot, "#text-span-start", -2 * word);
    assertEquals("a0 a1 b0 b1 b2 b3 b4 b5 a8 a9", mixed(robot));
    assertTrue(Hands.text(robot, "#text-effective").contains("0.400"));
    grip(robot, "#text-span-start", -2 * word);
    assertEquals("a0 a1 b0 b1 b2 b3 b4 b5 a8 a9", mixed(robot), "B has no more words");
    grip(robot, "#text-span-start", 12 * word);
    assertEquals("a0 a1 a2 a3 a4 a5 a6 b0 a8 a9", mixed(robot), "one word stays");
    for (int step = 0; step < 3; step++) {
      push(robot, KeyCode.CONTROL, KeyCode.Z);
    }
    assertEquals("a0 a1 a2 a3 b0 b1 b2 a7 a8 a9", mixed(robot), "each drag is one step");
  }

  /// The headless platform loses a drag that leaves a thin shape, so the events are made here.
  private static void grip(FxRobot robot, String grip, double by) {
    Node node = robot.lookup(grip).query();
    Point2D from = Hands.centre(node);
    run(() -> fire(node, MouseEvent.MOUSE_PRESSED, from));
    run(() -> fire(node, MouseEvent.MOUSE_DRAGGED, from.add(by / 2, 0)));
    run(() -> fire(node, MouseEvent.MOUSE_DRAGGED, from.add(by, 0)));
    run(() -> fire(node, MouseEvent.MOUSE_RELEASED, from.add(by, 0)));
  }

  private static void fire(Node node, EventType<MouseEvent> type, Point2D at) {
    Point2D scene = node.localToScene(node.screenToLocal(at));
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            scene.getX(),
            scene.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            true,
            null));
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
  void barSpeaksOfTextsAndSavesThem(FxRobot robot) throws IOException {
    enter(robot);
    Path saved = folder.resolve("mixed.txt");
    dialogs.answer = Optional.of(saved);
    push(robot, KeyCode.CONTROL, KeyCode.S);
    settle();
    assertEquals(mixed(robot) + "\n", Files.readString(saved));
    assertEquals("Copy the text   Ctrl+C", item(robot, "#export-menu", "menu-COPY_PICTURE"));
    assertEquals("Save the text…   Ctrl+S", item(robot, "#export-menu", "menu-EXPORT"));
    assertTrue(isOff(robot, "#export-menu", "menu-FIGURE"));
    assertTrue(isOff(robot, "#export-menu", "export-picture-1"));
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    assertEquals(Command.TEXT, window.frontProperty().get());
    Label toast = (Label) robot.lookup("#toast").query().lookup(".label");
    assertTrue(toast.getText().contains("Figures are of pictures"), toast.getText());
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
    assertEquals(
        "Copy the mixed picture   Ctrl+C", item(robot, "#export-menu", "menu-COPY_PICTURE"));
    assertFalse(isOff(robot, "#export-menu", "menu-FIGURE"));
  }

  private static MenuItem menuItem(FxRobot robot, String menu, String id) {
    return robot.lookup(menu).queryAs(MenuButton.class).getItems().stream()
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static String item(FxRobot robot, String menu, String id) {
    return ask(() -> menuItem(robot, menu, id).getText());
  }

  private static boolean isOff(FxRobot robot, String menu, String id) {
    return ask(() -> menuItem(robot, menu, id).isDisable());
  }

  @Test
  void languageThemeAndLargeLettersChangeNothingOfTheMix(FxRobot robot) {
    enter(robot);
    assertFalse(robot.lookup("#seed-field").query().getParent().isVisible());
    push(robot, KeyCode.F5);
    settle();
    assertNotNull(window.lookup("#text-presented"));
    assertNull(window.lookup("#text-presented #text-copy"));
    String first = presented(robot);
    push(robot, KeyCode.T);
    assertEquals(first, presented(robot));
    push(robot, KeyCode.L);
    assertEquals(Language.CHINESE, desk.messages().languageProperty().get());
    assertTrue(presented(robot).matches("(?s).*[队米].*"), "samples follow");
    push(robot, KeyCode.ESCAPE);
    settle();
    assertNull(window.lookup("#text-presented"));
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
    assertTrue(robot.lookup("#seed-field").query().getParent().isVisible());
  }
}

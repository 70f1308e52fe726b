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

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Polyline;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Language;
import org.mixoscope.lab.data.Digits;
import org.mixoscope.recipe.Source;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Journeys to what networks do, on Train and from there, with mouse and keyboard.
@ExtendWith(InWindow.class)
class TrainInsightTest {
  @TempDir static Path folder;

  private final MixModel model = Screens.model();
  private final Screens.Answers dialogs = new Screens.Answers();
  private Desk desk;
  private MainWindow window;

  @Start
  void start(Stage stage) {
    dialogs.kept = Optional.of(folder);
    desk = Screens.desk(model, dialogs);
    window = Screens.show(stage, desk);
  }

  private void enter(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT6);
    if (ask(() -> window.train().isPlaying())) {
      push(robot, KeyCode.SPACE);
    }
    push(robot, KeyCode.COMMA);
    settle();
  }

  /// A hundred digits for one epoch: enough is wrong then.
  private void enterDigits(FxRobot robot) {
    enter(robot);
    run(
        () ->
            robot.lookup("#train-presets").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> "preset-FEW".equals(item.getId()))
                .forEach(item -> item.fire()));
    push(robot, KeyCode.SPACE);
    push(robot, KeyCode.COMMA);
    push(robot, KeyCode.SHIFT, KeyCode.PERIOD);
    settle();
  }

  private static void choose(FxRobot robot, String query, String name) {
    @SuppressWarnings("unchecked") // of whatever values
    ComboBox<Object> picker = robot.lookup(query).queryAs(ComboBox.class);
    run(
        () ->
            picker.getItems().stream()
                .filter(value -> value.toString().equals(name))
                .forEach(picker::setValue));
  }

  private static String text(FxRobot robot, String query) {
    return ask(() -> Hands.text(robot, query));
  }

  private static Node seen(FxRobot robot, String query) {
    return ask(
        () ->
            robot.lookup(query).queryAll().stream()
                .filter(node -> node.isVisible() && onScreen(node))
                .findFirst()
                .orElseThrow());
  }

  private static boolean onScreen(Node node) {
    for (Node above = node; above != null; above = above.getParent()) {
      if (!above.isVisible()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void theWorstPictureBecomesPictureAWithItsClassAndUndoBringsBackWhatWas(FxRobot robot) {
    enterDigits(robot);
    List<Source> before = model.recipe().sources();
    robot.clickOn(seen(robot, "#lane-1 .train-tile"));
    settle();
    assertEquals(Command.EXPLORE, window.frontProperty().get());
    Source opened = model.recipe().sources().getFirst();
    assertTrue(Digits.classes().contains(opened.className()), opened.className());
    assertEquals(folder.resolve("kept.png").toString(), opened.location());
    assertEquals(before.getLast(), model.recipe().sources().getLast(), "B stays");
    assertTrue(text(robot, ".toast .label").contains(opened.className()));
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    settle();
    assertEquals(before, model.recipe().sources());
  }

  @Test
  void aCellOfTheMatrixShowsItsPicturesAndTheKeyboardGetsThere(FxRobot robot) {
    enterDigits(robot);
    choose(robot, "#train-looked", "CONFUSION");
    Node matrix = seen(robot, "#lane-2 #confusion-matrix");
    run(matrix::requestFocus);
    robot.type(KeyCode.LEFT, 9).type(KeyCode.UP, 9).type(KeyCode.RIGHT, 2).type(KeyCode.DOWN, 2);
    String at = text(robot, "#lane-2 #confusion-at");
    assertTrue(at.startsWith("2 taken for 2: "), at);
    assertEquals(at, ask(matrix::getAccessibleText));
    robot.type(KeyCode.ENTER);
    settle();
    int count = Integer.parseInt(at.replaceAll(".*: (\\d+) of.*", "$1"));
    assertEquals(
        "2 taken for 2: " + count + (count == 1 ? " sample" : " samples"),
        text(robot, "#lane-2 #cell-title"));
    assertFalse(ask(matrix.getParent().getParent()::isVisible));
    run(() -> desk.messages().speak(Language.CHINESE));
    robot.clickOn("#lane-2 #train-back");
    settle();
    assertTrue(ask(matrix.getParent().getParent()::isVisible));
    robot.moveTo(matrix).clickOn(matrix);
    settle();
    robot.clickOn("#lane-2 #train-back");
    String chinese = text(robot, "#lane-2 #confusion-at");
    assertTrue(chinese.contains("判为"), chinese);
  }

  @Test
  void whatIsDrawnIsSaidByEveryRunAndClearedByTheKeyboard(FxRobot robot) {
    enterDigits(robot);
    choose(robot, "#train-looked", "DRAW");
    Bounds paper = Hands.onScreen(seen(robot, "#sketch-paper"));
    double x = paper.getCenterX();
    robot.moveTo(x, paper.getMinY() + 20).press(MouseButton.PRIMARY);
    robot.moveTo(x, paper.getCenterY()).moveTo(x + 2, paper.getMaxY() - 20);
    robot.release(MouseButton.PRIMARY);
    settle();
    for (String lane : List.of("#lane-1", "#lane-2")) {
      List<String> said = values(robot, lane);
      assertEquals(10, said.size());
      int sum = said.stream().mapToInt(text -> Integer.parseInt(text.replace(" %", ""))).sum();
      assertTrue(Math.abs(100 - sum) <= 5, "rounded: " + said);
    }
    run(() -> robot.lookup("#sketch-clear").queryAs(Button.class).requestFocus());
    robot.type(KeyCode.SPACE);
    settle();
    assertEquals(List.of("", "", "", "", "", "", "", "", "", ""), values(robot, "#lane-1"));
    assertFalse(ask(() -> window.train().isPlaying()), "Space was for the button");
  }

  @Test
  void digitIsDrawnByTheKeyboardAlone(FxRobot robot) {
    enterDigits(robot);
    choose(robot, "#train-looked", "DRAW");
    run(() -> robot.lookup("#sketch-cross").query().requestFocus());
    robot.type(KeyCode.DOWN, 2);
    settle();
    List<String> nothing = values(robot, "#lane-1");
    robot.type(KeyCode.ENTER).type(KeyCode.DOWN, 10).type(KeyCode.ENTER).type(KeyCode.RIGHT, 4);
    settle();
    List<Node> lines = List.copyOf(robot.lookup(".sketch-line").queryAll());
    assertEquals(1, lines.size());
    Bounds line = ask(lines.getFirst()::getBoundsInLocal);
    assertTrue(line.getHeight() > 3 * line.getWidth(), "a 1, not bent by what came after: " + line);
    assertFalse(values(robot, "#lane-1").equals(nothing));
    robot.type(KeyCode.DELETE);
    settle();
    assertEquals(nothing, values(robot, "#lane-1"));
  }

  private static List<String> values(FxRobot robot, String lane) {
    return ask(
        () ->
            robot.lookup(lane + " .class-value").queryAll().stream()
                .map(node -> ((Label) node).getText())
                .toList());
  }

  @Test
  void betweenTwoPointsEveryRunHasItsLines(FxRobot robot) {
    enter(robot);
    push(robot, KeyCode.SHIFT, KeyCode.PERIOD);
    choose(robot, "#train-plot", "LAMBDA");
    settle();
    List<Double> before = line(robot);
    assertEquals(2 * 21, before.size());
    Bounds plane = Hands.onScreen(seen(robot, "#lane-1 .plane"));
    robot.clickOn(new Point2D(plane.getCenterX(), plane.getCenterY() - plane.getHeight() / 3));
    settle();
    List<Double> after = line(robot);
    assertNotEquals(before, after, "A is another point");
    assertFalse(robot.lookup("#train-dots").query().isVisible(), "none was put there");
    run(() -> robot.lookup("#lambda-B").queryAs(Button.class).requestFocus());
    robot.type(KeyCode.SPACE);
    settle();
    assertNotEquals(after, line(robot), "B is the next point");
    run(() -> robot.lookup("#lane-2 #plane-cross").query().requestFocus());
    robot.type(KeyCode.ENTER);
    settle();
    List<Double> chosen = line(robot);
    assertNotEquals(after, chosen, "A is at the cross");
    choose(robot, "#train-plot", "ROBUSTNESS");
    settle();
    assertEquals(2 * 3, ask(() -> robot.lookup("#plot-robustness .run-bar").queryAll().size()));
    String said = ask(robot.lookup("#plot-robustness").query()::getAccessibleText);
    assertTrue(said.contains("noise σ 0.2") && said.contains("FGSM ε 0.1"), said);
    robot.type(KeyCode.ENTER);
    settle();
    assertTrue(text(robot, "#train-dots").startsWith("301 points of your own"));
    choose(robot, "#train-plot", "LAMBDA");
    settle();
    assertEquals(chosen, line(robot), "other points to train on leave A and B as they are");
  }

  private static List<Double> line(FxRobot robot) {
    return ask(
        () ->
            List.copyOf(
                ((Polyline) robot.lookup("#plot-lambda .curve-test").queryAll().iterator().next())
                    .getPoints()));
  }

  @Test
  void overSeedsBandsAreDrawnAndItIsSaidHonestly(FxRobot robot) {
    enter(robot);
    robot.clickOn("#train-epochs").push(KeyCode.CONTROL, KeyCode.A).write("2");
    push(robot, KeyCode.ENTER);
    run(() -> window.requestFocus());
    push(robot, KeyCode.SHIFT, KeyCode.PERIOD);
    assertTrue(text(robot, "#train-changes").contains("2000 samples"));
    robot.clickOn("#train-repeat");
    settle();
    assertEquals(2, ask(() -> robot.lookup("#plot-accuracy .curve-band").queryAll().size()));
    assertEquals(2, ask(() -> robot.lookup("#plot-loss .curve-band").queryAll().size()));
    String said = text(robot, "#train-changes");
    assertTrue(said.startsWith("Over 5 seeds ") && said.contains("±"), said);
    run(() -> model.edit(r -> r.seeded(7)));
    push(robot, KeyCode.SHIFT, KeyCode.PERIOD);
    settle();
    assertTrue(
        ask(() -> robot.lookup("#plot-accuracy .curve-band").queryAll().isEmpty()),
        "they are of other seeds");
  }

  @Test
  void aNetworkIsUsedInExplore(FxRobot robot) {
    enterDigits(robot);
    assertNull(window.predictions().classifierProperty().get());
    // Not by the mouse: where a window is narrow, the head of a run may still be moving.
    run(() -> robot.lookup("#lane-2 #train-use").queryButton().fire());
    assertEquals(Command.EXPLORE, window.frontProperty().get());
    var classifier = ask(() -> window.predictions().classifierProperty().get());
    assertNotNull(classifier);
    assertEquals(Digits.classes(), classifier.classes());
    assertEquals("run-2-mixup.onnx", text(robot, "#prediction-title"));
    push(robot, KeyCode.F5);
    settle();
    assertTrue(onScreen(seen(robot, "#presenter #presented-prediction")));
    assertFalse(text(robot, "#presenter #prediction-rows .label").isEmpty());
    push(robot, KeyCode.F5);
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
    settle();
    assertNull(window.predictions().classifierProperty().get());
  }

  @Test
  void thePresenterShowsNetworksAndPlotsAndTheKeysOfTheScreenWork(FxRobot robot) {
    enter(robot);
    push(robot, KeyCode.SHIFT, KeyCode.PERIOD);
    push(robot, KeyCode.F5);
    settle();
    assertTrue(onScreen(seen(robot, "#presenter #train-presented #plot-accuracy")));
    assertTrue(ask(() -> robot.lookup("#presenter #train-changes").queryAll().isEmpty()));
    push(robot, KeyCode.SPACE);
    assertTrue(ask(() -> window.train().isPlaying()));
    push(robot, KeyCode.SPACE);
    assertFalse(ask(() -> window.train().isPlaying()));
    assertFalse(ask(() -> desk.player().runningProperty().get()));
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
    settle();
    assertTrue(ask(() -> robot.lookup("#presenter #train-presented").queryAll().isEmpty()));
    assertTrue(onScreen(seen(robot, "#presenter .presenter-method")), "that of the mix");
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT6);
    settle();
    assertTrue(onScreen(seen(robot, "#presenter #train-presented")));
    push(robot, KeyCode.ESCAPE);
    settle();
    assertTrue(ask(() -> robot.lookup("#presenter").queryAll().isEmpty()));
  }
}

package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polyline;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.kernel.method.CutMix;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Journeys through Train with mouse and keyboard.
@ExtendWith(ApplicationExtension.class)
class TrainScreenTest {
  private final MixModel model = Screens.model();
  private Desk desk;
  private MainWindow window;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, new Screens.Answers());
    window = Screens.show(stage, desk);
  }

  /// Goes there and pauses at the start.
  private void enter(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT6);
    assertEquals(Command.TRAIN, window.frontProperty().get());
    if (ask(() -> window.train().isPlaying())) {
      push(robot, KeyCode.SPACE);
    }
    push(robot, KeyCode.COMMA);
    settle();
    assertTrue(text(robot, "#train-progress").startsWith("epoch 0 · step 0/"));
  }

  /// Asked of the window's thread: curves are drawn anew with every frame.
  private static String text(FxRobot robot, String query) {
    return ask(() -> Hands.text(robot, query));
  }

  private static void epochs(FxRobot robot, int count) {
    for (int epoch = 0; epoch < count; epoch++) {
      push(robot, KeyCode.SHIFT, KeyCode.PERIOD);
    }
    settle();
  }

  private static List<List<Double>> curves(FxRobot robot) {
    settle();
    return ask(
        () ->
            robot.lookup("#plot-accuracy .curve-test").queryAll().stream()
                .map(line -> List.copyOf(((Polyline) line).getPoints()))
                .toList());
  }

  @Test
  void rewoundAfterAnotherAlphaTheSameCurveIsDrawnAgain(FxRobot robot) {
    enter(robot);
    choose(robot, "#train-data", "circles");
    choose(robot, "#train-data", "moons");
    epochs(robot, 3);
    List<List<Double>> once = curves(robot);
    assertEquals(2, once.size());
    assertEquals(6, once.getFirst().size(), "x and y of three epochs");
    String changes = text(robot, "#train-changes");
    assertTrue(changes.contains("%"), changes);

    Slider alpha = robot.lookup("#run-2 #alpha-slider").queryAs(Slider.class);
    run(alpha::requestFocus);
    robot.type(KeyCode.RIGHT, 20);
    run(() -> window.requestFocus());
    assertFalse(ask(() -> robot.lookup("#plot-accuracy .mark-name").queryAll().isEmpty()));
    push(robot, KeyCode.PERIOD);
    assertEquals("epoch 3 · step 1/5", text(robot, "#train-progress"));
    push(robot, KeyCode.COMMA);
    epochs(robot, 3);
    assertNotEquals(once, curves(robot));

    robot.press(KeyCode.CONTROL).type(KeyCode.Z, 20).release(KeyCode.CONTROL);
    push(robot, KeyCode.COMMA);
    epochs(robot, 3);
    assertEquals(once, curves(robot));
    assertEquals(new CutMix(1), model.recipe().method(), "Explore is left alone");
  }

  @Test
  void itPlaysByFramesAndStopsWhereItIsTold(FxRobot robot) {
    enter(robot);
    TextField end = robot.lookup("#train-epochs").queryAs(TextField.class);
    robot.clickOn(end).push(KeyCode.CONTROL, KeyCode.A);
    robot.write("2").push(KeyCode.ENTER);
    run(() -> window.requestFocus());
    robot.clickOn("#do-TRAIN_PLAY");
    awaitEnd();
    assertEquals("epoch 2 · step 0/5", text(robot, "#train-progress"));
    assertEquals(4, curves(robot).getFirst().size());
  }

  private void awaitEnd() {
    for (int pulse = 0; pulse < 1000 && ask(() -> window.train().isPlaying()); pulse++) {
      settle();
    }
    assertFalse(ask(() -> window.train().isPlaying()));
  }

  @Test
  void aPresetSaysWhatToLookAtUntilSomethingElseIsChosen(FxRobot robot) {
    enter(robot);
    robot.clickOn("#train-presets").clickOn("#preset-SPIRALS");
    push(robot, KeyCode.SPACE);
    settle();
    assertTrue(text(robot, "#train-look").contains("arm"));
    Node pictures = robot.lookup("#train-looked").query();
    assertFalse(pictures.isVisible(), "points are seen in the plane");
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    settle();
    assertFalse(robot.lookup("#train-look").query().isVisible());
  }

  @Test
  void keysOfTheScreenRestWhileThePresenterHidesIt(FxRobot robot) {
    enter(robot);
    push(robot, KeyCode.F5);
    push(robot, KeyCode.SPACE);
    settle();
    assertFalse(ask(() -> window.train().isPlaying()));
    assertTrue(ask(() -> desk.player().runningProperty().get()), "it plays draws there");
    push(robot, KeyCode.SPACE);
    push(robot, KeyCode.F5);
  }

  @Test
  void aRunIsAddedAndTakenAway(FxRobot robot) {
    enter(robot);
    robot.clickOn("#train-add").clickOn("#train-add");
    settle();
    assertEquals(4, robot.lookup(".lane").queryAll().size());
    assertTrue(robot.lookup("#train-add").queryAll().isEmpty(), "four are enough");
    robot.clickOn("#run-1 #train-remove");
    settle();
    assertEquals(3, robot.lookup(".lane").queryAll().size());
  }

  private static <T> void choose(FxRobot robot, String query, T value) {
    @SuppressWarnings("unchecked") // of these values
    ComboBox<T> picker = robot.lookup(query).queryAs(ComboBox.class);
    run(() -> picker.setValue(value));
  }
}

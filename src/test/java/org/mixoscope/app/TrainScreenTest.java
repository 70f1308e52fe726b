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
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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
import org.mixoscope.kernel.method.CutMix;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Journeys through Train with mouse and keyboard, by TestFX's robot and its rests: what is put
/// into the plane at once gets lost now and then.
@ExtendWith(ApplicationExtension.class)
class TrainScreenTest {
  private final MixModel model = Screens.model();
  private Desk desk;
  private MainWindow window;
  private final Screens.Answers answers = new Screens.Answers();

  @TempDir Path folder;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, answers);
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
    ComboBox<?> looked = robot.lookup("#train-looked").queryAs(ComboBox.class);
    assertEquals(2, looked.getItems().size(), "points are seen in the plane, or counted");
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    settle();
    assertFalse(robot.lookup("#train-look").query().isVisible());
  }

  /// Kept, changed, compared, renamed, taken away and back, saved, and opened again.
  @Test
  void anExperimentIsKeptSavedAndTrainedAgain(FxRobot robot) throws IOException {
    enter(robot);
    epochs(robot, 2);
    List<List<Double>> once = curves(robot);
    push(robot, KeyCode.B);
    ToggleButton compare = robot.lookup("#kept-compare").queryAs(ToggleButton.class);
    run(compare::fire);
    assertEquals(2, ask(() -> robot.lookup("#plot-loss .curve-kept").queryAll().size()));
    run(() -> robot.lookup("#train-kept-remove").queryAs(Button.class).fire());
    assertTrue(ask(() -> robot.lookup(".curve-kept").queryAll().isEmpty()));
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    settle();
    assertEquals(4, ask(() -> robot.lookup(".curve-kept").queryAll().size()), "undone");

    Path file = folder.resolve("mine.json");
    answers.answer = Optional.of(file);
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    answers.answer = Optional.of(folder.resolve("curves.svg"));
    push(robot, KeyCode.CONTROL, KeyCode.S);
    for (String item : List.of("train-out-table", "train-out-network-2", "train-out-script")) {
      answers.answer = Optional.of(folder.resolve(item));
      MenuButton out = robot.lookup("#train-out").queryAs(MenuButton.class);
      run(
          () ->
              out.getItems().stream()
                  .filter(one -> item.equals(one.getId()))
                  .forEach(MenuItem::fire));
    }
    assertTrue(Files.readString(folder.resolve("curves.svg")).contains("Mixup"));
    assertEquals(5, Files.readAllLines(folder.resolve("train-out-table")).size());
    assertTrue(Files.size(folder.resolve("train-out-network-2")) > 1000);
    assertTrue(Files.readString(folder.resolve("train-out-script")).contains("mixup"));
    assertTrue(Files.size(folder.resolve("train-out-script.npz")) > 1000);

    push(robot, KeyCode.S);
    choose(robot, "#train-data", "spirals");
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
    answers.answer = Optional.of(file);
    push(robot, KeyCode.CONTROL, KeyCode.R);
    settle();
    assertEquals(Command.TRAIN, window.frontProperty().get());
    assertEquals("epoch 0 · step 0/5", text(robot, "#train-progress"));
    epochs(robot, 2);
    assertEquals(once, curves(robot));

    Files.writeString(file, Files.readString(file).replace(": 1,", ": 9,"));
    push(robot, KeyCode.CONTROL, KeyCode.R);
    settle();
    Label toast = robot.lookup("#toast .label").queryAs(Label.class);
    assertTrue(toast.getText().contains("version 9"), toast.getText());
    assertEquals(once, curves(robot), "all stays as it was");
  }

  /// A data set that Explore has open, its sentences in both languages, one that is none, and what
  /// was trained on before.
  @Test
  void picturesOfTheUserAreTrainedOn(FxRobot robot) throws IOException {
    Path pictures = PictureFolders.of(folder.resolve("pictures"), 2);
    run(() -> desk.pool().open(pictures));
    enter(robot);
    MenuButton open = robot.lookup("#train-open-data").queryAs(MenuButton.class);
    run(open::show);
    run(
        () ->
            open.getItems().stream()
                .filter(item -> "train-open-explored".equals(item.getId()))
                .forEach(MenuItem::fire));
    run(open::hide);
    push(robot, KeyCode.COMMA);
    String found = text(robot, "#train-data-found");
    assertTrue(found.startsWith("All 12 pictures of pictures are used, 32×32, 6 classes."), found);
    assertTrue(found.contains("2 of them, a fifth of each class drawn by the seed"), found);
    epochs(robot, 1);
    run(() -> desk.messages().speak(Language.CHINESE));
    assertTrue(text(robot, "#train-data-found").contains("全部 12 张"));
    run(() -> desk.messages().speak(Language.ENGLISH));

    answers.answer = Optional.of(Files.createDirectory(folder.resolve("empty")));
    run(() -> open.getItems().getFirst().fire());
    assertTrue(text(robot, "#train-data-problem").contains("empty"));
    assertEquals("1", text(robot, "#train-progress").substring(6, 7), "the old ones stay");
    choose(robot, "#train-data", "moons");
    assertFalse(robot.lookup("#train-side").query().getParent().isVisible());
    choose(robot, "#train-data", pictures.toString());
    assertTrue(robot.lookup("#train-side").query().getParent().isVisible());
  }

  /// By mouse and by keys.
  @Test
  void pointsArePutMovedAndTakenAway(FxRobot robot) {
    enter(robot);
    run(() -> robot.lookup("#dot-class-2").queryAs(ToggleButton.class).fire());
    Node plane = robot.lookup("#lane-1 .plane").query();
    Point2D corner = Hands.centre(plane).subtract(100, -100);
    Hands.drag(robot, corner, corner.add(5, 0), corner.add(15, 0));
    settle();
    assertEquals("301 points of your own.", said(robot));
    robot.clickOn(corner.add(15, 0), MouseButton.SECONDARY);
    settle();
    assertEquals("300 points of your own.", said(robot));
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    settle();
    assertFalse(robot.lookup("#train-dots").query().isVisible(), "a drag is one step");

    run(() -> robot.lookup("#lane-1 #plane-cross").query().requestFocus());
    push(robot, KeyCode.RIGHT);
    push(robot, KeyCode.DIGIT1);
    push(robot, KeyCode.ENTER);
    settle();
    assertEquals("301 points of your own.", said(robot));
    assertTrue(robot.lookup("#dot-class-1").queryAs(ToggleButton.class).isSelected());
    push(robot, KeyCode.DELETE);
    settle();
    assertEquals("300 points of your own.", said(robot));
    run(() -> robot.lookup("#train-dots-back").queryAs(Button.class).fire());
    assertFalse(robot.lookup("#train-dots").query().isVisible());
  }

  private static String said(FxRobot robot) {
    return text(robot, "#train-dots").replaceFirst("(?<=\\.).*", "");
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

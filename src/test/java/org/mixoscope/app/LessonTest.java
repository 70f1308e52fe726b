package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A whole lesson: a photo of one's own, the box over the border, a step back and forth, a figure,
/// and the figure brings the lesson back.
@ExtendWith(ApplicationExtension.class)
class LessonTest {
  private final MixModel model = Screens.model();
  private final Screens.Answers dialogs = new Screens.Answers();

  @Start
  void start(Stage stage) {
    Look look = new Look(Theme.LIGHT);
    Messages messages = new Messages(Language.ENGLISH);
    MainWindow window =
        MainWindow.of(
            Desk.of(model, new PictureCache(), messages, look, dialogs, TaskRunner.inline()));
    Scene scene = new Scene(window, 1280, 800);
    look.dress(scene);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    window.requestFocus();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "svg", "pdf", "gif"})
  void figureOfALessonBringsItsStateBack(String format, @TempDir Path folder, FxRobot robot)
      throws Exception {
    Path photo = folder.resolve("my rocket.png");
    PictureWriter.write(rocket(), photo, null);
    dialogs.answer = Optional.of(photo);
    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
    assertEquals("my rocket", model.recipe().sources().get(1).className());

    dragTheBoxOverTheBorder(robot);
    Recipe clipped = model.recipe();
    Box whole = new CutMix(1).box(clipped.draw(), frame());
    assertTrue(whole.x2() > frame().width(), "sticks out");
    assertTrue(share() > clipped.draw().lambda(), "so A keeps more than was drawn");
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    assertNotEquals(clipped, model.recipe(), "the drag was one step");
    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertEquals(clipped, model.recipe());

    Path figure = folder.resolve("lesson." + format);
    dialogs.answer = Optional.of(figure);
    press(robot, KeyCode.CONTROL, KeyCode.S);
    assertTrue(Files.size(figure) > 10_000, "a figure with pictures in it");

    press(robot, KeyCode.CONTROL, KeyCode.DIGIT0);
    robot.type(KeyCode.M);
    assertNotEquals(clipped, model.recipe());
    copyFile(figure);
    press(robot, KeyCode.CONTROL, KeyCode.V);
    assertEquals(clipped, model.recipe());
  }

  private void dragTheBoxOverTheBorder(FxRobot robot) {
    run(() -> model.editDraw(d -> d.withLambda(0.75).at(0.5, 0.5)));
    Node box = robot.lookup("#box").query();
    Bounds at = box.localToScreen(box.getBoundsInLocal());
    Point2D start = new Point2D(at.getCenterX(), at.getCenterY());
    robot.moveTo(start).press(MouseButton.PRIMARY);
    robot.moveTo(start.add(10, 0)).moveTo(start.add(at.getWidth(), 0));
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Frame frame() {
    return Objects.requireNonNull(model.frame());
  }

  private double share() {
    return Objects.requireNonNull(model.mix()).effectiveLambda();
  }

  private static Pixels rocket() throws Exception {
    String location =
        Sample.ALL.stream()
            .filter(sample -> sample.name().equals("rocket"))
            .findFirst()
            .orElseThrow()
            .location();
    return new SourceReader(new PictureReader()).read(location).pixels();
  }

  private static void copyFile(Path file) {
    run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(file.toFile()));
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  private static void press(FxRobot robot, KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void run(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }
}

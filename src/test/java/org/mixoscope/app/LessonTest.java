package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.drag;
import static org.mixoscope.app.Hands.onScreen;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.state.MixModel;
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
import org.testfx.framework.junit5.Start;

/// A whole lesson: a photo of one's own, the box over the border, a step back and forth, a figure,
/// and the figure brings the lesson back.
@ExtendWith(InWindow.class)
class LessonTest {
  private final MixModel model = Screens.model();
  private final Screens.Answers dialogs = new Screens.Answers();

  @Start
  void start(Stage stage) {
    Screens.show(stage, Screens.desk(model, dialogs));
  }

  @Test
  void figuresOfALessonBringItsStateBack(@TempDir Path folder, FxRobot robot) throws Exception {
    Path photo = folder.resolve("my rocket.png");
    PictureWriter.write(rocket(), photo, null);
    dialogs.answer = Optional.of(photo);
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
    assertEquals("my rocket", model.recipe().sources().get(1).className());

    dragTheBoxOverTheBorder(robot);
    Recipe clipped = model.recipe();
    Box whole = new CutMix(1).box(clipped.draw(), frame());
    assertTrue(whole.x2() > frame().width(), "sticks out");
    assertTrue(share() > clipped.draw().lambda(), "so A keeps more than was drawn");
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertNotEquals(clipped, model.recipe(), "the drag was one step");
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertEquals(clipped, model.recipe());

    for (String format : List.of("png", "svg", "pdf", "gif")) {
      Path figure = folder.resolve("lesson." + format);
      dialogs.answer = Optional.of(figure);
      push(robot, KeyCode.CONTROL, KeyCode.S);
      assertTrue(Files.size(figure) > 10_000, "a figure with pictures in it");

      push(robot, KeyCode.CONTROL, KeyCode.DIGIT0);
      robot.type(KeyCode.M);
      assertNotEquals(clipped, model.recipe());
      copyFile(figure);
      push(robot, KeyCode.CONTROL, KeyCode.V);
      assertEquals(clipped, model.recipe(), format);
    }
  }

  private void dragTheBoxOverTheBorder(FxRobot robot) {
    run(() -> model.editDraw(d -> d.withLambda(0.75).at(0.5, 0.5)));
    Bounds at = onScreen(robot.lookup("#box").query());
    Point2D start = new Point2D(at.getCenterX(), at.getCenterY());
    drag(robot, start, start.add(10, 0), start.add(at.getWidth(), 0));
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
}

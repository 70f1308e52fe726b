package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.View;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Mixup;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Explore while it cannot be seen: it does nothing, and is right when it is back.
@ExtendWith(InWindow.class)
class CoveredScreenTest {
  private static final ValueLayout.OfInt BGRA =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MixModel model = Screens.model();
  private final Counting tasks = new Counting();
  private MainWindow window;
  private Label effective;
  private ImageView picture;

  /// Runs at once, and counts.
  private static final class Counting implements TaskRunner {
    int count;

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
      count++;
      TaskRunner.inline().run(work, done, failed);
    }

    @Override
    public void show(Runnable change) {
      TaskRunner.inline().show(change);
    }
  }

  @Start
  void start(Stage stage) {
    window =
        Screens.show(
            stage,
            Screens.desk(model, new Screens.Answers(), Language.ENGLISH, Theme.LIGHT, tasks));
    picture = (ImageView) window.lookup("#mixed-picture");
    effective = (Label) window.lookup("#effective-lambda");
  }

  @Test
  void nothingIsDrawnBehindAnotherScreen() {
    mixAnother();
    Seen before = seen();
    assertEquals(before, expected());
    change(() -> window.show(Command.COMPARE));
    mixAnother();
    assertEquals(before, seen());
    change(() -> model.setFrame(new Frame(400, 300), Fit.COVER));
    assertEquals(before, seen());
    assertNotEquals(before, expected(), "the mix is another");
    change(() -> window.show(Command.EXPLORE));
    assertEquals(expected(), seen());
  }

  @Test
  void nothingIsDrawnOrCountedBehindThePresenter(FxRobot robot) {
    mixAnother();
    Seen before = seen();
    push(robot, KeyCode.F5);
    frames();
    int counted = tasks.count;
    mixAnother();
    change(() -> model.edit(r -> r.retuned(new Mixup(0.3))));
    assertEquals(before, seen());
    assertEquals(counted, tasks.count);
    push(robot, KeyCode.ESCAPE);
    frames();
    assertEquals(expected(), seen());
    assertEquals(counted + 1, tasks.count, "one histogram, of the last method");
  }

  private void mixAnother() {
    change(model::drawNext);
    change(() -> model.editDraw(d -> d.withLambda(d.lambda() / 2)));
  }

  /// What a user sees of the mix.
  private record Seen(String effective, int width, int height, int pixels) {}

  /// What Explore shows, in front or not.
  private Seen seen() {
    Image image = picture.getImage();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), argb, 0, width);
    return new Seen(effective.getText(), width, height, Arrays.hashCode(argb));
  }

  /// What it has to show when it is in front.
  private Seen expected() {
    Pixels mixed = model.pictures().prepared().newOutput();
    model.render(View.MIXED, mixed);
    int[] argb = mixed.memory().asSlice(0, mixed.byteSize()).toArray(BGRA);
    return new Seen(
        LabelBar.number(model.mix().effectiveLambda()),
        mixed.width(),
        mixed.height(),
        Arrays.hashCode(argb));
  }

  private static void change(Runnable change) {
    run(change);
    frames();
  }

  /// Waits until whatever waits for the next frame has had it.
  private static void frames() {
    CountDownLatch frames = new CountDownLatch(3);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            frames.countDown();
          }
        };
    run(timer::start);
    assertDoesNotThrow(() -> frames.await());
    run(timer::stop);
  }
}

package org.mixoscope.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What a user in front of a window does and reads. Each waits until the window has answered, as
/// the robot does by itself.
public final class Hands {
  private static final long PATIENCE = 60_000;

  private Hands() {}

  /// Presses keys together.
  public static void push(FxRobot robot, KeyCode... keys) {
    robot.push(keys);
  }

  public static void click(FxRobot robot, String query) {
    robot.clickOn(query);
  }

  /// Drags over a point on the way: the first one only begins the gesture.
  public static void drag(FxRobot robot, Point2D from, Point2D over, Point2D to) {
    robot.moveTo(from).press(MouseButton.PRIMARY);
    robot.moveTo(over).moveTo(to).release(MouseButton.PRIMARY);
  }

  /// Does what no mouse or key does here.
  public static void run(Runnable change) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, change);
    settle();
  }

  public static <T> T ask(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE, question);
  }

  /// What is asked for is done, and what follows from it is laid out and drawn: not after a time,
  /// since on busy cores no time is long enough.
  public static void settle() {
    int frames = 0;
    do {
      // What events leave for later is done before the frame.
      ask(() -> true);
      awaitFrames(1);
      frames++;
    } while (frames < 5 && ask(Hands::isWaitingForLayout));
  }

  private static boolean isWaitingForLayout() {
    return Window.getWindows().stream()
        .map(Window::getScene)
        .anyMatch(scene -> scene != null && scene.getRoot().isNeedsLayout());
  }

  /// Waits for so many whole frames, however late they come.
  public static void awaitFrames(int count) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    AnimationTimer timer =
        new AnimationTimer() {
          private int frames;

          @Override
          public void handle(long now) {
            frames++;
            if (frames == count) {
              stop();
              // A frame begins with this, and is laid out and drawn before what comes later.
              Platform.runLater(() -> done.complete(true));
            }
          }
        };
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, timer::start);
    done.orTimeout(PATIENCE, TimeUnit.MILLISECONDS).join();
  }

  public static String text(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Label.class).getText();
  }

  public static String clipboard() {
    return ask(() -> Clipboard.getSystemClipboard().getString());
  }

  public static Bounds onScreen(Node node) {
    return node.localToScreen(node.getBoundsInLocal());
  }

  public static Point2D centre(Node node) {
    Bounds bounds = onScreen(node);
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  /// The headless platform swallows the first turn of the wheel, so the event is made here.
  ///
  /// @param at on the screen
  public static void wheel(Node node, Point2D at, double delta, boolean control) {
    Point2D scene = node.localToScene(node.screenToLocal(at));
    run(
        () ->
            Event.fireEvent(
                node,
                new ScrollEvent(
                    ScrollEvent.SCROLL,
                    scene.getX(),
                    scene.getY(),
                    at.getX(),
                    at.getY(),
                    false,
                    control,
                    false,
                    false,
                    false,
                    false,
                    0,
                    delta,
                    0,
                    delta,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null)));
  }
}

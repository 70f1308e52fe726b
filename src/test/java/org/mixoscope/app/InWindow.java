package org.mixoscope.app;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/// A stage for each test, which its method marked [Start] fills, and the robot that works in it:
/// TestFX's, but where that sleeps for times that are too long here and too short where cores are
/// full, this one waits until all is drawn that follows. One thread shows all windows, so each rest
/// would be one of all tests.
public final class InWindow extends FxRobot
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  /// What moves the mouse less between two clicks may make them one double click.
  private static final double NEAR = 32;

  private static final double STEP = 2;
  private static final int STEPS_A_FRAME = 8;

  /// Elsewhere a display hands on what the robot did, some time.
  private static final boolean IS_AT_ONCE = "Headless".equals(System.getProperty("glass.platform"));

  private final KeyboardRobot keyboard = robotContext().getKeyboardRobot();
  private final MouseRobot mouse = robotContext().getMouseRobot();

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == FxRobot.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return this;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    Object test = context.getRequiredTestInstance();
    Hands.run(
        () ->
            AnnotationSupport.findAnnotatedMethods(
                    test.getClass(), Start.class, HierarchyTraversalMode.TOP_DOWN)
                .forEach(start -> ReflectionSupport.invokeMethod(start, test, stage)));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    mouse.releaseNoWait();
    keyboard.releaseNoWait();
    Hands.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
  }

  @Override
  public FxRobot press(KeyCode... keys) {
    keyboard.pressNoWait(keys);
    return settled();
  }

  @Override
  public FxRobot release(KeyCode... keys) {
    keyboard.releaseNoWait(keys);
    return settled();
  }

  @Override
  public FxRobot push(KeyCode... keys) {
    keyboard.pressNoWait(keys);
    keyboard.releaseNoWait(Arrays.asList(keys).reversed().toArray(KeyCode[]::new));
    return settled();
  }

  @Override
  public FxRobot type(KeyCode... keys) {
    for (KeyCode key : keys) {
      push(key);
    }
    return this;
  }

  @Override
  public FxRobot type(KeyCode key, int times) {
    for (int i = 0; i < times; i++) {
      push(key);
    }
    return this;
  }

  @Override
  public FxRobot write(String text) {
    Scene scene = Hands.ask(() -> focused().getScene());
    text.codePoints()
        .forEach(
            typed ->
                robotContext()
                    .getBaseRobot()
                    .typeKeyboard(
                        scene,
                        typed == '\n' ? KeyCode.ENTER : KeyCode.UNDEFINED,
                        Character.toString(typed)));
    return settled();
  }

  private Window focused() {
    return Window.getWindows().stream()
        .filter(Window::isFocused)
        .findFirst()
        .orElseGet(this::targetWindow);
  }

  @Override
  public FxRobot press(MouseButton... buttons) {
    mouse.pressNoWait(buttons);
    return settled();
  }

  @Override
  public FxRobot release(MouseButton... buttons) {
    mouse.releaseNoWait(buttons);
    return settled();
  }

  /// Goes there, and on if what is there has moved meanwhile.
  @Override
  public FxRobot moveTo(PointQuery where, Motion motion) {
    Point2D to = where.query();
    move(to);
    Point2D now = where.query();
    for (int i = 0; i < 5 && !now.equals(to); i++) {
      to = now;
      move(to);
      now = where.query();
    }
    return this;
  }

  @Override
  public FxRobot moveBy(double x, double y, Motion motion) {
    move(robotContext().getBaseRobot().retrieveMouse().add(x, y));
    return this;
  }

  /// What is dragged has to stay below the pointer, since the headless platform says of no move
  /// that a button is down: so it is taken along in steps, a few in each frame. Otherwise there is
  /// one point on the way, which is aside where there is no way.
  private void move(Point2D to) {
    Point2D from = robotContext().getBaseRobot().retrieveMouse();
    double way = from.distance(to);
    if (mouse.getPressedButtons().isEmpty()) {
      mouse.moveNoWait(way < NEAR ? to.subtract(NEAR, NEAR) : from.midpoint(to));
      settled();
    } else {
      int steps = (int) (way / STEP);
      for (int i = 1; i < steps; i++) {
        mouse.moveNoWait(from.interpolate(to, (double) i / steps));
        if (i % STEPS_A_FRAME == 0) {
          settled();
        }
      }
    }
    mouse.moveNoWait(to);
    settled();
  }

  @Override
  public FxRobot clickOn(MouseButton... buttons) {
    mouse.pressNoWait(buttons);
    mouse.releaseNoWait(buttons);
    return settled();
  }

  @Override
  public FxRobot clickOn(PointQuery where, Motion motion, MouseButton... buttons) {
    return moveTo(where, motion).clickOn(buttons);
  }

  @Override
  public FxRobot doubleClickOn(MouseButton... buttons) {
    return clickOn(buttons).clickOn(buttons);
  }

  @Override
  public FxRobot doubleClickOn(PointQuery where, Motion motion, MouseButton... buttons) {
    return moveTo(where, motion).doubleClickOn(buttons);
  }

  @Override
  public FxRobot drag(MouseButton... buttons) {
    return press(buttons);
  }

  @Override
  public FxRobot drag(PointQuery from, MouseButton... buttons) {
    moveTo(from);
    return press(buttons);
  }

  @Override
  public FxRobot drop() {
    return release(new MouseButton[0]);
  }

  @Override
  public FxRobot dropTo(PointQuery to) {
    moveTo(to);
    return drop();
  }

  @Override
  public FxRobot dropBy(double x, double y) {
    moveBy(x, y);
    return drop();
  }

  private FxRobot settled() {
    if (!IS_AT_ONCE) {
      WaitForAsyncUtils.waitForFxEvents();
    }
    Hands.settle();
    return this;
  }
}

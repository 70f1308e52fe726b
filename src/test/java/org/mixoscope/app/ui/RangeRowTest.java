package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.awaitFrames;
import static org.mixoscope.app.Hands.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.InWindow;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.ResizeMix;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The two ends of a range are one control, by mouse, keys and text.
@ExtendWith(InWindow.class)
class RangeRowTest {
  private Button before;
  private final List<KeyCode> above = new ArrayList<>();
  private final List<String> gestures = new ArrayList<>();
  private Method method = MethodType.of("resizemix").initial();
  private ParameterPane pane;

  private ParameterPane pane() {
    return new ParameterPane(
        method.type(),
        () -> method,
        now -> {
          method = now;
          pane.show(now.settings());
        },
        new Gestures() {
          @Override
          public void beginGesture() {
            gestures.add("begin");
          }

          @Override
          public void endGesture() {
            gestures.add("end");
          }
        },
        new Messages(Language.ENGLISH));
  }

  @Start
  void start(Stage stage) {
    Theme.LIGHT.applyToApplication();
    before = new Button("before");
    pane = pane();
    VBox box = new VBox(before, pane, new Button("after"));
    Scene scene = new Scene(box, 340, 400);
    Theme.LIGHT.applyTo(scene);
    box.addEventHandler(KeyEvent.KEY_PRESSED, e -> above.add(e.getCode()));
    pane.show(method.settings());
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  @Test
  void arrowsHomeAndEndMoveTheThumbThatTabReached(FxRobot robot) {
    run(() -> robot.lookup("#max-side-field").<Node>query().requestFocus());
    robot.push(KeyCode.TAB);
    assertTrue(within(robot));
    robot.push(KeyCode.RIGHT);
    assertSides(0.11, 0.8);
    robot.push(KeyCode.END);
    assertSides(0.8, 0.8);
    robot.push(KeyCode.HOME);
    assertSides(0, 0.8);
    robot.push(KeyCode.TAB);
    robot.push(KeyCode.LEFT);
    assertSides(0, 0.79);
    robot.push(KeyCode.HOME);
    assertSides(0, 0);
    robot.push(KeyCode.END);
    assertSides(0, 1);
    assertEquals("0.00", robot.lookup("#min-side-field").queryAs(TextField.class).getText());
    assertEquals("1.00", robot.lookup("#max-side-field").queryAs(TextField.class).getText());
  }

  @Test
  void tabComesOutOnBothSides(FxRobot robot) {
    run(() -> slider(robot).requestFocus());
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    assertFalse(within(robot));
    run(() -> slider(robot).requestFocus());
    robot.push(KeyCode.TAB);
    assertTrue(within(robot));
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    assertTrue(within(robot));
    robot.push(KeyCode.TAB);
    robot.push(KeyCode.TAB);
    assertFalse(within(robot));
  }

  @Test
  void keysOfOthersPassThroughIt(FxRobot robot) {
    run(() -> slider(robot).requestFocus());
    above.clear();
    robot.push(KeyCode.F5);
    robot.push(KeyCode.A);
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.RIGHT);
    assertEquals(List.of(KeyCode.F5, KeyCode.A, KeyCode.ESCAPE), above);
  }

  @Test
  void endsAreTypedAndOneBeyondTheOtherIsRefused(FxRobot robot) {
    type(robot, "#min-side-field", "0,255");
    assertSides(0.255, 0.8);
    type(robot, "#max-side-field", "0.2");
    assertSides(0.255, 0.8);
    Node field = robot.lookup("#max-side-field").query();
    assertTrue(field.getPseudoClassStates().contains(PseudoClass.getPseudoClass("danger")));
    run(before::requestFocus);
    assertEquals("0.80", robot.lookup("#max-side-field").queryAs(TextField.class).getText());
  }

  @Test
  void aDragIsOneGestureAndStopsAtTheOtherEnd(FxRobot robot) {
    type(robot, "#max-side-field", "0.333");
    drag(robot, ".low-thumb", 20, 120);
    assertSides(0.333, 0.333);
    drag(robot, ".high-thumb", 2000);
    assertSides(0.333, 1);
    drag(robot, ".high-thumb", -20, -2000);
    assertSides(0.333, 0.333);
    drag(robot, ".low-thumb", -2000);
    assertSides(0, 0.333);
    assertEquals(
        Collections.nCopies(4, List.of("begin", "end")).stream().flatMap(List::stream).toList(),
        gestures);
  }

  @Test
  void eachStepOfADragIsShownWhileTheButtonIsDown(FxRobot robot) {
    List<Double> sides = new ArrayList<>();
    run(
        () ->
            slider(robot)
                .addEventHandler(
                    MouseEvent.MOUSE_DRAGGED, e -> sides.add(((ResizeMix) method).minSide())));
    drag(robot, ".low-thumb", 10, 30, 60);
    assertEquals(3, sides.stream().distinct().count(), sides::toString);
    assertEquals(sides.stream().sorted().toList(), sides);
    assertEquals(List.of("begin", "end"), gestures);
  }

  @Test
  void theBarMovesBothEndsAndKeepsTheirDistanceHoweverQuickly(FxRobot robot) {
    type(robot, "#max-side-field", "0.2");
    drag(robot, ".range-bar", 200);
    ResizeMix moved = (ResizeMix) ask(() -> method);
    assertTrue(moved.minSide() > 0.3, moved::toString);
    assertEquals(0.1, moved.maxSide() - moved.minSide(), 1e-9);
    drag(robot, ".range-bar", 2000);
    assertSides(0.9, 1);
    drag(robot, ".range-bar", -2000);
    assertSides(0, 0.1);
    assertTrue(within(robot));
  }

  @Test
  void thumbsThatLieOnEachOtherPartEitherWay(FxRobot robot) {
    for (String thumb : List.of(".low-thumb", ".high-thumb")) {
      type(robot, "#min-side-field", "0");
      type(robot, "#max-side-field", "0.333");
      type(robot, "#min-side-field", "0.333");
      drag(robot, thumb, 20, 2000);
      assertSides(0.333, 1);
      type(robot, "#max-side-field", "0.333");
      drag(robot, thumb, -20, -2000);
      assertSides(0, 0.333);
    }
  }

  @Test
  void aScreenReaderHearsBothEnds(FxRobot robot) {
    assertEquals("side of the box 0.10 – 0.80", ask(() -> slider(robot).getAccessibleText()));
    type(robot, "#min-side-field", "0.2");
    assertEquals("side of the box 0.20 – 0.80", ask(() -> slider(robot).getAccessibleText()));
  }

  /// The robot of the headless platform says of no move that a button is down, so that what it
  /// drags over would get the drag.
  private static void drag(FxRobot robot, String part, double... ways) {
    // Where things are is known once they were laid out.
    awaitFrames(2);
    run(
        () -> {
          Node node = robot.lookup(part).query();
          Bounds bounds = node.localToScene(node.getBoundsInLocal());
          double x = bounds.getCenterX();
          fire(node, MouseEvent.MOUSE_PRESSED, x, bounds.getCenterY());
          for (double way : ways) {
            fire(node, MouseEvent.MOUSE_DRAGGED, x + way, bounds.getCenterY());
          }
          fire(node, MouseEvent.MOUSE_RELEASED, x + ways[ways.length - 1], bounds.getCenterY());
        });
  }

  private static void fire(Node node, EventType<MouseEvent> type, double x, double y) {
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    PickResult picked = new PickResult(node, x, y);
    Event.fireEvent(
        node,
        new MouseEvent(
            null,
            node,
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            false,
            picked));
  }

  private static void type(FxRobot robot, String field, String text) {
    run(
        () -> {
          TextField typed = robot.lookup(field).queryAs(TextField.class);
          typed.requestFocus();
          typed.setText(text);
        });
    robot.push(KeyCode.ENTER);
  }

  private static RangeSlider slider(FxRobot robot) {
    return robot.lookup("#min-side-slider").queryAs(RangeSlider.class);
  }

  private boolean within(FxRobot robot) {
    return ask(() -> slider(robot).isFocused());
  }

  private void assertSides(double least, double most) {
    ResizeMix now = (ResizeMix) ask(() -> method);
    assertEquals(List.of(least, most), List.of(now.minSide(), now.maxSide()));
  }
}

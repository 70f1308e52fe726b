package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.centre;
import static org.mixoscope.app.Hands.drag;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;
import static org.mixoscope.app.Hands.wheel;

import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.state.Step;
import org.mixoscope.app.state.View;
import org.mixoscope.app.state.Viewport;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.recipe.Recipe;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Journeys of a user who looks closely: zoom, divider, glances, highlights, slow motion.
@ExtendWith(InWindow.class)
class LookingTest {
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  private final MixModel model = Screens.model();
  private final Sight sight = model.sight();

  @Start
  void start(Stage stage) {
    Screens.show(stage, Screens.desk(model, new Screens.Answers()));
  }

  @Test
  void theWheelZoomsAtThePointerAndTheBoxIsStillDragged(FxRobot robot) {
    run(() -> model.editDraw(d -> d.withLambda(0.75).at(0.5, 0.5)));
    Node canvas = robot.lookup("#canvas").query();
    Point2D corner = centre(robot.lookup("#grip-1-1").query());
    wheel(canvas, corner, 160, false);
    assertEquals(2, sight.viewportProperty().get().zoom(), 1e-9);
    Point2D after = centre(robot.lookup("#grip-1-1").query());
    assertEquals(0, corner.distance(after), 3, "the corner stays under the pointer");
    robot.moveTo(corner);
    settle();
    Recipe before = model.recipe();
    drag(robot, corner, corner.add(20, 10), corner.add(40, 26));
    assertTrue(model.recipe().draw().lambda() > before.draw().lambda(), "smaller box");
    Point2D dragged = centre(robot.lookup("#grip-1-1").query());
    assertEquals(0, corner.add(40, 26).distance(dragged), 6, "the corner follows the pointer");
    assertFalse(sight.seenProperty().get().equals(Sight.WHOLE));
    robot.type(KeyCode.DIGIT0);
    settle();
    assertEquals(Viewport.FIT, sight.viewportProperty().get());
    assertEquals(Sight.WHOLE, sight.seenProperty().get());
  }

  @Test
  void plusMinusAndArrowsDoWhatTheWheelAndTheHandDo(FxRobot robot) {
    Recipe before = model.recipe();
    robot.type(KeyCode.PLUS).type(KeyCode.PLUS).type(KeyCode.MINUS);
    settle();
    Viewport zoomed = sight.viewportProperty().get();
    assertEquals(Math.sqrt(2), zoomed.zoom(), 1e-9);
    run(() -> robot.lookup("#mixed-picture").query().requestFocus());
    robot.type(KeyCode.RIGHT).type(KeyCode.DOWN);
    settle();
    Viewport moved = sight.viewportProperty().get();
    assertTrue(moved.x() > zoomed.x() && moved.y() > zoomed.y());
    assertEquals(before, model.recipe(), "λ is not nudged meanwhile");
    Point2D middle = centre(robot.lookup("#canvas").query());
    robot.moveTo(middle).press(MouseButton.MIDDLE).moveTo(middle.add(30, 0));
    robot.release(MouseButton.MIDDLE);
    settle();
    assertTrue(sight.viewportProperty().get().x() < moved.x());
    assertEquals(before, model.recipe(), "the middle button does not drag the box");
  }

  @Test
  void aIsSeenAsLongAsItsKeyIsHeld(FxRobot robot) {
    robot.press(KeyCode.Q);
    settle();
    assertEquals(new View.Alone(0), sight.shownProperty().getValue());
    robot.release(KeyCode.Q);
    settle();
    assertEquals(View.MIXED, sight.shownProperty().getValue());
    robot.moveTo("#source-B .thumbnail-well").press(MouseButton.PRIMARY);
    settle();
    assertEquals(new View.Alone(1), sight.shownProperty().getValue());
    robot.release(MouseButton.PRIMARY);
    settle();
    assertEquals(View.MIXED, sight.shownProperty().getValue());
  }

  @Test
  void theDividerIsMovedByMouseAndKeys(FxRobot robot) {
    robot.type(KeyCode.I);
    settle();
    Point2D knob = centre(robot.lookup("#swipe").query());
    drag(robot, knob, knob.add(-40, 0), knob.add(-80, 0));
    assertEquals(-80, centre(robot.lookup("#swipe").query()).getX() - knob.getX(), 2);
    double dragged = sight.dividerProperty().get();
    Recipe before = model.recipe();
    robot.type(KeyCode.RIGHT);
    assertEquals(dragged + 0.01, sight.dividerProperty().get(), 1e-9);
    assertEquals(before, model.recipe());
    robot.clickOn("#do-SWIPE");
    settle();
    assertNull(sight.besideProperty().getValue());
    assertFalse(robot.lookup("#swipe").query().getParent().isVisible());
  }

  @Test
  void whatIsPointedAtLightsUpEverywhere(FxRobot robot) {
    robot.moveTo("#source-B .caption");
    settle();
    LabelBar bar = robot.lookup("#mixed-label").queryAs(LabelBar.class);
    assertTrue(isLit(bar.getChildren().get(1)), "its class in the label");
    assertTrue(isLit(robot.lookup("#box").query()), "its box");
    assertTrue(isLit(robot.lookup("#source-B").query()));
    assertFalse(isLit(bar.getChildren().get(0)));
    robot.moveTo("#beta-plot");
    settle();
    assertTrue(isLit(bar.getChildren().get(0)), "λ is the weight of A");
    assertFalse(isLit(robot.lookup("#source-B").query()));
    robot.moveTo("#pixel-status");
    settle();
    assertFalse(isLit(bar.getChildren().get(0)));
  }

  @Test
  void slowMotionIsWalkedThroughByKeysAndButtons(FxRobot robot) {
    Recipe before = model.recipe();
    robot.type(KeyCode.D).type(KeyCode.PERIOD);
    settle();
    assertEquals("2 · Place the box", robot.lookup("#step-title").queryAs(Label.class).getText());
    robot.clickOn("#step-NEXT_STEP");
    settle();
    assertEquals(Step.CLIP, sight.slowMotion().stepProperty().get());
    robot.type(KeyCode.COMMA).type(KeyCode.COMMA);
    settle();
    assertEquals(Step.DRAW, sight.slowMotion().stepProperty().get());
    robot.type(KeyCode.ESCAPE);
    settle();
    assertFalse(robot.lookup("#step-bar").query().isVisible());
    assertEquals(before, model.recipe());
  }

  @Test
  void aSweepIsStoppedBySpaceAndUndoneInOne(FxRobot robot) throws Exception {
    Recipe before = model.recipe();
    robot.type(KeyCode.W);
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> model.recipe().draw().lambda() > 0.04 && moves());
    robot.type(KeyCode.SPACE);
    settle();
    assertNotEquals(before, model.recipe());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    settle();
    assertEquals(before, model.recipe());
  }

  /// Whether λ is where a sweep from 0 has come to, not where it was before.
  private boolean moves() {
    return model.recipe().draw().lambda() < 0.5;
  }

  @Test
  void thePictureSaysWhatItShows(FxRobot robot) {
    run(() -> model.editDraw(d -> d.withLambda(0.75).at(0.5, 0.5)));
    ImageView picture = robot.lookup("#mixed-picture").queryAs(ImageView.class);
    assertEquals("mixed image, 75 % cat, 25 % coffee", picture.getAccessibleText());
    run(() -> model.editDraw(d -> d.withLambda(0)));
    assertEquals("mixed image, 0 % cat, 100 % coffee", picture.getAccessibleText());
  }

  private static boolean isLit(Node node) {
    return node.getPseudoClassStates().contains(LIT);
  }
}

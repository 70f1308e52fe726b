package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.onScreen;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.settle;
import static org.mixoscope.app.Hands.text;

import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.recipe.Recipe;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What is typed for a field that a click has missed is no command.
@ExtendWith(InWindow.class)
class TypedBesideFieldsTest {
  private final MixModel model = Screens.model();
  private Desk desk;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, new Screens.Answers());
    Screens.show(stage, desk);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"SLASH", "BACK_SLASH", "DIGIT7"})
  void whatBeginsLikeAPathOrANumberIsText(KeyCode first, FxRobot robot) {
    Recipe recipe = model.recipe();
    push(robot, first);
    assertFalse(robot.lookup("#keys-sheet").tryQuery().isPresent());
    push(robot, KeyCode.M);
    push(robot, KeyCode.R);
    push(robot, KeyCode.X);
    assertEquals(recipe, model.recipe());
    assertTrue(text(robot, "#toast .label").startsWith("No field has the focus"));
    push(robot, KeyCode.ENTER);
    push(robot, KeyCode.M);
    assertNotEquals(recipe, model.recipe(), "after Enter keys are commands again");
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"ESCAPE", "TAB"})
  void textEndsWithAKeyThatWritesNothing(KeyCode last, FxRobot robot) {
    Recipe recipe = model.recipe();
    push(robot, KeyCode.SLASH);
    push(robot, last);
    push(robot, KeyCode.M);
    assertNotEquals(recipe, model.recipe());
  }

  @Test
  void aClickEndsText(FxRobot robot) {
    Recipe recipe = model.recipe();
    push(robot, KeyCode.SLASH);
    Bounds bounds = onScreen(robot.lookup("#smoothing-field").query());
    robot.clickOn(bounds.getCenterX() - 200, bounds.getCenterY());
    push(robot, KeyCode.M);
    assertNotEquals(recipe, model.recipe());
  }

  @Test
  void aQuestionMarkStillShowsTheKeys(FxRobot robot) {
    push(robot, KeyCode.SHIFT, KeyCode.SLASH);
    assertTrue(robot.lookup("#keys-sheet").query().isVisible());
    assertTrue(text(robot, "#keys-typing").contains("Batch"));
    assertEquals(
        Command.values().length,
        robot.lookup("#keys-sheet .key-cap").queryAll().size(),
        "each command is in one group");
  }

  @Test
  void aClickBesideAFieldIsForIt(FxRobot robot) {
    Recipe recipe = model.recipe();
    TextField field = robot.lookup("#smoothing-field").queryAs(TextField.class);
    Bounds bounds = onScreen(field);
    robot.clickOn(bounds.getCenterX() - 200, bounds.getCenterY());
    settle();
    assertFalse(field.isFocused(), "far from it a click is for nothing");
    robot.clickOn(bounds.getCenterX(), bounds.getMinY() - 5);
    settle();
    assertTrue(field.isFocused());
    push(robot, KeyCode.M);
    assertEquals(recipe, model.recipe());
  }
}

package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.clipboard;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;
import static org.mixoscope.app.Hands.text;

import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Journeys through Tune and Audit with mouse and keyboard.
@ExtendWith(InWindow.class)
class TuneAndAuditScreenTest {
  private final MixModel model =
      Screens.model(Screens.recipe(new CutMix(1)).with(new Frame(64, 96), Fit.COVER));
  private MainWindow window;

  @Start
  void start(Stage stage) {
    window = Screens.show(stage, Screens.desk(model, new Screens.Answers()));
  }

  @Test
  void aSettingIsTunedByKeysUndoneAndUsed(FxRobot robot) {
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    assertEquals(Command.TUNE, window.frontProperty().get());
    String before = text(robot, "#setting-2 #number-partner");
    String changes = text(robot, "#changes");
    assertTrue(changes.contains("%"), changes);
    Slider alpha = robot.lookup("#setting-2 #alpha-slider").queryAs(Slider.class);
    run(alpha::requestFocus);
    robot.type(KeyCode.RIGHT, 12);
    settle();
    assertNotEquals(before, text(robot, "#setting-2 #number-partner"));
    assertNotEquals(changes, text(robot, "#changes"));
    assertEquals("own setting", text(robot, "#setting-2 #setting-source"));

    robot.clickOn("#use-2");
    settle();
    assertEquals(Command.EXPLORE, window.frontProperty().get());
    double tuned = ((CutMix) model.recipe().method()).alpha();
    assertTrue(tuned > 0.2 && tuned != 1, "α " + tuned);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(new CutMix(1), model.recipe().method());

    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z, 12).release(KeyCode.CONTROL);
    settle();
    assertEquals(before, text(robot, "#setting-2 #number-partner"));
    assertEquals(new CutMix(1), model.recipe().method(), "the recipe has its own history");
  }

  @Test
  void aPresetIsChosenAndCopiedAsARecipe(FxRobot robot) {
    run(() -> window.show(Command.TUNE));
    robot.clickOn("#setting-1 #setting-presets").clickOn("#preset-mixup-deit");
    settle();
    assertTrue(text(robot, "#setting-1 #setting-source").contains("arXiv:2012.12877"));
    robot.clickOn("#share-1").type(KeyCode.DOWN).type(KeyCode.ENTER);
    settle();
    String copied = clipboard();
    Recipe recipe = parsed(copied);
    assertEquals(0.1, recipe.smoothing());
    assertEquals("mixup", recipe.method().type().id());
    robot.clickOn("#share-1").clickOn("#do-COPY_TIMM");
    settle();
    String code = clipboard();
    assertTrue(code.contains("mixup_alpha=0.8"), code);
    assertEquals(new CutMix(1), model.recipe().method(), "Explore is left alone");
  }

  @Test
  void undoInTheBarIsThatOfTheScreenInFront(FxRobot robot) {
    run(() -> model.edit(r -> r.with(new CutMix(0.5))));
    Button undo = robot.lookup("#do-UNDO").queryAs(Button.class);
    assertFalse(undo.isDisabled());
    run(() -> window.show(Command.TUNE));
    assertTrue(undo.isDisabled(), "nothing is tuned");
    String before = text(robot, "#setting-1 #setting-source");
    robot.clickOn("#setting-1 #setting-presets").clickOn("#preset-mixup-deit");
    settle();
    assertNotEquals(before, text(robot, "#setting-1 #setting-source"));
    run(undo::fire);
    assertEquals(before, text(robot, "#setting-1 #setting-source"));
    assertEquals(new CutMix(0.5), model.recipe().method(), "Explore is left alone");
    run(() -> window.show(Command.EXPLORE));
    assertFalse(undo.isDisabled());
  }

  @Test
  void anAuditedFrameworkIsOpenedByEnter(FxRobot robot) {
    run(() -> model.edit(r -> r.with(new Draw(0.6, 0.9, 0.7))));
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT4).release(KeyCode.CONTROL);
    assertEquals(Command.AUDIT, window.frontProperty().get());
    assertTrue(text(robot, "#audit-summary").startsWith("2 of 9 "), text(robot, "#audit-summary"));
    assertFalse(robot.lookup("#audit-warning").query().isVisible());
    assertTrue(robot.lookup("#audit-use").queryAs(Button.class).isDisabled());

    run(() -> model.editDraw(draw -> draw.withLambda(1)));
    assertTrue(robot.lookup("#audit-warning").query().isVisible());
    assertTrue(text(robot, "#audit-summary").startsWith("All 9 "));
    run(() -> model.editDraw(draw -> draw.withLambda(0.6)));

    TableView<?> table = robot.lookup("#audit-table").queryAs(TableView.class);
    run(table::requestFocus);
    robot.type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.DOWN);
    robot.type(KeyCode.RIGHT);
    settle();
    assertEquals(0.61, model.recipe().draw().lambda(), 1e-9);
    assertEquals(2, table.getSelectionModel().getSelectedIndex(), "a new draw keeps the row");
    robot.type(KeyCode.ENTER);
    settle();
    assertEquals(Command.EXPLORE, window.frontProperty().get());
    assertEquals(new CutMix(1, BoxRule.TIMM_1_0_29, true), model.recipe().method());
    assertEquals(0.61, model.recipe().draw().lambda(), 1e-9);
  }

  private static Recipe parsed(String text) {
    try {
      return RecipeText.parse(text);
    } catch (RecipeException e) {
      throw new AssertionError(text, e);
    }
  }
}

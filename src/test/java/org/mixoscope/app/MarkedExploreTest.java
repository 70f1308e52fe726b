package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.clipboard;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;
import static org.mixoscope.app.Hands.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.explore.SightPart;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Journeys with pictures of which is known what is where.
@ExtendWith(InWindow.class)
class MarkedExploreTest {
  private final MixModel model =
      new MixModel(
          MarkedPictures.recipe(new CutMix(1), MarkedPictures.OBJECTS, MarkedPictures.OBJECTS)
              .with(new Frame(128, 128), Fit.COVER)
              .with(new Draw(0.9, 0.9, 0.95)),
          MarkedPictures.cache(),
          TaskRunner.inline());
  private final Screens.Answers answers = new Screens.Answers();
  private MainWindow window;

  @Start
  void start(Stage stage) {
    window = Screens.show(stage, Screens.desk(model, answers));
  }

  @Test
  void aGhostIsSaidWhereTheLabelIsAndToThoseWhoHear(FxRobot robot) {
    shown(robot, "#ghost");
    assertTrue(text(robot, "#ghost").startsWith("coffee (B) has "), text(robot, "#ghost"));
    ImageView picture = robot.lookup("#mixed-picture").queryAs(ImageView.class);
    assertTrue(picture.getAccessibleText().endsWith(text(robot, "#ghost")));
    assertTrue(text(robot, "#seen-objects").contains("fell away: 1"));

    run(() -> model.editDraw(draw -> draw.withLambda(0.7).at(0.5, 0.5)));
    waitFor(() -> robot.lookup("#ghost").queryAs(Label.class).getText().isEmpty());
    assertFalse(picture.getAccessibleText().contains("coffee (B)"));
  }

  @Test
  void objectsAreHiddenByAKeyAndThatIsRemembered(FxRobot robot) {
    shown(robot, "#marks");
    Node marks = robot.lookup("#marks").query();
    robot.type(KeyCode.O);
    waitFor(() -> !marks.isVisible());
    SightPart part = new SightPart(model.sight());
    assertEquals("{\"objects\":false}", part.remembered().toString());
    Recipe before = model.recipe();
    robot.type(KeyCode.O);
    waitFor(marks::isVisible);
    assertEquals(before, model.recipe());
    run(() -> part.recall(JsonNodeFactory.instance.objectNode().put("objects", false)));
    waitFor(() -> !marks.isVisible());
    run(() -> window.show(Command.AUDIT));
    assertTrue(robot.lookup("#audit-objects").tryQuery().isPresent(), "both are known");
  }

  @Test
  void marksAreTakenAwayGivenAndUndone(FxRobot robot) {
    Recipe before = model.recipe();
    robot.clickOn("#marks-B").clickOn("#remove-marks-B");
    settle();
    assertNull(model.recipe().sources().get(1).annotation());
    assertTrue(model.ghosts().isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    settle();
    assertEquals(before, model.recipe());

    answers.answer = Optional.of(Path.of("torn.json"));
    robot.clickOn("#marks-B").clickOn("#choose-marks-B");
    settle();
    assertEquals(before, model.recipe(), "what cannot be read is not taken");
    Label problem = robot.lookup("#problem-B").queryAs(Label.class);
    assertTrue(problem.getText().contains("torn.json"), problem.getText());
    assertTrue(robot.lookup("#marks").query().isVisible(), "what was there stays");

    answers.answer = Optional.of(Path.of(MarkedPictures.MANY));
    robot.clickOn("#marks-B").clickOn("#choose-marks-B");
    settle();
    String file = model.recipe().sources().get(1).annotation();
    assertTrue(file.endsWith(MarkedPictures.MANY), file);
    robot.push(KeyCode.CONTROL, KeyCode.L);
    settle();
    assertEquals(MarkedPictures.MANY, parsed(clipboard()).sources().get(1).annotation());
  }

  private static Recipe parsed(String text) {
    try {
      return RecipeText.parse(text);
    } catch (RecipeException e) {
      throw new AssertionError(text, e);
    }
  }

  /// What is drawn with the next frame of the screen.
  private static void shown(FxRobot robot, String query) {
    waitFor(
        () ->
            robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent()
                && !(robot.lookup(query).query() instanceof Label label
                    && label.getText().isEmpty()));
  }

  private static void waitFor(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
    settle();
  }
}

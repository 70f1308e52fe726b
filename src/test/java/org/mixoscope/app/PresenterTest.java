package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.settle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.explore.PresenterPart;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Presented;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a presenter chooses of the page, and words that are explained.
@ExtendWith(InWindow.class)
class PresenterTest {
  private final MixModel model = Screens.model();
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    Screens.show(shown, Screens.desk(model, new Screens.Answers()));
  }

  @Test
  void thePicturesStandBesideTheMixAtWill(FxRobot robot) {
    push(robot, KeyCode.V);
    assertFalse(presented().sources(), "there is no page of theirs yet");
    push(robot, KeyCode.F5);
    assertFalse(robot.lookup("#presenter-sources").query().isVisible());
    push(robot, KeyCode.V);
    assertTrue(robot.lookup("#presenter-sources").query().isVisible());
    assertEquals(List.of("A", "B"), letters(robot));
    push(robot, KeyCode.D);
    assertTrue(robot.lookup("#presenter #step-bar").query().isVisible(), "captions are there");
    push(robot, KeyCode.ESCAPE);
    push(robot, KeyCode.F5);
    assertTrue(robot.lookup("#presenter-sources").query().isVisible(), "as it was left");
    push(robot, KeyCode.V);
    assertFalse(robot.lookup("#presenter-sources").query().isVisible());
  }

  @Test
  void thePointerBringsTheControls(FxRobot robot) throws TimeoutException {
    push(robot, KeyCode.F5);
    Node sources = robot.lookup("#do-PRESENT_SOURCES").query();
    double middle = stage.getX() + stage.getWidth() / 2;
    robot.moveTo(middle, stage.getY() + stage.getHeight() / 2);
    robot.moveTo(middle, stage.getY() + 8);
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> ask(() -> sources.localToScene(sources.getLayoutBounds()).getMinY() >= 0));
    robot.clickOn(sources);
    settle();
    assertTrue(presented().sources());
    double before = size(robot);
    robot.clickOn("#do-TYPE_LARGER");
    settle();
    assertTrue(size(robot) > before);
  }

  @Test
  void lettersHaveSizesAndTheNextWindowHasTheSame(FxRobot robot) {
    push(robot, KeyCode.F5);
    double usual = size(robot);
    for (int i = 0; i < 9; i++) {
      push(robot, KeyCode.CONTROL, KeyCode.EQUALS);
    }
    assertEquals(Presented.LARGEST_TYPE, presented().type());
    assertTrue(size(robot) > 1.5 * usual);
    var next = new SimpleObjectProperty<>(Presented.USUAL);
    PresenterPart part = new PresenterPart(next);
    part.recall(new PresenterPart(model.sight().presentedProperty()).remembered());
    assertEquals(presented(), next.get());
    assertThrows(
        IllegalArgumentException.class,
        () -> part.recall(JsonNodeFactory.instance.objectNode().put("sources", 1)));
    for (int i = 0; i < 9; i++) {
      push(robot, KeyCode.CONTROL, KeyCode.MINUS);
    }
    assertTrue(size(robot) < usual);
  }

  @Test
  void wordsAreExplainedAtTheirControlsAndByAKey(FxRobot robot) {
    robot.clickOn("#glossary-EFFECTIVE");
    settle();
    assertTrue(explained(robot).startsWith("The part of the mix that really comes from A"));
    robot.push(KeyCode.ESCAPE);
    settle();
    assertTrue(robot.lookup("#glossary-text").tryQuery().isEmpty());
    robot.clickOn("#smoothing-field");
    push(robot, KeyCode.SHIFT, KeyCode.F1);
    assertTrue(explained(robot).startsWith("Takes ε from every label"), explained(robot));
    robot.push(KeyCode.ESCAPE);
    settle();
    assertTrue(robot.lookup("#glossary-text").tryQuery().isEmpty());
  }

  private static String explained(FxRobot robot) {
    return robot.lookup("#glossary-text").queryAs(Label.class).getText();
  }

  private Presented presented() {
    return model.sight().presentedProperty().get();
  }

  private static double size(FxRobot robot) {
    return robot.lookup(".presenter-method").queryAs(Label.class).getFont().getSize();
  }

  private static List<String> letters(FxRobot robot) {
    return robot.lookup(".presenter-letter").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }
}

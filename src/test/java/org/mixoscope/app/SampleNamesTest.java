package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.text;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Language;
import org.mixoscope.recipe.Recipe;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Classes of samples are read in the language of the window, and stay what they are.
@ExtendWith(InWindow.class)
class SampleNamesTest {
  private final MixModel model = Screens.model();
  private Desk desk;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, new Screens.Answers());
    Screens.show(stage, desk);
  }

  @Test
  void classesFollowTheLanguageAndTheRecipeDoesNot(FxRobot robot) {
    Recipe before = model.recipe();
    assertEquals(List.of("cat", "coffee"), segments(robot));
    speak(Language.CHINESE);
    assertEquals(List.of("猫", "咖啡"), segments(robot));
    assertEquals("猫", field(robot).getText());
    assertEquals("猫 + 咖啡", robot.lookup("#pair-cat-coffee").<Node>query().getAccessibleText());
    assertEquals(before, model.recipe());
    speak(Language.ENGLISH);
    assertEquals(List.of("cat", "coffee"), segments(robot));
    assertEquals("cat", field(robot).getText());
  }

  @Test
  void nameThatIsOnlyShownIsNoEdit(FxRobot robot) {
    speak(Language.CHINESE);
    Recipe before = model.recipe();
    run(field(robot)::requestFocus);
    robot.push(KeyCode.ENTER);
    assertEquals(before, model.recipe());
    run(() -> field(robot).setText("狗"));
    robot.push(KeyCode.ENTER);
    assertEquals("狗", model.recipe().sources().getFirst().className());
    assertEquals("狗", segments(robot).getFirst());
    speak(Language.ENGLISH);
    assertEquals("狗", field(robot).getText());
  }

  @Test
  void compareNamesItsPicturesAndCells(FxRobot robot) {
    run(() -> desk.actions().run(Command.COMPARE));
    Labeled pictures = robot.lookup("#compare-pictures").queryAs(Labeled.class);
    assertEquals("cat + coffee", pictures.getText());
    speak(Language.CHINESE);
    assertEquals("猫 + 咖啡", pictures.getText());
    assertTrue(text(robot, "#compare-status").contains("猫 "), text(robot, "#compare-status"));
  }

  private void speak(Language language) {
    run(() -> desk.messages().speak(language));
  }

  private static TextField field(FxRobot robot) {
    return robot.lookup("#class-A").queryAs(TextField.class);
  }

  private static List<String> segments(FxRobot robot) {
    return robot
        .from(robot.lookup("#mixed-label").<Node>query())
        .lookup(".segment")
        .queryAll()
        .stream()
        .map(segment -> (Label) segment.lookup(".label"))
        .map(Label::getText)
        .collect(Collectors.toList());
  }
}

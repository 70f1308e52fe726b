package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.click;
import static org.mixoscope.app.Hands.onScreen;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;
import static org.mixoscope.app.Hands.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.recipe.Source;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// With mouse and keyboard through a folder of pictures.
@ExtendWith(InWindow.class)
class FolderJourneyTest {
  private final MixModel model = Screens.model();
  private final Screens.Answers dialogs = new Screens.Answers();

  @Start
  void start(Stage stage) {
    Screens.show(stage, Screens.desk(model, dialogs));
  }

  @Test
  void aFolderIsOpenedWalkedThroughAndClosed(FxRobot robot, @TempDir Path root) throws Exception {
    PictureFolders.of(root, 5);
    Files.writeString(root.resolve("astronaut/astronaut-002.png"), "no picture");
    dialogs.answer = Optional.of(root);
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    assertEquals("Pair 1 of 30", text(robot, "#folder-position"));
    assertEquals(root.getFileName().toString(), text(robot, "#folder-name"));

    push(robot, KeyCode.PAGE_DOWN);
    assertEquals("Pair 2 of 30", text(robot, "#folder-position"));
    assertEquals("astronaut-001.png", file(0));
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals("Pair 1 of 30", text(robot, "#folder-position"));
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    push(robot, KeyCode.SHIFT, KeyCode.PAGE_DOWN);
    assertTrue(text(robot, "#problem-A").contains("astronaut-002.png is no picture"));
    assertEquals("astronaut-001.png", file(0), "the picture before stays");
    push(robot, KeyCode.SHIFT, KeyCode.PAGE_DOWN);
    assertEquals("astronaut-003.png", file(0));
    assertFalse(robot.lookup("#problem-A").query().getParent().isVisible());
    List<Source> before = model.recipe().sources();
    click(robot, "#do-RANDOM_PAIR");
    assertNotEquals(before, model.recipe().sources());

    click(robot, "#folder-close");
    assertTrue(robot.lookup("#pair-cat-coffee").tryQuery().isPresent());
  }

  @Test
  void theHalvesOfAThumbnailPutItIntoAOrB(FxRobot robot, @TempDir Path root) throws Exception {
    PictureFolders.of(root, 5);
    dialogs.answer = Optional.of(root);
    click(robot, "#do-OPEN_FOLDER");
    Bounds third = onScreen(robot.lookup("#thumbnail-3").query());
    robot.clickOn(third.getMinX() + 8, third.getCenterY());
    settle();
    assertEquals("astronaut-003.png", file(0));
    Bounds sixth = onScreen(robot.lookup("#thumbnail-6").query());
    robot.clickOn(sixth.getMaxX() - 8, sixth.getCenterY());
    settle();
    assertEquals("astronaut-003.png", file(0));
    assertEquals("cat-001.png", file(1));
    assertEquals("cat", model.recipe().sources().get(1).className());
    assertEquals("A 4 · B 7 of 30", text(robot, "#folder-position"));
  }

  @Test
  void arrowKeysAndEnterChooseInTheGrid(FxRobot robot, @TempDir Path root) throws Exception {
    PictureFolders.of(root, 5);
    dialogs.answer = Optional.of(root);
    click(robot, "#do-OPEN_FOLDER");
    double lambda = model.recipe().draw().lambda();
    Node grid = robot.lookup("#folder-grid").query();
    run(grid::requestFocus);
    push(robot, KeyCode.RIGHT);
    push(robot, KeyCode.DOWN);
    assertEquals("cat, cat-000.png, 6 of 30", grid.getAccessibleText());
    push(robot, KeyCode.SHIFT, KeyCode.ENTER);
    assertEquals("cat-000.png", file(1));
    assertEquals("astronaut-000.png", file(0));
    push(robot, KeyCode.END);
    push(robot, KeyCode.ENTER);
    assertEquals("rocket-004.png", file(0));
    assertTrue(robot.lookup("#thumbnail-29").tryQuery().isPresent(), "it is in view");
    assertEquals(lambda, model.recipe().draw().lambda(), "λ keeps its arrow keys to itself");
  }

  @Test
  void aFileDeletedMeanwhileIsExplainedOnItsPane(FxRobot robot, @TempDir Path root)
      throws Exception {
    PictureFolders.of(root, 3);
    dialogs.answer = Optional.of(root);
    click(robot, "#do-OPEN_FOLDER");
    Files.delete(root.resolve("astronaut/astronaut-001.png"));
    String before = file(0);
    Bounds second = onScreen(robot.lookup("#thumbnail-1").query());
    robot.clickOn(second.getMinX() + 8, second.getCenterY());
    settle();
    assertTrue(text(robot, "#problem-A").contains("astronaut-001.png is not there any more"));
    assertEquals(before, file(0));
  }

  @Test
  void aFolderWithoutPicturesIsExplainedInItsPlace(FxRobot robot, @TempDir Path root) {
    dialogs.answer = Optional.of(root);
    click(robot, "#do-OPEN_FOLDER");
    assertTrue(text(robot, "#folder-problem").startsWith(root + " has no pictures."));
    assertEquals("sample:cat", model.recipe().sources().getFirst().location());
  }

  private String file(int k) {
    return Path.of(model.recipe().sources().get(k).location()).getFileName().toString();
  }
}

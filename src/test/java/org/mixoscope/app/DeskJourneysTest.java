package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.centre;
import static org.mixoscope.app.Hands.clipboard;
import static org.mixoscope.app.Hands.drag;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.View;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Recipe;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Journeys with the tray, the presenter's page, the palette and code, and by keyboard alone.
@ExtendWith(InWindow.class)
class DeskJourneysTest {
  private static final KeyEvent TAB =
      new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false);

  private final MixModel model = Screens.model();
  private Desk desk;
  private MainWindow window;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    desk = Screens.desk(model, new Screens.Answers());
    window = Screens.show(stage, desk);
  }

  @Test
  void aKeptMixComesBackInOneStep(FxRobot robot) {
    assertTrue(robot.lookup("#tray").tryQuery().isEmpty(), "nothing is there before");
    Recipe first = model.recipe();
    push(robot, KeyCode.B);
    push(robot, KeyCode.R);
    push(robot, KeyCode.M);
    push(robot, KeyCode.B);
    Recipe second = model.recipe();
    assertEquals(List.of(first, second), desk.tray().kept());
    assertEquals(
        "CutMix, λ̂ 0.863, 86 % cat, 14 % coffee", items(robot).getFirst().getAccessibleText());

    robot.clickOn(items(robot).getFirst());
    settle();
    assertEquals(first, model.recipe());
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(second, model.recipe());
    push(robot, KeyCode.B);
    assertEquals(2, desk.tray().kept().size(), "each once");

    push(robot, KeyCode.SHIFT, KeyCode.B);
    assertFalse(window.lookup("#tray .scroll-pane").isVisible(), "folded");
  }

  @Test
  void aRemovedMixIsBroughtBackByKeysOrByTheButton(FxRobot robot) {
    List<Recipe> kept = keepThree();
    Recipe recipe = model.recipe();
    run(() -> items(robot).get(1).requestFocus());
    push(robot, KeyCode.DELETE);
    assertEquals(List.of(kept.get(0), kept.get(2)), desk.tray().kept());
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(kept, desk.tray().kept());
    assertEquals(recipe, model.recipe(), "the removal was done last, not the draw");
    assertTrue(items(robot).get(1).isFocused());

    push(robot, KeyCode.DELETE);
    robot.clickOn("#toast-undo");
    settle();
    assertEquals(kept, desk.tray().kept());

    run(() -> items(robot).get(0).requestFocus());
    push(robot, KeyCode.DELETE);
    run(model::drawNext);
    assertFalse(desk.toast().isVisible(), "the draw is what can be undone now");
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(recipe, model.recipe());
    assertEquals(2, desk.tray().kept().size());
  }

  @Test
  void theTrayIsPutInOrderByKeysAndByDragging(FxRobot robot) {
    List<Recipe> kept = keepThree();
    run(() -> items(robot).getFirst().requestFocus());
    push(robot, KeyCode.CONTROL, KeyCode.RIGHT);
    assertEquals(List.of(kept.get(1), kept.get(0), kept.get(2)), desk.tray().kept());
    assertTrue(items(robot).get(1).isFocused(), "the focus goes with it");
    push(robot, KeyCode.DELETE);
    assertEquals(List.of(kept.get(1), kept.get(2)), desk.tray().kept());
    assertTrue(items(robot).get(1).isFocused(), "the next one has the focus");

    Recipe before = model.recipe();
    Point2D from = centre(items(robot).getFirst());
    Point2D to = centre(items(robot).getLast());
    drag(robot, from, from.midpoint(to), to);
    assertEquals(List.of(kept.get(2), kept.get(1)), desk.tray().kept());
    assertEquals(before, model.recipe(), "a drag is no click");
  }

  @Test
  void keptMixesAreComparedWithEachOtherAndWithTheMixOfTheMoment(FxRobot robot) {
    keepThree();
    run(() -> items(robot).getFirst().requestFocus());
    push(robot, KeyCode.SHIFT, KeyCode.ENTER);
    Node page = robot.lookup("#side-by-side").query();
    assertTrue(page.isVisible());
    assertEquals(List.of("Now · CutMix", "1 · CutMix"), titles(robot));
    run(() -> items(robot).get(1).requestFocus());
    push(robot, KeyCode.SHIFT, KeyCode.ENTER);
    assertEquals(List.of("1 · CutMix", "2 · CutMix"), titles(robot));
    robot.clickOn("#side-by-side .icon-button");
    settle();
    assertFalse(page.isVisible());
  }

  private static List<String> titles(FxRobot robot) {
    return robot.lookup("#side-by-side .card-title").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  @Test
  void thePresenterShowsWhatIsPressedAndEscLeaves(FxRobot robot) {
    push(robot, KeyCode.F5);
    assertNotNull(window.lookup("#presenter"));
    Recipe before = model.recipe();
    push(robot, KeyCode.R);
    assertNotEquals(before, model.recipe(), "commands work");
    assertEquals("R", robot.lookup(".strip-cap").queryAs(Label.class).getText());
    push(robot, KeyCode.ESCAPE);
    assertEquals(null, window.lookup("#presenter"));
    assertFalse(stage.isFullScreen());
    assertTrue(window.lookup(".window").isVisible());
  }

  @Test
  void thePaletteRunsWhatIsFound(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.K);
    robot.write("ricap");
    settle();
    push(robot, KeyCode.ENTER);
    assertEquals("ricap", model.recipe().method().type().id());
    assertFalse(robot.lookup("#palette").query().isVisible());

    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.write("keras-3 mixup");
    settle();
    push(robot, KeyCode.DOWN);
    push(robot, KeyCode.UP);
    push(robot, KeyCode.ENTER);
    assertEquals(new Mixup(0.2), model.recipe().method());

    push(robot, KeyCode.CONTROL, KeyCode.K);
    robot.write("m");
    push(robot, KeyCode.ESCAPE);
    assertFalse(robot.lookup("#palette").query().isVisible());
    assertEquals(new Mixup(0.2), model.recipe().method(), "letters are no commands there");
  }

  @Test
  void settingsAreCopiedAsCode(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    assertTrue(clipboard().startsWith("mixoscope mix sample:cat sample:coffee -o mixed.png"));
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    assertTrue(clipboard().contains("cutmix_alpha=1.0"), clipboard());

    run(() -> model.choose(MethodType.of("ricap")));
    String before = clipboard();
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
    assertEquals(before, clipboard());
    assertEquals(
        "torchvision has no RICAP", robot.lookup("#toast .label").queryAs(Label.class).getText());
    MenuButton share = robot.lookup("#share-menu").queryAs(MenuButton.class);
    run(share::show);
    MenuItem item =
        share.getItems().stream()
            .filter(one -> "do-COPY_TORCHVISION".equals(one.getId()))
            .findFirst()
            .orElseThrow();
    assertTrue(item.isDisable());
    assertEquals("torchvision has no RICAP", item.getText());
    run(share::hide);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cutmix", "k-mixup"})
  void everyControlSpeaksAndIsReachedByTab(String method) {
    run(() -> model.choose(MethodType.of(method)));
    keepThree();
    Set<Node> focusable = new LinkedHashSet<>();
    collect(window, focusable);
    focusable.remove(window);
    List<String> silent =
        focusable.stream()
            .filter(node -> node.getAccessibleText() == null || node.getAccessibleText().isBlank())
            .map(Node::toString)
            .toList();
    assertEquals(List.of(), silent);

    Set<Node> reached = new LinkedHashSet<>();
    run(window::requestFocus);
    run(
        () -> {
          for (int i = 0; i < focusable.size() + 10; i++) {
            Event.fireEvent(stage.getScene().getFocusOwner(), TAB);
            reached.add(stage.getScene().getFocusOwner());
          }
        });
    focusable.removeAll(reached);
    focusable.removeIf(node -> node instanceof Toggle one && isOfAGroup(one, reached));
    assertEquals(Set.of(), focusable);
    assertTrue(reached.size() > 25, "else this test looks at nothing");
  }

  /// The arrow keys reach the others of a group, see [#arrowKeysChooseWithinAGroup].
  private static boolean isOfAGroup(Toggle toggle, Set<Node> reached) {
    return toggle.getToggleGroup() != null
        && toggle.getToggleGroup().getToggles().stream().anyMatch(reached::contains);
  }

  @Test
  void arrowKeysChooseWithinAGroup(FxRobot robot) {
    Recipe before = model.recipe();
    run(() -> robot.lookup(".stage-head .toggle-button").query().requestFocus());
    push(robot, KeyCode.RIGHT);
    assertEquals("A", ((ToggleButton) stage.getScene().getFocusOwner()).getText());
    push(robot, KeyCode.SPACE);
    assertEquals(new View.Alone(0), model.sight().viewProperty().get());
    assertEquals(before, model.recipe(), "λ stays");
  }

  @Test
  void whatAKeyTakesOffTheScreenLeavesTheKeysToTheWindow(FxRobot robot) {
    Point2D box = centre(robot.lookup("#box").query());
    drag(robot, box, box.add(10, 10), box.add(20, 20));
    assertEquals("box", stage.getScene().getFocusOwner().getId());
    push(robot, KeyCode.M);
    assertEquals(window, stage.getScene().getFocusOwner());

    run(() -> model.choose(MethodType.of("ricap")));
    run(() -> robot.lookup("#beta-slider").query().requestFocus());
    push(robot, KeyCode.C);
    assertEquals(window, stage.getScene().getFocusOwner());
    push(robot, KeyCode.SPACE);
    assertTrue(desk.player().runningProperty().get());
    push(robot, KeyCode.SPACE);
  }

  private static void collect(Node node, Set<Node> focusable) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()) {
      focusable.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, focusable));
    }
  }

  private List<Recipe> keepThree() {
    List<Recipe> kept = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      run(model::drawNext);
      kept.add(model.recipe());
      run(() -> desk.tray().keep(model.recipe()));
    }
    return kept;
  }

  private static List<Node> items(FxRobot robot) {
    return robot.lookup(".tray-item").queryAll().stream()
        .sorted(Comparator.comparing(Node::getLayoutX))
        .toList();
  }
}

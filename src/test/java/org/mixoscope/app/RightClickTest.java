package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.clipboard;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.kernel.Draw;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The menus of picture, sources and label.
@ExtendWith(InWindow.class)
class RightClickTest {
  private final MixModel model = Screens.model();
  private final Screens.Answers dialogs = new Screens.Answers();
  private Desk desk;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, dialogs);
    Screens.show(stage, desk);
    // The headless platform paints no menu that reaches beyond its screen while it opens.
    stage.setHeight(720);
  }

  @Test
  void thePictureIsCopiedKeptAndPutBackAsDrawn(FxRobot robot) {
    rightClick(robot, "#mixed-picture");
    assertTrue(item("right-menu.as-drawn").isDisable(), "nothing was moved");
    assertTrue(item("right-command.ZOOM_FIT").isDisable(), "all is seen");
    choose("right-command.COPY_RECIPE");
    assertTrue(RecipeText.looksLikeOne(clipboard()));

    Draw drawn = model.recipe().draw();
    run(() -> model.editDraw(d -> d.withLambda(0.9)));
    rightClick(robot, "#mixed-picture");
    choose("right-menu.as-drawn");
    assertEquals(drawn, model.recipe().draw());
    rightClick(robot, "#mixed-picture");
    choose("right-command.KEEP");
    assertEquals(List.of(model.recipe()), desk.tray().kept());
  }

  @Test
  void aSourceIsExchangedCopiedAndShownInItsFolder(FxRobot robot, @TempDir Path folder)
      throws IOException {
    List<Source> before = model.recipe().sources();
    rightClick(robot, "#source-B .thumbnail-well");
    assertTrue(item("right-menu.reveal").isDisable(), "a sample lies in no folder");
    assertTrue(item("right-menu.remove").isDisable(), "two are needed");
    choose("right-command.SWAP");
    assertEquals(before.reversed(), model.recipe().sources());

    Path file = PictureFolders.of(folder, 1).resolve("rocket/rocket-000.png");
    dialogs.answer = Optional.of(file);
    rightClick(robot, "#source-B .thumbnail-well");
    choose("right-menu.open");
    assertEquals(file.toString(), model.recipe().sources().get(1).location());
    rightClick(robot, "#source-B .thumbnail-well");
    choose("right-menu.copy-source");
    assertEquals(160, ask(() -> Clipboard.getSystemClipboard().getImage().getWidth()));
    rightClick(robot, "#source-B .thumbnail-well");
    choose("right-menu.reveal");
    assertEquals(Optional.of(file.getParent()), dialogs.revealed);
  }

  @Test
  void theLabelIsCopied(FxRobot robot) {
    run(() -> model.editDraw(d -> d.withLambda(0.75)));
    rightClick(robot, "#source-labels");
    assertTrue(item("right-menu.no-smoothing").isDisable());
    choose("right-menu.copy-vector");
    assertTrue(clipboard().matches("\\[0\\.\\d+, 0\\.\\d+]"), clipboard());
    rightClick(robot, "#source-labels");
    choose("right-menu.copy-named");
    assertTrue(clipboard().matches("cat: 0\\.\\d+, coffee: 0\\.\\d+"), clipboard());
    run(() -> model.edit(r -> r.withSmoothing(0.1)));
    rightClick(robot, "#source-labels");
    choose("right-menu.no-smoothing");
    assertEquals(0, model.recipe().smoothing());
  }

  @Test
  void theKeyboardAsksToo(FxRobot robot) {
    push(robot, KeyCode.SHIFT, KeyCode.F10);
    assertFalse(item("right-command.COPY_PICTURE").isDisable(), "of the picture, if nothing else");
    push(robot, KeyCode.ESCAPE);
    run(() -> robot.lookup("#source-A .icon-button").query().requestFocus());
    push(robot, KeyCode.SHIFT, KeyCode.F10);
    assertFalse(item("right-menu.open").isDisable());
  }

  @Test
  void theMenuSpeaksTheLanguageOfTheMoment(FxRobot robot) {
    push(robot, KeyCode.L);
    rightClick(robot, "#mixed-picture");
    assertEquals(
        desk.messages().get(Command.KEEP.key()) + "   B", item("right-command.KEEP").getText());
    assertEquals("保留这次混合   B", item("right-command.KEEP").getText());
  }

  /// The robot looks at all windows, so none may be coming or going.
  private static void rightClick(FxRobot robot, String query) {
    settle();
    robot.rightClickOn(query);
    settle();
  }

  private static void choose(String id) {
    MenuItem item = item(id);
    assertFalse(item.isDisable(), id);
    run(item::fire);
    run(() -> menu().ifPresent(ContextMenu::hide));
    settle();
  }

  private static MenuItem item(String id) {
    return ask(
        () ->
            menu().orElseThrow().getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow());
  }

  private static Optional<ContextMenu> menu() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof ContextMenu && window.isShowing())
        .map(ContextMenu.class::cast)
        .findFirst();
  }
}

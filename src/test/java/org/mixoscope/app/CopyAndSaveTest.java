package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.View;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.dataset.Sample;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Journeys of what leaves the Explore screen and comes back: recipes, pictures, figures.
@ExtendWith(InWindow.class)
class CopyAndSaveTest {
  private final MixModel model = Screens.model();
  private final Screens.Answers dialogs = new Screens.Answers();
  private MainWindow window;

  @Start
  void start(Stage stage) {
    window = Screens.show(stage, Screens.desk(model, dialogs));
  }

  @Test
  void aRecipeIsCopiedAndPastedBack(FxRobot robot) {
    run(() -> model.editDraw(d -> d.withLambda(0.3)));
    Recipe recipe = model.recipe();
    push(robot, KeyCode.CONTROL, KeyCode.L);
    settle();
    run(model::reset);
    assertNotEquals(recipe, model.recipe());
    push(robot, KeyCode.CONTROL, KeyCode.V);
    settle();
    assertEquals(recipe, model.recipe());
    run(() -> Clipboard.getSystemClipboard().setContent(text("mixoscope:broken")));
    push(robot, KeyCode.CONTROL, KeyCode.V);
    settle();
    assertEquals(recipe, model.recipe());
    assertTrue(robot.lookup("#toast").query().isVisible());
    assertEquals(
        "recipe: the line is damaged or cut off; copy it again whole",
        robot.lookup("#toast .label").queryAs(Label.class).getText());
  }

  @Test
  void pictureAndFigureAreCopiedTogetherWithTheRecipe(FxRobot robot) throws Exception {
    push(robot, KeyCode.CONTROL, KeyCode.C);
    Copied picture = copied();
    assertTrue(picture.pixels().sameAs(model.mixedPixels()), "the raw pixels");
    assertEquals(model.recipe(), RecipeText.parse(picture.text()));
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    Copied figure = copied();
    assertTrue(figure.pixels().width() > 3 * 451, "three pictures beside each other");
    assertEquals(model.recipe(), RecipeText.parse(figure.text()));
  }

  @Test
  void aFigureThatIsPastedBringsWhatSaysWhatIsWhere(FxRobot robot) {
    run(() -> model.edit(r -> r.with(0, r.sources().getFirst().withAnnotation(Sample.OBJECTS))));
    Recipe marked = model.recipe();
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    settle();
    run(() -> model.pictures().unmark(0));
    assertNull(model.marks(new View.Alone(0)));
    push(robot, KeyCode.CONTROL, KeyCode.V);
    settle();
    assertEquals(marked, model.recipe());
    assertNotNull(model.marks(new View.Alone(0)));
  }

  @Test
  void aDefectIsNamedAndTheWindowGoesOn(FxRobot robot) {
    run(() -> window.apologise(new IllegalStateException("a wheel came off")));
    Label text = (Label) robot.lookup("#toast").query().lookup(".label");
    assertTrue(text.getText().contains("a wheel came off"), text.getText());
    robot.type(KeyCode.R);
    assertEquals(1, model.recipe().index());
  }

  private record Copied(Pixels pixels, String text) {}

  private static Copied copied() {
    settle();
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          Clipboard clipboard = Clipboard.getSystemClipboard();
          return new Copied(ScreenPixels.rgb(clipboard.getImage()), clipboard.getString());
        });
  }

  @Test
  void anExportedPictureCarriesItsRecipe(FxRobot robot, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("mix.png");
    dialogs.answer = Optional.of(file);
    run(() -> model.editDraw(d -> d.withLambda(0.4)));
    Recipe recipe = model.recipe();
    push(robot, KeyCode.CONTROL, KeyCode.S);
    settle();
    assertTrue(Files.size(file) > 0);
    run(model::reset);
    push(robot, KeyCode.CONTROL, KeyCode.R);
    settle();
    assertEquals(recipe, model.recipe());
  }

  @Test
  void aSavedRecipeIsOpenedAgain(FxRobot robot, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("recipe.json");
    dialogs.answer = Optional.of(file);
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    settle();
    assertEquals(model.recipe(), RecipeText.parse(Files.readString(file)));
  }

  private static ClipboardContent text(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    return content;
  }
}

package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.click;
import static org.mixoscope.app.Hands.clipboard;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.dataset.Departure;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A recipe leaves with a figure or as text and arrives somewhere else.
@ExtendWith(InWindow.class)
class ArrivalJourneyTest {
  private final MixModel model = Screens.model();
  private final Screens.Answers dialogs = new Screens.Answers();
  private Desk desk;

  @TempDir Path root;
  private Path project = Path.of("");
  private Recipe recipe = model.recipe();

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, dialogs);
    Screens.show(stage, desk);
  }

  @BeforeEach
  void write() throws IOException {
    project = root.resolve("ada/project");
    Files.createDirectories(project.resolve("data"));
    Files.createDirectories(project.resolve("figures"));
    recipe =
        Recipe.of(new CutMix(1), 3, picture("data/cat.png", 1), picture("data/cup.png", 2, "mug"));
  }

  private Source picture(String name, int value) throws IOException {
    byte[] rgb = new byte[40 * 30 * 3];
    rgb[7] = (byte) value;
    Path file = project.resolve(name);
    PictureWriter.write(Pixels.of(rgb, new Frame(30, 40), 3), file, null);
    return Source.of(file);
  }

  private Source picture(String name, int value, String className) throws IOException {
    return picture(name, value).withClassName(className);
  }

  private Path saved(String name) throws IOException {
    Path file = project.resolve("figures").resolve(name);
    return Files.writeString(file, RecipeText.json(Departure.of(recipe, file.getParent())));
  }

  private void open(FxRobot robot, Path file) {
    dialogs.answer = Optional.of(file);
    push(robot, KeyCode.CONTROL, KeyCode.R);
  }

  private static String toast(FxRobot robot) {
    return ((Label) robot.lookup("#toast").query().lookup(".label")).getText();
  }

  @Test
  void aFigureIsSavedAndOpenedAfterItsFolderMoved(FxRobot robot) throws Exception {
    run(() -> model.edit(r -> recipe));
    Path figure = project.resolve("figures/figure.svg");
    dialogs.answer = Optional.of(figure);
    push(robot, KeyCode.CONTROL, KeyCode.S);
    String carried = EmbeddedRecipe.of(figure).orElseThrow();
    assertFalse(carried.contains("ada"), carried);
    assertTrue(carried.contains("\"../data/cat.png\""), carried);
    assertEquals(recipe, model.recipe(), "the window goes on with its own places");

    Files.move(project, root.resolve("bob"));
    open(robot, root.resolve("bob/figures/figure.svg"));
    assertEquals(
        root.resolve("bob/data/cat.png").toString(), model.recipe().sources().get(0).location());
    assertEquals("mug", model.recipe().sources().get(1).className());
    assertNotNull(model.mix());
    assertEquals("The recipe was restored.", toast(robot));
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(recipe, model.recipe());
  }

  @Test
  void aMissingPictureIsAskedForAndBringsTheOthers(FxRobot robot) throws Exception {
    Path file = saved("recipe.json");
    long bytes = Files.size(project.resolve("data/cat.png"));
    Files.move(project.resolve("data"), root.resolve("elsewhere"));
    open(robot, file);

    assertEquals(
        "The recipe was restored. Not found: cat.png, cup.png. Choose the file in the pane.",
        toast(robot));
    assertNull(model.mix());
    assertEquals(
        "cat.png (%d bytes) was not found. Where is it?".formatted(bytes),
        text(robot, "#problem-A"));
    assertEquals(List.of(), desk.recent().all());

    Path moved = root.resolve("elsewhere/cup.png");
    dialogs.answer = Optional.of(moved);
    click(robot, "#choose-B");
    assertEquals(
        List.of(
            new Source(root.resolve("elsewhere/cat.png").toString(), "cat"),
            new Source(moved.toString(), "mug")),
        model.recipe().sources());
    assertNotNull(model.mix());
    assertTrue(robot.lookup("#choose-B").tryQuery().isEmpty());
    assertEquals(recipe.draw(), model.recipe().draw());
  }

  @Test
  void anotherPictureOfTheSameNameIsNotTakenSilently(FxRobot robot) throws Exception {
    Path file = saved("recipe.json");
    Path other = Path.of(picture("data/cat.png", 99).location());
    open(robot, file);

    assertEquals(
        "The recipe was restored. Not found: cat.png. Choose the file in the pane. "
            + other
            + " has the same name, but other contents.",
        toast(robot));
    dialogs.answer = Optional.of(other);
    click(robot, "#choose-A");
    assertEquals(
        other + " is not the picture that the recipe means: its contents are others.",
        toast(robot));
    assertEquals(other.toString(), model.recipe().sources().get(0).location(), "as chosen");
    assertNotNull(model.mix());
  }

  @Test
  void aCopiedRecipeTellsNothingAndFindsThePicturesAmongTheRecentOnes(FxRobot robot)
      throws Exception {
    run(() -> model.edit(r -> recipe));
    push(robot, KeyCode.CONTROL, KeyCode.L);
    String line = clipboard();
    assertFalse(RecipeText.json(RecipeText.parse(line)).contains("ada"), line);
    run(() -> model.edit(r -> Screens.recipe(new CutMix(1))));
    push(robot, KeyCode.CONTROL, KeyCode.V);
    assertEquals(recipe, model.recipe());
  }

  @Test
  void theOpenFolderIsLookedIn(FxRobot robot) throws Exception {
    Path file = saved("recipe.json");
    Files.move(project.resolve("data"), root.resolve("pets"));
    dialogs.answer = Optional.of(root.resolve("pets"));
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    open(robot, file);

    assertEquals(
        root.resolve("pets/cat.png").toString(), model.recipe().sources().get(0).location());
    assertNotNull(model.mix());
  }

  @Test
  void aRecipeOfAnOlderVersionIsOpenedAsItIs(FxRobot robot) throws Exception {
    Path file = root.resolve("old.json");
    Files.writeString(file, RecipeText.json(recipe));
    open(robot, file);
    assertEquals(recipe, model.recipe());
    Files.delete(project.resolve("data/cat.png"));
    run(() -> model.edit(r -> Screens.recipe(new CutMix(1))));
    open(robot, file);
    assertEquals(recipe, model.recipe());
    assertEquals("The recipe was restored.", toast(robot));
  }
}

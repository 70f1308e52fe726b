package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;
import static org.mixoscope.app.Hands.text;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Files dropped on the screen. The headless platform knows no drag and drop.
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class DropTest {
  private final MixModel model = Screens.model();
  private Desk desk;
  private MainWindow screen;
  private Label files;
  private Path dragged = Path.of("nothing");

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, new Screens.Answers());
    screen = MainWindow.of(desk);
    screen.setPrefSize(1200, 800);
    files = new Label("drag me");
    files.setOnDragDetected(
        e -> {
          Dragboard board = files.startDragAndDrop(TransferMode.COPY);
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(dragged.toFile()));
          board.setContent(content);
          e.consume();
        });
    Screens.show(stage, desk, new Scene(new VBox(files, screen)));
  }

  @Test
  void aPictureDroppedOnAPaneBecomesThatSource(FxRobot robot, @TempDir Path folder)
      throws Exception {
    dragged = folder.resolve("grey.png");
    PictureWriter.write(Pixels.of(new byte[40 * 30 * 3], new Frame(30, 40), 3), dragged, null);
    drop(robot, "#source-B");
    assertEquals(dragged.toString(), model.recipe().sources().getLast().location());
    assertEquals("grey", model.recipe().sources().getLast().className());
  }

  @Test
  void aFileThatIsNoPictureIsExplainedOnThePaneItWasDroppedOn(FxRobot robot, @TempDir Path folder)
      throws Exception {
    Recipe before = model.recipe();
    dragged = Files.writeString(folder.resolve("notes.md"), "no picture");
    drop(robot, "#source-A");
    PictureException problem = model.pictures().slotProperty(0).get().problem();
    assertNotNull(problem);
    assertEquals(PictureException.Kind.NOT_AN_IMAGE, problem.kind());
    assertEquals(before, model.recipe());
  }

  @Test
  void anExportedPictureDroppedBackRestoresTheState(FxRobot robot, @TempDir Path folder)
      throws Exception {
    run(() -> model.editDraw(d -> d.withLambda(0.123)));
    Recipe recipe = model.recipe();
    dragged = folder.resolve("mix.png");
    PictureWriter.write(model.mixedPixels(), dragged, RecipeText.json(recipe));
    run(model::reset);
    assertNotEquals(recipe, model.recipe());
    drop(robot, "#mixed-picture");
    assertEquals(recipe, model.recipe());
  }

  @Test
  void aNetworkDroppedAnywhereSaysWhatTheMixIsOf(FxRobot robot, @TempDir Path folder)
      throws Exception {
    Recipe before = model.recipe();
    for (String place : List.of("#source-A", "#mixed-picture")) {
      dragged = Classifiers.write(folder.resolve(place.substring(1) + ".onnx"));
      drop(robot, place);
      assertEquals(dragged.getFileName().toString(), text(robot, "#prediction-title"));
      assertNotNull(desk.predictions().saidProperty().get());
    }
    assertEquals(before, model.recipe());
  }

  @Test
  void aPaneDroppedOnAnotherChangesPlacesWithIt(FxRobot robot) {
    List<Source> before = model.recipe().sources();
    robot.drag("#source-A .thumbnail-well").dropTo("#source-B .thumbnail-well");
    settle();
    assertEquals(before.reversed(), model.recipe().sources());
    robot.drag("#source-A .thumbnail-well").dropTo("#mixed-picture");
    settle();
    assertEquals(before.reversed(), model.recipe().sources(), "nowhere else");
  }

  @Test
  void theMixIsDraggedOutAsAPictureThatCarriesItsRecipe(FxRobot robot) throws Exception {
    draggedOut(robot, "#drag-mix");
  }

  @Test
  void theFigureIsDraggedOutAsAPictureThatCarriesItsRecipe(FxRobot robot) throws Exception {
    run(() -> desk.actions().run(Command.FIGURE));
    draggedOut(robot, "#drag-figure");
  }

  private void draggedOut(FxRobot robot, String handle) throws Exception {
    List<File> got = new ArrayList<>();
    run(
        () -> {
          files.setOnDragOver(e -> e.acceptTransferModes(TransferMode.COPY));
          files.setOnDragDropped(e -> got.addAll(e.getDragboard().getFiles()));
        });
    robot.drag(handle).dropTo(files);
    settle();
    assertEquals(1, got.size());
    String text = EmbeddedRecipe.of(got.getFirst().toPath()).orElseThrow();
    assertEquals(model.recipe(), RecipeText.parse(text));
  }

  @Test
  void aFolderOrALessonDroppedAnywhereIsOpened(FxRobot robot, @TempDir Path folder)
      throws Exception {
    dragged = PictureFolders.of(folder.resolve("pets"), 1);
    drop(robot, "#mixed-picture");
    PoolModel.Listing listing = desk.pool().listingProperty().get();
    assertNotNull(listing);
    assertEquals(dragged, listing.root());

    dragged = folder.resolve("one.mixoscope");
    Files.writeString(
        dragged,
        """
        {"mixoscope-lesson": 1, "title": "Mine", "summary": "s", "minutes": 1,
         "steps": [{"text": "Look."}, {"text": "That was it."}]}\
        """);
    drop(robot, "#source-A");
    assertEquals("Mine", screen.learning().given().orElseThrow().run().lesson().title().in("en"));
  }

  /// To the end of the column that it is in: the window is not high enough for all of it.
  private static void scrollTo(FxRobot robot, String query) {
    Node above = robot.lookup(query).query();
    while (above != null) {
      if (above instanceof ScrollPane pane) {
        run(() -> pane.setVvalue(pane.getVmax()));
      }
      above = above.getParent();
    }
    settle();
  }

  @Test
  void onBatchADataSetIsDroppedAnywhereAndAFolderToWriteOnItsField(
      FxRobot robot, @TempDir Path folder) throws Exception {
    run(() -> desk.actions().run(Command.BATCH));
    dragged = PictureFolders.of(folder.resolve("pets"), 1);
    drop(robot, "#batch-headline");
    assertEquals(dragged.toString(), field(robot, "#batch-source"));
    assertNull(desk.pool().listingProperty().get());
    Path pets = dragged;
    dragged = Files.createDirectory(folder.resolve("out"));
    scrollTo(robot, "#batch-target");
    drop(robot, "#batch-target");
    assertEquals(dragged.toString(), field(robot, "#batch-target"));
    assertEquals(pets.toString(), field(robot, "#batch-source"));
    dragged = Files.createDirectory(folder.resolve("textures"));
    drop(robot, "#batch-background");
    assertEquals(dragged.toString(), field(robot, "#batch-background"));
    assertEquals(pets.toString(), field(robot, "#batch-source"));
  }

  private static String field(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(TextField.class).getText();
  }

  private void drop(FxRobot robot, String target) {
    robot.drag(files, MouseButton.PRIMARY).dropTo(target);
    settle();
  }
}

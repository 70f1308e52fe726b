package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.click;
import static org.mixoscope.app.Hands.clipboard;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Language;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.Hidden;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Rows of the Batch screen that are there for some data sets, or bring something of their own:
/// what they say, how it is undone, what is copied and what the next window takes over.
@ExtendWith(InWindow.class)
class BatchRowsTest {
  private final MixModel model = Screens.model();
  private final Screens.Answers dialogs = new Screens.Answers();
  private Desk desk;
  private MainWindow window;

  @TempDir Path folder;
  private Path photos = Path.of("");
  private Path textures = Path.of("");
  private Path yolo = Path.of("");

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, dialogs);
    window = Screens.show(stage, desk);
  }

  @BeforeEach
  void writePictures() throws IOException {
    photos = PictureFolders.of(folder.resolve("pets"), 1);
    textures = folder.resolve("textures");
    write(textures.resolve("sand.png"));
    write(textures.resolve("wood/oak.png"));
    Files.writeString(textures.resolve("notes.txt"), "no picture");
    write(folder.resolve("street/images/1.png"));
    write(folder.resolve("street/images/2.png"));
    Files.createDirectories(folder.resolve("street/labels"));
    Files.writeString(folder.resolve("street/labels/1.txt"), "0 0.5 0.5 0.5 0.5\n");
    Files.writeString(folder.resolve("street/labels/2.txt"), "1 0.4 0.5 0.2 0.5\n");
    yolo =
        Files.writeString(
            folder.resolve("street/data.yaml"), "path: .\ntrain: images\nnames: [car, bus]\n");
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    byte[] bytes = new byte[20 * 16];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (7 * i + file.toString().length());
    }
    PictureWriter.write(Pixels.of(bytes, new Frame(16, 20), 1), file, null);
  }

  @Test
  void aBackgroundIsChosenUndoneCopiedAndTakenOver(FxRobot robot) throws IOException {
    open(robot, photos);
    assertFalse(robot.lookup("#batch-pairing").query().isDisabled());
    assertEquals("", text(robot, "#batch-background-found"));

    dialogs.answer = Optional.of(textures);
    click(robot, "#batch-background-folder");

    assertEquals(textures.toString(), field(robot, "#batch-background"));
    assertEquals(
        "Background: 2 pictures without a label\nLeft out: 1 .txt (no pictures)",
        text(robot, "#batch-background-found"));
    assertTrue(robot.lookup("#batch-pairing").query().isDisabled(), "nobody is paired");
    assertTrue(line(robot).contains(" --background " + textures + " "), line(robot));
    assertFalse(line(robot).contains("--pairing"), line(robot));
    JsonNode left = ask(window.batch()::remembered);
    assertEquals(textures.toString(), field(next(left), "#batch-background"));

    dialogs.answer = Optional.of(textures.resolve("sand.png"));
    click(robot, "#batch-background-file");
    assertEquals("Background: 1 picture without a label", text(robot, "#batch-background-found"));
    undo(robot);
    assertEquals(textures.toString(), field(robot, "#batch-background"));
    undo(robot);
    assertEquals("", field(robot, "#batch-background"));
    assertEquals("", text(robot, "#batch-background-found"));
    assertFalse(robot.lookup("#batch-pairing").query().isDisabled());
    assertFalse(line(robot).contains("--background"), line(robot));
  }

  @Test
  void whatIsNoBackgroundIsSaidBesideItInBothLanguages(FxRobot robot) throws IOException {
    open(robot, photos);
    type(robot, "#batch-target", folder.resolve("out").toString());
    assertFalse(robot.lookup("#batch-start").queryAs(Button.class).isDisabled());

    type(robot, "#batch-background", folder.resolve("nowhere").toString());
    String problem = text(robot, "#batch-making-problem");
    assertEquals(folder.resolve("nowhere") + " does not exist. Check the path.", problem);
    assertTrue(robot.lookup("#batch-start").queryAs(Button.class).isDisabled());
    type(robot, "#batch-background", textures.resolve("notes.txt").toString());
    assertTrue(text(robot, "#batch-making-problem").contains("is no picture that is read"));

    type(robot, "#batch-background", textures.toString());
    assertEquals("", text(robot, "#batch-making-problem"));
    assertFalse(robot.lookup("#batch-start").queryAs(Button.class).isDisabled());
    run(() -> desk.messages().speak(Language.CHINESE));
    assertTrue(text(robot, "#batch-background-found").startsWith("背景：2 张没有标签的图片"));
    type(robot, "#batch-background", "");
    assertEquals(Partners.ROLL, window.batch().optionsProperty().get().making().partners());
  }

  /// A rule of pairing goes with the data set: a background takes its place.
  @Test
  void aBackgroundTakesThePlaceOfARule(FxRobot robot) throws IOException {
    open(robot, photos);
    pick(robot, "#batch-pairing", Partners.Who.OTHER_CLASS);

    type(robot, "#batch-background", textures.toString());

    assertEquals("", text(robot, "#batch-making-problem"));
    assertFalse(line(robot).contains("--pairing"), line(robot));
    undo(robot);
    assertTrue(line(robot).contains(" --pairing other-class "), line(robot));
  }

  @Test
  void whatBecomesOfHiddenObjectsIsAskedWhereThereAreSome(FxRobot robot) throws IOException {
    open(robot, photos);
    for (String row : new String[] {"#batch-min-visible", "#batch-hidden", "#batch-label"}) {
      assertFalse(isSeen(robot, row), row + " without objects");
    }
    open(robot, yolo);
    for (String row : new String[] {"#batch-min-visible", "#batch-hidden", "#batch-label"}) {
      assertTrue(isSeen(robot, row), row + " with objects");
    }

    type(robot, "#batch-min-visible", "1.5");
    assertFalse(line(robot).contains("--min-visible"), "out of range");
    type(robot, "#batch-min-visible", "0.4");
    pick(robot, "#batch-hidden", Hidden.IGNORE);
    pick(robot, "#batch-label", Labelling.By.OBJECTS);

    assertTrue(
        line(robot).contains(" --min-visible 0.4 --hidden ignore --label objects "), line(robot));
    JsonNode left = ask(window.batch()::remembered);
    MainWindow next = next(left);
    assertEquals("0.4", field(next, "#batch-min-visible"));
    assertEquals(Hidden.IGNORE, picked(next, "#batch-hidden"));
    assertEquals(Labelling.By.OBJECTS, picked(next, "#batch-label"));

    undo(robot);
    assertEquals(Labelling.By.PIXELS, picked(window, "#batch-label"));
    undo(robot);
    assertEquals(Hidden.DROP, picked(window, "#batch-hidden"));
    assertEquals("0.4", field(robot, "#batch-min-visible"));
    undo(robot);
    assertEquals("0.1", field(robot, "#batch-min-visible"));
    assertFalse(line(robot).contains("--min-visible"), line(robot));
    assertFalse(line(robot).contains("--label "), line(robot));
  }

  /// Maps have nothing that hides, but areas.
  @Test
  void ofMapsOnlyTheLabelIsAsked(FxRobot robot) throws IOException {
    open(robot, yolo);

    pick(robot, "#batch-labels", Optional.of(TargetKind.MAP));

    assertFalse(isSeen(robot, "#batch-min-visible"));
    assertTrue(isSeen(robot, "#batch-label"));
  }

  @Test
  void whereThePicturesAreIsAskedWhereTheyAreNotFound(FxRobot robot) throws IOException {
    open(robot, photos);
    assertFalse(isSeen(robot, "#batch-pictures"));
    Path coco =
        Files.writeString(
            Files.createDirectories(folder.resolve("notes")).resolve("street.json"),
            """
            {"images": [{"id": 1, "file_name": "1.png", "width": 20, "height": 16}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 3, "bbox": [4, 5, 10, 8]}],
             "categories": [{"id": 3, "name": "car"}]}
            """);
    open(robot, coco);
    assertTrue(text(robot, "#batch-source-problem").contains("none of its pictures is in"));
    assertTrue(isSeen(robot, "#batch-pictures"));

    Path images = folder.resolve("street/images");
    dialogs.answer = Optional.of(images);
    click(robot, "#batch-pictures-folder");

    assertEquals("", text(robot, "#batch-source-problem"));
    assertTrue(text(robot, "#batch-found").startsWith("1 picture · 1 class"));
    assertEquals(images.toString(), field(robot, "#batch-pictures"));
    assertTrue(line(robot).contains(" --pictures " + images + " "), line(robot));
    JsonNode left = ask(window.batch()::remembered);
    assertEquals(images.toString(), field(next(left), "#batch-pictures"));

    undo(robot);
    assertTrue(text(robot, "#batch-source-problem").contains("none of its pictures is in"));
    assertEquals("", field(robot, "#batch-pictures"));
    assertFalse(line(robot).contains("--pictures"), line(robot));
  }

  private void open(FxRobot robot, Path source) {
    run(() -> window.show(Command.BATCH));
    type(robot, "#batch-source", source.toString());
  }

  private void undo(FxRobot robot) {
    run(window::requestFocus);
    push(robot, KeyCode.CONTROL, KeyCode.Z);
  }

  private String line(FxRobot robot) {
    run(window::requestFocus);
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    return clipboard();
  }

  /// The window of the next start, which takes over what this one left.
  private static MainWindow next(JsonNode left) {
    MainWindow[] next = new MainWindow[1];
    run(
        () -> {
          Desk desk = Screens.desk(Screens.model(), new Screens.Answers());
          next[0] = MainWindow.of(desk);
          desk.look().dress(new Scene(next[0], 990, 900));
          next[0].batch().recall(left);
          next[0].show(Command.BATCH);
          next[0].applyCss();
          next[0].layout();
        });
    return next[0];
  }

  private static boolean isSeen(FxRobot robot, String query) {
    Node control = robot.lookup(query).query();
    return ask(() -> control.getParent().isVisible());
  }

  private static String field(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(TextField.class).getText();
  }

  private static String field(MainWindow of, String query) {
    return ask(() -> ((TextField) of.lookup(query)).getText());
  }

  private static Object picked(MainWindow of, String query) {
    return ask(() -> ((ComboBox<?>) of.lookup(query)).getValue());
  }

  private static <T> void pick(FxRobot robot, String query, T value) {
    @SuppressWarnings("unchecked") // whoever asks knows what it offers
    ComboBox<T> picker = robot.lookup(query).queryAs(ComboBox.class);
    run(() -> picker.setValue(value));
  }

  private static void type(FxRobot robot, String query, String text) {
    TextField field = robot.lookup(query).queryAs(TextField.class);
    run(
        () -> {
          field.requestFocus();
          field.setText(text);
        });
    push(robot, KeyCode.ENTER);
  }
}

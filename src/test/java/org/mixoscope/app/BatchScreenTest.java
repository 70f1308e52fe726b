package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.click;
import static org.mixoscope.app.Hands.clipboard;
import static org.mixoscope.app.Hands.onScreen;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;
import static org.mixoscope.app.Hands.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.batch.BatchOptions;
import org.mixoscope.app.batch.ClipMaking;
import org.mixoscope.app.batch.Making;
import org.mixoscope.app.batch.PolicyChoice;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.JobSource;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.text.TextMethodType;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Journeys through Batch with mouse and keyboard, with jobs that really run.
@ExtendWith(InWindow.class)
class BatchScreenTest {
  private static final int PICTURES = 24;

  private final MixModel model = Screens.model();
  private final Screens.Answers dialogs = new Screens.Answers();
  private Desk desk;
  private MainWindow window;

  @TempDir Path folder;
  private Path source = Path.of("");

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, dialogs, Language.ENGLISH, Theme.LIGHT, TaskRunner.background(2));
    window = Screens.show(stage, desk);
  }

  @BeforeEach
  void writePictures() throws IOException {
    source = PictureFolders.of(folder.resolve("pets"), 4);
  }

  @Test
  void aJobIsCancelledResumedAndHasTheBytesOfBatchJob(FxRobot robot) throws Exception {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
    assertEquals(Command.BATCH, window.frontProperty().get());
    assertEquals("Choose a data set and a folder to write", text(robot, "#batch-headline"));
    choose(robot, "out");
    type(robot, "#batch-copies", "40");
    type(robot, "#batch-size", "16x12");
    assertEquals(40, window.batch().optionsProperty().get().making().copies());
    assertEquals(new Frame(12, 16), window.batch().optionsProperty().get().making().size());
    waitFor(() -> text(robot, "#batch-headline").startsWith("960 samples, about "));
    assertTrue(text(robot, "#batch-found").startsWith("24 pictures · 6 classes"));

    waitFor(() -> !button(robot, "#batch-start").isDisabled());
    stopAtFirstProgress(robot);
    push(robot, KeyCode.CONTROL, KeyCode.ENTER);
    waitFor(() -> text(robot, "#batch-headline").startsWith("Stopped: "));
    waitFor(() -> button(robot, "#batch-start").getText().equals("Resume"));
    assertFalse(button(robot, "#batch-start").isDisabled());

    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    String line = clipboard();
    assertTrue(line.startsWith("mixoscope batch "), line);
    assertTrue(line.endsWith(" --resume"), line);

    click(robot, "#batch-start");
    waitFor(() -> text(robot, "#batch-headline").contains(" samples in "));
    assertTrue(robot.lookup("#batch-samples").queryAs(Pane.class).getChildren().size() > 12);
    direct("direct", false);
    sameFiles();

    click(robot, "#batch-open");
    waitFor(() -> dialogs.revealed.isPresent());
    assertEquals(folder.resolve("out"), dialogs.revealed.get());
    click(robot, "#batch-use");
    assertEquals(Command.EXPLORE, window.frontProperty().get());
    waitFor(() -> desk.pool().listingProperty().get() != null);
    assertEquals(folder.resolve("out"), desk.pool().listingProperty().get().root());
  }

  @Test
  void closingTheWindowEndsAJobSoThatItCanBeResumed(FxRobot robot) throws Exception {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
    choose(robot, "out");
    type(robot, "#batch-copies", "40");
    type(robot, "#batch-size", "16x12");
    waitFor(() -> !button(robot, "#batch-start").isDisabled());
    AtomicReference<CompletableFuture<@Nullable Void>> closing = new AtomicReference<>();
    atFirstProgress(robot, () -> closing.set(window.batch().close()));
    push(robot, KeyCode.CONTROL, KeyCode.ENTER);
    waitFor(() -> closing.get() != null && closing.get().isDone());

    Progress end = direct("out", true);
    assertTrue(end.before() < end.total(), end::toString);
    direct("direct", false);
    sameFiles();
  }

  @Test
  void whatIsWrongIsSaidWhereItIsAndUndone(FxRobot robot) throws Exception {
    Files.writeString(source.resolve("cat/cat-001.png"), "no picture");
    Files.writeString(Files.createDirectories(folder.resolve("full")).resolve("a.txt"), "a");
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
    choose(robot, "full");
    waitFor(() -> text(robot, "#batch-target-problem").startsWith("This folder is not empty"));
    assertTrue(button(robot, "#batch-start").isDisabled());
    type(robot, "#batch-target", folder.resolve("out").toString());
    waitFor(() -> !button(robot, "#batch-start").isDisabled());
    type(robot, "#batch-probability", "2");
    assertEquals(1, window.batch().optionsProperty().get().making().probability());
    type(robot, "#batch-probability", "0.5");
    assertEquals(0.5, window.batch().optionsProperty().get().making().probability());
    run(window::requestFocus);
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals("1", robot.lookup("#batch-probability").queryAs(TextField.class).getText());

    waitFor(() -> !button(robot, "#batch-start").isDisabled());
    click(robot, "#batch-start");
    waitFor(() -> text(robot, "#batch-headline").contains(" samples in "));
    assertTrue(text(robot, "#batch-headline").endsWith("; 1 left out"));
    ListView<?> skipped = robot.lookup("#batch-skipped").queryListView();
    assertEquals(1, skipped.getItems().size());
    assertTrue(
        robot.lookup("#batch-skipped .list-cell").queryAllAs(ListCell.class).stream()
            .anyMatch(cell -> String.valueOf(cell.getText()).contains("cat-001.png")));
  }

  @Test
  void aJobBringsItsDataSetAndItsSettings(FxRobot robot) throws Exception {
    Making making =
        new Making(
            PolicyChoice.all().getLast(),
            1,
            Partners.ROLL,
            new Frame(12, 16),
            Fit.COVER,
            Decoding.EXACT,
            Channels.KEEP,
            Labelling.USUAL,
            null,
            2,
            false);
    JobDocument job =
        new JobDocument(
            new JobSource(source, ReadAs.USUAL, null),
            BatchOptions.USUAL.with(making).settings(model.recipe()));
    Path file = Files.writeString(folder.resolve("job.json"), job.text());
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT5);

    type(robot, "#batch-source", file.toString());

    waitFor(() -> text(robot, "#batch-found").startsWith("24 pictures · 6 classes"));
    assertEquals(
        source.toString(), robot.lookup("#batch-source").queryAs(TextField.class).getText());
    assertEquals(
        "unbiased · CutMix", robot.lookup("#batch-policy").queryAs(MenuButton.class).getText());
    waitFor(() -> text(robot, "#batch-headline").startsWith("48 samples, about "));
    Files.writeString(file, "{\"mixoscope-job\":1}");
    type(robot, "#batch-source", file.toString());
    waitFor(() -> text(robot, "#toast .label").contains("is not a job that can be run"));
    assertEquals(source, window.batch().optionsProperty().get().source());
    Path list = source.resolve("list.json");
    Files.writeString(
        list,
        "[{\"file_name\": \"cat/cat-000.png\", \"label\": \"cat\"},"
            + " {\"file_name\": \"coffee/coffee-000.png\", \"label\": \"cup\"}]");
    type(robot, "#batch-source", list.toString());
    waitFor(() -> text(robot, "#batch-found").startsWith("2 pictures · 2 classes"));
    assertEquals(list, window.batch().optionsProperty().get().source());
  }

  @Test
  void whichSplitIsAskedAndTheNumbersOfATableAreTakenForSuch(FxRobot robot) throws Exception {
    Path splits = Files.createDirectory(folder.resolve("splits"));
    Files.move(source, splits.resolve("train"));
    PictureFolders.of(splits.resolve("val"), 1);
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
    type(robot, "#batch-source", splits.toString());
    waitFor(() -> text(robot, "#batch-source-problem").contains("(train, val)"));
    pick(robot, "#batch-split", "val");
    waitFor(
        () ->
            text(robot, "#batch-found").startsWith("6 pictures · 6 classes · image folder · val"));
    assertEquals("", text(robot, "#batch-source-problem"));
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    assertTrue(clipboard().contains(" --split val "), clipboard());

    Path table = splits.resolve("ages.csv");
    Files.writeString(
        table, "file_name,age\nval/cat/cat-000.png,2.5\nval/retina/retina-000.png,40\n");
    type(robot, "#batch-source", table.toString());
    waitFor(() -> text(robot, "#batch-source-problem").contains("numbers such as 2.5"));
    pick(robot, "#batch-labels", Optional.of(TargetKind.NUMBER));
    waitFor(() -> text(robot, "#batch-found").startsWith("2 pictures"));
    run(window::requestFocus);
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    waitFor(() -> text(robot, "#batch-source-problem").contains("numbers such as 2.5"));
  }

  /// What is to be chosen follows what there is, in both languages, and can be undone.
  @Test
  void clipsAndTextsHaveChoicesOfTheirOwn(FxRobot robot) throws Exception {
    source = folder.resolve("gifs");
    for (String name : List.of("walk", "run")) {
      Gifs.write(Files.createDirectories(source.resolve(name)), "a", 1, 3, new Frame(8, 8));
    }
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
    choose(robot, "out");
    waitFor(() -> text(robot, "#batch-found").contains("have several frames"));
    assertFalse(isShown(robot, "#batch-along"));
    click(robot, "#batch-as-clips");
    waitFor(() -> text(robot, "#batch-headline").equals("2 samples"));
    assertFalse(isShown(robot, "#batch-channels"));
    pick(robot, "#batch-along", CourseType.RUN);
    pick(robot, "#batch-clip-format", ClipFormat.GIF);
    type(robot, "#batch-frames", "2");
    type(robot, "#batch-rate", "0");
    assertEquals(
        new ClipMaking(CourseType.RUN, ClipFormat.GIF, 2, 25),
        window.batch().optionsProperty().get().others().clips());
    run(window::requestFocus);
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals("", robot.lookup("#batch-frames").queryAs(TextField.class).getText());
    run(() -> desk.messages().speak(Language.CHINESE));
    waitFor(() -> text(robot, "#batch-found").equals("2 个类别的 2 段影像，逐帧混合。"));
    run(() -> desk.messages().speak(Language.ENGLISH));
    waitFor(() -> !button(robot, "#batch-start").isDisabled());
    click(robot, "#batch-start");
    waitFor(() -> text(robot, "#batch-headline").contains("2 samples in "));
    waitFor(() -> button(robot, "#batch-start").isDisabled());
    assertTrue(Files.exists(folder.resolve("out/data/00000001.gif")));

    source = Files.writeString(folder.resolve("t.csv"), "text,label\na b,x\nc d,y\n?,y\n");
    choose(robot, "texts");
    waitFor(() -> text(robot, "#batch-headline").equals("2 samples"));
    assertTrue(text(robot, "#batch-found").contains("1 row is left out"));
    assertFalse(isShown(robot, "#batch-text-pieces"));
    pick(robot, "#batch-text-method", TextMethodType.SENTENCES);
    assertTrue(isShown(robot, "#batch-text-pieces"));
    type(robot, "#batch-text-sources", "3");
    waitFor(() -> text(robot, "#batch-source-problem").contains("2 texts can be mixed, 3 are"));

    type(robot, "#batch-source", folder.resolve("out/run.json").toString());
    waitFor(() -> text(robot, "#batch-found").startsWith("2 clips of 2 classes"));
    assertEquals(
        new ClipMaking(CourseType.RUN, ClipFormat.GIF, null, 25),
        window.batch().optionsProperty().get().others().clips());
    type(robot, "#batch-target", folder.resolve("out").toString());
    waitFor(() -> text(robot, "#batch-needs").startsWith("This folder holds all of this job"));
  }

  private static boolean isShown(FxRobot robot, String query) {
    Node node = robot.lookup(query).query();
    return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
  }

  @Test
  void nothingMovesUnderThePointerWhileMessagesComeAndGo(FxRobot robot) throws Exception {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
    Node under = robot.lookup("#batch-policy").query();
    robot.moveTo(under);
    Bounds before = ask(() -> onScreen(under));
    type(robot, "#batch-source", source.toString());
    waitFor(() -> text(robot, "#batch-found").startsWith("24 pictures"));
    assertEquals(before.getMinY(), ask(() -> onScreen(under).getMinY()), 0.5, "more is said above");
    type(robot, "#batch-source", folder.resolve("nowhere").toString());
    waitFor(() -> !text(robot, "#batch-source-problem").isEmpty());
    assertEquals(before.getMinY(), ask(() -> onScreen(under).getMinY()), 0.5, "other things");
    type(robot, "#batch-source", "");
    waitFor(() -> text(robot, "#batch-source-problem").isEmpty());
    assertEquals(before.getMinY(), ask(() -> onScreen(under).getMinY()), 0.5, "less is said");

    robot.moveTo("#do-EXPLORE");
    settle();
    assertTrue(
        ask(() -> robot.lookup(".batch-choices").query().getBoundsInParent().getMinY()) == 0,
        "the room at the ends goes with the pointer");
  }

  @Test
  void aClickThatLeavesAFieldHitsWhatItWasAimedAt(FxRobot robot) throws Exception {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
    TextField field = robot.lookup("#batch-source").queryAs(TextField.class);
    click(robot, "#batch-source");
    run(() -> field.setText(source.toString()));
    CheckBox originals = robot.lookup("#batch-originals").queryAs(CheckBox.class);
    run(
        () -> {
          ScrollPane scroll = robot.lookup(".batch-left").queryAs(ScrollPane.class);
          scroll.setVvalue(scroll.getVmax() / 2);
        });
    boolean before = originals.isSelected();
    click(robot, "#batch-originals");
    assertEquals(source, window.batch().optionsProperty().get().source());
    assertEquals(!before, originals.isSelected());
    Bounds place = ask(() -> onScreen(originals));
    waitFor(() -> text(robot, "#batch-found").startsWith("24 pictures"));
    assertEquals(place.getMinY(), ask(() -> onScreen(originals).getMinY()), 0.5);
  }

  @Test
  void lettersAreNoCommandsHereButKeysWithCtrlAre(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
    Recipe recipe = model.recipe();
    Theme theme = desk.look().themeProperty().get();
    for (KeyCode key :
        List.of(KeyCode.T, KeyCode.M, KeyCode.R, KeyCode.X, KeyCode.S, KeyCode.L, KeyCode.SPACE)) {
      push(robot, key);
    }
    assertEquals(recipe, model.recipe());
    assertEquals(theme, desk.look().themeProperty().get());
    assertEquals(Language.ENGLISH, desk.messages().languageProperty().get());
    push(robot, KeyCode.F1);
    assertTrue(robot.lookup("#keys-sheet").query().isVisible());
    push(robot, KeyCode.ESCAPE);
    push(robot, KeyCode.F5);
    push(robot, KeyCode.T);
    assertNotEquals(theme, desk.look().themeProperty().get(), "the presenter hides the fields");
    push(robot, KeyCode.ESCAPE);
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
    assertEquals(Command.EXPLORE, window.frontProperty().get());
  }

  @Test
  void aJobIsFollowedFromOtherScreens(FxRobot robot) throws Exception {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
    choose(robot, "out");
    type(robot, "#batch-copies", "40");
    type(robot, "#batch-size", "16x12");
    waitFor(() -> !button(robot, "#batch-start").isDisabled());
    assertFalse(button(robot, "#job-status").isVisible());
    List<String> said = new ArrayList<>();
    run(
        () -> {
          Button status = button(robot, "#job-status");
          status
              .accessibleTextProperty()
              .subscribe(
                  now -> {
                    if (status.isVisible()) {
                      said.add(now);
                    }
                  });
        });
    // At once: all of it might be over before the next key.
    run(
        () -> {
          Event.fireEvent(window, withControl(KeyCode.ENTER));
          window.show(Command.COMPARE);
        });
    waitFor(() -> !said.isEmpty() && said.getLast().startsWith("Batch has written out: 960 of"));
    assertTrue(said.getFirst().startsWith("Batch writes out: "), said::toString);
    assertTrue(button(robot, "#job-status").isVisible());
    click(robot, "#job-status");
    assertEquals(Command.BATCH, window.frontProperty().get());
    assertFalse(button(robot, "#job-status").isVisible(), "its screen says it");
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
    assertFalse(button(robot, "#job-status").isVisible(), "it has been seen");
  }

  private static <T> void pick(FxRobot robot, String query, T value) {
    @SuppressWarnings("unchecked") // whoever asks knows what it offers
    ComboBox<T> picker = robot.lookup(query).queryAs(ComboBox.class);
    assertTrue(picker.isVisible());
    run(() -> picker.setValue(value));
  }

  private void choose(FxRobot robot, String target) throws TimeoutException {
    String before = text(robot, "#batch-found");
    dialogs.answer = Optional.of(source);
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    // What is found moves all that is below it.
    waitFor(() -> !text(robot, "#batch-found").equals(before));
    dialogs.answer = Optional.of(folder.resolve(target));
    click(robot, "#batch-target-folder");
  }

  private static void type(FxRobot robot, String query, String text) {
    Node control = robot.lookup(query).query();
    TextField field =
        control instanceof ComboBox<?> combo ? combo.getEditor() : (TextField) control;
    run(
        () -> {
          field.requestFocus();
          field.setText(text);
        });
    push(robot, KeyCode.ENTER);
  }

  private void stopAtFirstProgress(FxRobot robot) {
    atFirstProgress(robot, () -> Event.fireEvent(window, withControl(KeyCode.PERIOD)));
  }

  private static KeyEvent withControl(KeyCode key) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false);
  }

  /// The job might be over before the robot's next key.
  private static void atFirstProgress(FxRobot robot, Runnable then) {
    AtomicBoolean done = new AtomicBoolean();
    run(
        () ->
            robot
                .lookup("#batch-headline")
                .queryAs(Label.class)
                .textProperty()
                .subscribe(
                    (old, now) -> {
                      if (!done.getAndSet(true)) {
                        then.run();
                      }
                    }));
  }

  private static Button button(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Button.class);
  }

  /// A job takes its time.
  private static void waitFor(Callable<Boolean> there) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> ask(there));
    Hands.settle();
  }

  private Progress direct(String target, boolean resume) throws Exception {
    Recipe recipe = model.recipe();
    try (DataSet data = DataSet.open(source)) {
      return new BatchJob(
              source,
              ReadAs.USUAL,
              data,
              window.batch().optionsProperty().get().settings(recipe),
              ProgramVersion.read())
          .run(folder.resolve(target), 2, resume, (made, progress) -> {});
    }
  }

  private void sameFiles() throws IOException {
    assertEquals(files(folder.resolve("direct")), files(folder.resolve("out")));
    for (String file : files(folder.resolve("direct"))) {
      assertEquals(
          -1,
          Files.mismatch(folder.resolve("direct/" + file), folder.resolve("out/" + file)),
          file);
    }
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}

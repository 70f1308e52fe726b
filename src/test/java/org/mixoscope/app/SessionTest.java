package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.batch.BatchOptions;
import org.mixoscope.app.batch.Making;
import org.mixoscope.app.batch.OtherMaking;
import org.mixoscope.app.batch.PolicyChoice;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.memory.MemoryFile;
import org.mixoscope.app.memory.Remembered;
import org.mixoscope.app.state.FigureSettings;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.View;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.Panel;
import org.mixoscope.figure.Paper;
import org.mixoscope.figure.Sweep;
import org.mixoscope.figure.Template;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What one window leaves and the next takes over.
@ExtendWith(InWindow.class)
class SessionTest {
  private static final FigureSettings FIGURE =
      new FigureSettings(
          Template.COLUMN,
          Paper.LIGHT,
          Set.of(Panel.MIX, Panel.BETA),
          true,
          "猫 \"1\"",
          FigureFormat.GIF,
          3,
          Sweep.Over.DRAWS,
          7,
          Language.CHINESE);
  private static final BatchOptions BATCH =
      new BatchOptions(
          Path.of("/data/猫"),
          ReadAs.USUAL,
          null,
          new Making(
              PolicyChoice.all().getLast(),
              0.7,
              Partners.OTHER_CLASS,
              new Frame(20, 30),
              Fit.CONTAIN,
              Decoding.EXACT,
              Channels.THREE,
              Labelling.USUAL,
              0.25,
              3,
              true),
          OtherMaking.USUAL,
          new OutputSettings(OutputFormat.WEBDATASET, new Encoding.Jpeg(80), true),
          true,
          100,
          5);

  private final MixModel model = Screens.model();
  private Desk desk;
  private MainWindow window;
  private WindowPlace place;
  private MemoryFile file;
  private Session session;

  @TempDir Path folder;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, new Screens.Answers());
    window = Screens.show(stage, desk);
    place = new WindowPlace(stage);
    file = new MemoryFile(folder.resolve("settings.json"));
    session = new Session(desk, window, place, file);
  }

  @Test
  void oneWindowTakesOverFromTheLast() {
    takeOver(last(partsOfTheFirstVersion()));
    Map<String, JsonNode> parts = new LinkedHashMap<>(ask(session::now).parts());
    ((ObjectNode) parts.get("figure")).put("theme", "dark");
    parts.put("someday", TextNode.valueOf("a screen that is not there yet"));
    Remembered last = last(parts);
    takeOver(last);

    assertEquals(last, ask(session::now));
  }

  @Test
  void whatSaysWhatIsWhereAndSoftLabelsComeThroughARestart() throws IOException {
    Source cat = Sample.ALL.getFirst().source();
    Map<String, Double> label = new LinkedHashMap<>();
    label.put("kitten", 0.25);
    label.put("cat", 0.75);
    Source soft = new Source(cat.location(), "cat", Sample.OBJECTS, label);
    run(() -> model.edit(r -> r.with(0, soft)));
    Recipe left = model.recipe();
    file.write(
        new Remembered(
            null,
            Theme.LIGHT,
            Language.ENGLISH,
            left,
            "EXPLORE",
            List.of(List.of(soft, cat)),
            List.of(left),
            false,
            Map.of()));
    run(() -> model.edit(r -> r.with(0, cat)));

    Remembered last = new MemoryFile(folder.resolve("settings.json")).read().remembered();
    MixModel next = Screens.model(Objects.requireNonNull(last.recipe()));

    assertEquals(left, next.recipe());
    assertEquals(List.of("cat", "kitten", "coffee"), next.recipe().classes());
    assertNotNull(next.marks(new View.Alone(0)));
    assertEquals(List.of(soft, cat), last.recent().getFirst());
    assertEquals(List.of(left), last.tray());
  }

  /// Closed on Batch, it begins there; Explore is loaded when it is first seen.
  @Test
  void aScreenThatWasNotInFrontAtFirstIsLoadedWhenItIs(FxRobot robot) {
    Remembered onBatch =
        new Remembered(null, null, null, null, "BATCH", List.of(), List.of(), true, Map.of());
    takeOver(onBatch);
    run(window::load);
    assertEquals(Command.BATCH, window.frontProperty().get());

    run(() -> window.show(Command.EXPLORE));

    assertTrue(halves(robot).allMatch(half -> half.getImage() != null));
    assertTrue(halves(robot).findAny().isPresent());
  }

  private static Stream<ImageView> halves(FxRobot robot) {
    return robot.lookup(".pair").queryAllAs(Button.class).stream()
        .flatMap(pair -> ((HBox) pair.getGraphic()).getChildren().stream())
        .map(ImageView.class::cast);
  }

  @Test
  void theOpenFolderIsOpenedAgainAndTheMixStays() throws IOException {
    Remembered last = ask(session::now);
    Path root = PictureFolders.of(folder.resolve("pictures"), 1);
    Recipe before = model.recipe();
    Map<String, JsonNode> parts = new LinkedHashMap<>(last.parts());
    parts.put("folder", TextNode.valueOf(root.toString()));

    takeOver(last(parts));

    assertEquals(root, Objects.requireNonNull(desk.pool().listingProperty().get()).root());
    assertEquals(before, model.recipe());
    assertEquals(TextNode.valueOf(root.toString()), ask(session::now).parts().get("folder"));
  }

  @Test
  void whatTheFirstVersionLeftIsUnderstood(FxRobot robot) {
    takeOver(last(partsOfTheFirstVersion()));

    assertEquals(FIGURE, desk.figures().settingsProperty().get());
    assertEquals(BATCH, window.batch().optionsProperty().get());
    assertFalse(robot.lookup("#toast").tryQuery().isPresent());
  }

  @Test
  void aPartThatIsNotUnderstoodIsSetAsideAndAllElseTakenOver(FxRobot robot) throws IOException {
    Map<String, JsonNode> parts = partsOfTheFirstVersion();
    parts.put("batch", JsonNodeFactory.instance.objectNode());
    BatchOptions before = window.batch().optionsProperty().get();
    Remembered last = last(parts);
    file.write(last);
    takeOver(last);

    assertEquals(before, window.batch().optionsProperty().get());
    assertEquals(FIGURE, desk.figures().settingsProperty().get());
    Path aside = folder.resolve("set-aside-settings.json");
    assertTrue(text(robot, "#toast .label").contains(aside.toString()));
    assertEquals(-1, Files.mismatch(folder.resolve("settings.json"), aside));
  }

  private void takeOver(Remembered last) {
    run(() -> place.restore(last.window(), true));
    run(() -> session.restore(last));
    run(() -> session.restoreLater(last));
  }

  private Remembered last(Map<String, JsonNode> parts) {
    return new Remembered(
        new Remembered.Place(0, 0, 980, 890, false),
        Theme.LIGHT,
        Language.ENGLISH,
        model.recipe(),
        "EXPLORE",
        List.of(List.of(new Source("/p/a.png", "a"), new Source("/p/b.png", "b"))),
        List.of(model.recipe(), model.recipe().drawn(3)),
        false,
        parts);
  }

  /// See `MemoryFileTest`.
  private static Map<String, JsonNode> partsOfTheFirstVersion() {
    URL old = Objects.requireNonNull(MemoryFile.class.getResource("settings-0.1.0.json"));
    Path file = Path.of(URI.create(old.toString()));
    return new LinkedHashMap<>(new MemoryFile(file).read().remembered().parts());
  }
}

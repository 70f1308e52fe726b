package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.method.CutMix;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The Batch screen in both themes, languages and sizes: pictures to look at in
/// `target/screenshots`, and no text cut off.
@ExtendWith(ApplicationExtension.class)
class BatchShotsTest {
  private static final Path FOLDER = Path.of("target", "screenshots");

  @TempDir static Path data;

  /// How far the user has come.
  private enum Moment {
    EMPTY,
    REFUSED,
    PLANNED,
    DONE
  }

  private record Shot(Moment moment, Snapshot look) {
    @Override
    public String toString() {
      return "batch-%s-%s-%s-%d.png"
          .formatted(
              moment.name().toLowerCase(Locale.ROOT),
              look.theme().id(),
              look.language().id(),
              look.width());
    }
  }

  @BeforeAll
  static void writePictures() throws IOException {
    Path root = PictureFolders.of(data.resolve("pets"), 4);
    Files.writeString(root.resolve("cat/cat-002.png"), "no picture");
    Files.createDirectories(data.resolve("full"));
    Files.writeString(data.resolve("full/letter.txt"), "something else");
  }

  @AfterAll
  static void isThere() {
    assertTrue(Files.exists(FOLDER));
  }

  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    for (Moment moment : Moment.values()) {
      shots.add(new Shot(moment, new Snapshot(1280, 800, 1, Theme.LIGHT, Language.ENGLISH)));
      shots.add(new Shot(moment, new Snapshot(1920, 1080, 1, Theme.DARK, Language.CHINESE)));
    }
    shots.add(new Shot(Moment.DONE, new Snapshot(1280, 800, 1, Theme.DARK, Language.CHINESE)));
    shots.add(new Shot(Moment.DONE, new Snapshot(1920, 1080, 1, Theme.LIGHT, Language.ENGLISH)));
    return shots;
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOff(Shot shot) throws Exception {
    Parent[] shown = new Parent[1];
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> shown[0] = open(shot));
    WaitForAsyncUtils.waitForFxEvents();
    List<String> cutOff =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000,
            () -> {
              Parent root = shown[0];
              for (int pass = 0; pass < 3; pass++) {
                root.applyCss();
                root.layout();
              }
              Files.createDirectories(FOLDER);
              PictureWriter.write(
                  ScreenPixels.rgb(root.snapshot(null, null)),
                  FOLDER.resolve(shot.toString()),
                  null);
              return ScreenshotsTest.cutOff(root);
            });
    assertEquals(List.of(), cutOff);
  }

  private static Parent open(Shot shot) {
    Parent root =
        App.render(Screens.recipe(new CutMix(1)), new PictureCache(), shot.look()).root();
    ((MainWindow) root.lookup(".window").getParent()).show(Command.BATCH);
    root.applyCss();
    root.layout();
    if (shot.moment() != Moment.EMPTY) {
      type(root, "#batch-source", data.resolve("pets"));
      String target = shot.moment() == Moment.REFUSED ? "full" : "mixed-" + shot;
      type(root, "#batch-target", data.resolve(target));
    }
    if (shot.moment() == Moment.DONE) {
      ((Button) root.lookup("#batch-start")).fire();
    }
    return root;
  }

  private static void type(Parent root, String field, Path path) {
    TextField text = (TextField) root.lookup(field);
    text.setText(path.toString());
    text.fireEvent(new ActionEvent());
  }
}

package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.image.PictureWriter;
import org.testfx.util.WaitForAsyncUtils;

/// The Batch screen in both themes, languages and sizes: pictures to look at in
/// `target/screenshots`, and no text cut off.
@ExtendWith(Toolkit.class)
class BatchShotsTest {
  private static final Path FOLDER = Path.of("target", "screenshots");

  @TempDir static Path data;

  /// How far the user has come.
  private enum Moment {
    EMPTY,
    REFUSED,
    PLANNED,
    RUNNING,
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
    Hands.settle();
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
              return Shots.cutOff(root);
            });
    assertEquals(List.of(), cutOff);
  }

  private static Parent open(Shot shot) {
    Snapshot look = shot.look();
    look.theme().applyToApplication();
    Unfinished tasks = new Unfinished();
    Desk desk =
        Screens.desk(Screens.model(), new Screens.Answers(), look.language(), look.theme(), tasks);
    MainWindow window = MainWindow.of(desk);
    desk.look().dress(new Scene(window, look.width(), look.height()));
    window.show(Command.BATCH);
    window.applyCss();
    window.layout();
    if (shot.moment() != Moment.EMPTY) {
      type(window, "#batch-source", data.resolve("pets"));
      String target = shot.moment() == Moment.REFUSED ? "full" : "mixed-" + shot;
      type(window, "#batch-target", data.resolve(target));
    }
    if (shot.moment() == Moment.RUNNING || shot.moment() == Moment.DONE) {
      tasks.ends = shot.moment() == Moment.DONE;
      ((Button) window.lookup("#batch-start")).fire();
    }
    return window;
  }

  /// Does all work at once, but says of none that it is done if it is not to end.
  private static final class Unfinished implements TaskRunner {
    private boolean ends = true;

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
      TaskRunner.inline()
          .run(
              work,
              result -> {
                if (ends) {
                  done.accept(result);
                }
              },
              failed);
    }

    @Override
    public void show(Runnable change) {
      Platform.runLater(change);
    }
  }

  private static void type(Parent root, String field, Path path) {
    TextField text = (TextField) root.lookup(field);
    text.setText(path.toString());
    text.fireEvent(new ActionEvent());
  }
}

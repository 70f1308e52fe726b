package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
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
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.testfx.util.WaitForAsyncUtils;

/// The classes of the Batch screen as bars: one, ten with a long tail, long names and none of a
/// class, a thousand. Pictures to look at in `target/screenshots`.
@ExtendWith(Toolkit.class)
class ClassesShotsTest {
  private static final Path FOLDER = Path.of("target", "screenshots");

  @TempDir static Path data;

  private record Shot(String set, int classes, Snapshot look) {
    @Override
    public String toString() {
      return "classes-%s-%s-%s-%d.png"
          .formatted(set, look.theme().id(), look.language().id(), look.width());
    }
  }

  @BeforeAll
  static void writePictures() throws IOException {
    write("one", 1, 3);
    for (int c = 0; c < 10; c++) {
      write("ten", c, 1 << (9 - c) / 2);
    }
    Files.createDirectories(data.resolve("ten/class 10 is empty"));
    String name = "a name of a class that goes on for much longer than there is room, number ";
    for (int c = 0; c < 3; c++) {
      Path from = data.resolve("ten/class %04d".formatted(c));
      Files.createDirectories(data.resolve("long/" + name + c));
      Files.copy(from.resolve("0.png"), data.resolve("long/" + name + c + "/0.png"));
    }
    for (int c = 0; c < 1000; c++) {
      write("thousand", c, 1 + (c == 0 ? 200 : c < 50 ? 5 : 0));
    }
  }

  private static void write(String set, int number, int pictures) throws IOException {
    Path folder = data.resolve(set).resolve("class %04d".formatted(number));
    Files.createDirectories(folder);
    for (int i = 0; i < pictures; i++) {
      byte[] bytes = {(byte) number, (byte) i, 9, 30};
      PictureWriter.write(Pixels.of(bytes, new Frame(2, 2), 1), folder.resolve(i + ".png"), null);
    }
  }

  static List<Shot> shots() {
    return Stream.of(
            new Snapshot(1024, 768, 1, Theme.DARK, Language.ENGLISH),
            new Snapshot(1280, 800, 1, Theme.LIGHT, Language.ENGLISH),
            new Snapshot(1920, 1080, 1, Theme.DARK, Language.CHINESE))
        .flatMap(
            look ->
                Stream.of(
                    new Shot("one", 1, look),
                    new Shot("ten", 11, look),
                    new Shot("long", 3, look),
                    new Shot("thousand", 1000, look)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("shots")
  void everyClassHasARow(Shot shot) throws Exception {
    Parent[] shown = new Parent[1];
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> shown[0] = open(shot));
    Hands.settle();
    ListView<?> list =
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
              return (ListView<?>) root.lookup("#batch-classes");
            });
    assertEquals(shot.classes(), list.getItems().size());
    double longest =
        list.lookupAll(".mass-before").stream()
            .mapToDouble(bar -> ((Region) bar).getWidth())
            .max()
            .orElseThrow();
    assertTrue(longest > 60 && longest < list.getWidth() - 130, "bars are seen: " + longest);
    assertTrue(list.getHeight() <= 130, "there is room for the samples");
    Region samples = (Region) shown[0].lookup(".latest-pane");
    assertTrue(samples.getHeight() > 150, "samples: " + samples.getHeight());
  }

  private static Parent open(Shot shot) {
    Snapshot look = shot.look();
    look.theme().applyToApplication();
    Desk desk =
        Screens.desk(
            Screens.model(),
            new Screens.Answers(),
            look.language(),
            look.theme(),
            TaskRunner.inline());
    MainWindow window = MainWindow.of(desk);
    desk.look().dress(new Scene(window, look.width(), look.height()));
    window.show(Command.BATCH);
    window.applyCss();
    window.layout();
    TextField source = (TextField) window.lookup("#batch-source");
    source.setText(data.resolve(shot.set()).toString());
    source.fireEvent(new ActionEvent());
    return window;
  }
}

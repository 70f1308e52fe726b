package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Recipe;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Tune and Audit in both themes, languages and sizes: pictures to look at in `target/screenshots`,
/// and no text cut off.
@ExtendWith(ApplicationExtension.class)
class TuneAndAuditScreenshotsTest {
  private static final Path FOLDER = Path.of("target", "screenshots");

  private record Shot(Command screen, String about, Recipe recipe, Snapshot settings) {
    @Override
    public String toString() {
      return "%s-%s-%s-%s-%d.png"
          .formatted(
              screen, about, settings.theme().id(), settings.language().id(), settings.width());
    }
  }

  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    Recipe cutMix = Screens.recipe(new CutMix(1));
    Recipe clipped = cutMix.with(new Draw(0.6, 0.9, 0.7));
    for (Theme theme : Theme.values()) {
      for (Language language : Language.values()) {
        for (int width : List.of(1280, 1920)) {
          Snapshot look = new Snapshot(width, width == 1280 ? 800 : 1080, 1, theme, language);
          shots.add(new Shot(Command.TUNE, "cutmix", cutMix, look));
          shots.add(new Shot(Command.AUDIT, "clipped", clipped, look));
        }
        Snapshot small = new Snapshot(1280, 800, 1, theme, language);
        shots.add(new Shot(Command.AUDIT, "unmixed", cutMix.with(new Draw(1, 0.5, 0.5)), small));
        for (String id : List.of("mixup", "resizemix", "ricap", "smoothmix")) {
          Recipe other = Screens.recipe(MethodType.of(id).initial());
          shots.add(new Shot(Command.TUNE, id, other, small));
        }
      }
    }
    return shots;
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOff(Shot shot) throws Exception {
    Pixels[] pixels = new Pixels[1];
    List<String> cutOff =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000,
            () -> {
              Parent root = App.render(shot.recipe(), new PictureCache(), shot.settings()).root();
              ((MainWindow) root.lookup(".window").getParent()).show(shot.screen());
              for (int pass = 0; pass < 3; pass++) {
                root.applyCss();
                root.layout();
              }
              pixels[0] = ScreenPixels.rgb(root.snapshot(null, null));
              return ScreenshotsTest.cutOff(root);
            });
    Files.createDirectories(FOLDER);
    PictureWriter.write(pixels[0], FOLDER.resolve(shot.toString().toLowerCase(Locale.ROOT)), null);
    assertEquals(List.of(), cutOff);
  }
}

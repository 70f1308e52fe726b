package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.FigureSettings;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScaledRoot;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.Panel;
import org.mixoscope.figure.Template;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.method.CutMix;
import org.testfx.util.WaitForAsyncUtils;

/// The sheet of figures in both themes, languages and sizes: pictures to look at in
/// `target/screenshots`, and no text cut off.
@ExtendWith(Toolkit.class)
class FigureShotsTest {
  private static final Path FOLDER = Path.of("target", "screenshots");

  private record Shot(
      String name, Command screen, UnaryOperator<FigureSettings> chosen, Snapshot settings) {
    @Override
    public String toString() {
      return "figure-%s-%s-%s-%d.png"
          .formatted(name, settings.theme().id(), settings.language().id(), settings.width());
    }
  }

  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    for (Language language : Language.values()) {
      shots.add(shot("usual", Command.EXPLORE, s -> s, 1280, Theme.LIGHT, language));
      shots.add(shot("sheet", Command.COMPARE, s -> s, 1920, Theme.DARK, language));
      shots.add(
          shot(
              "moving",
              Command.EXPLORE,
              s -> s.with(FigureFormat.GIF).titled(true, "CutMix, 按种子 42"),
              1100,
              Theme.DARK,
              language));
    }
    shots.add(
        shot(
            "column",
            Command.EXPLORE,
            s ->
                Set.of(Panel.values()).stream()
                    .reduce(
                        s.with(Template.COLUMN).with(FigureFormat.PDF).titled(true, "One pair"),
                        (all, panel) -> all.with(panel, true),
                        (one, other) -> other),
            1280,
            Theme.LIGHT,
            Language.ENGLISH));
    return shots;
  }

  private static Shot shot(
      String name,
      Command screen,
      UnaryOperator<FigureSettings> chosen,
      int width,
      Theme theme,
      Language language) {
    int height =
        switch (width) {
          case 1100 -> 700;
          case 1280 -> 800;
          default -> 1080;
        };
    return new Shot(name, screen, chosen, new Snapshot(width, height, 1, theme, language));
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOff(Shot shot) throws Exception {
    List<String> cutOff =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000,
            () -> {
              Scene scene = scene(shot);
              Image image = scene.getRoot().snapshot(null, null);
              Files.createDirectories(FOLDER);
              PictureWriter.write(ScreenPixels.rgb(image), FOLDER.resolve(shot.toString()), null);
              assertEquals(shot.settings().width(), image.getWidth());
              return Shots.cutOff(scene.lookup("#figure-sheet"));
            });
    assertEquals(List.of(), cutOff);
  }

  private static Scene scene(Shot shot) {
    Look look = new Look(shot.settings().theme());
    Desk desk =
        Desk.of(
            Screens.model(Screens.recipe(new CutMix(1))),
            new PictureCache(),
            new Messages(shot.settings().language()),
            look,
            new Screens.Answers(),
            TaskRunner.inline());
    desk.figures()
        .settingsProperty()
        .set(shot.chosen().apply(desk.figures().settingsProperty().get()));
    MainWindow window = MainWindow.of(desk);
    Scene scene =
        new Scene(new ScaledRoot(window), shot.settings().width(), shot.settings().height());
    look.dress(scene);
    layOut(scene);
    window.show(shot.screen());
    layOut(scene);
    desk.actions().run(Command.FIGURE);
    layOut(scene);
    layOut(scene);
    return scene;
  }

  private static void layOut(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }
}

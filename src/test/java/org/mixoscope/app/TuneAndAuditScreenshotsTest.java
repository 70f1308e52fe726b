package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Scene;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.ui.ScaledRoot;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Recipe;
import org.testfx.framework.junit5.ApplicationExtension;

/// Tune and Audit in both themes, languages and sizes: pictures to look at in `target/screenshots`,
/// and no text cut off. One window takes on every look, for what it counts takes long.
@ExtendWith(ApplicationExtension.class)
class TuneAndAuditScreenshotsTest {
  private record Shot(Command screen, String about, Recipe recipe, List<Snapshot> looks) {
    @Override
    public String toString() {
      return "%s-%s".formatted(screen, about).toLowerCase(Locale.ROOT);
    }
  }

  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    Recipe cutMix = Screens.recipe(new CutMix(1));
    Recipe clipped = cutMix.with(new Draw(0.6, 0.9, 0.7));
    Recipe unmixed = cutMix.with(new Draw(1, 0.5, 0.5));
    shots.add(new Shot(Command.TUNE, "cutmix", cutMix, Shots.looks()));
    shots.add(new Shot(Command.AUDIT, "clipped", clipped, Shots.looks()));
    shots.add(new Shot(Command.AUDIT, "unmixed", unmixed, Shots.looks(1280)));
    Stream.of("mixup", "resizemix", "ricap", "smoothmix")
        .map(MethodType::of)
        .map(
            type ->
                new Shot(
                    Command.TUNE, type.id(), Screens.recipe(type.initial()), Shots.looks(1280)))
        .forEach(shots::add);
    return shots;
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOff(Shot shot) {
    Desk desk = Hands.ask(() -> Screens.desk(Screens.model(shot.recipe()), new Screens.Answers()));
    Scene scene = Hands.ask(() -> scene(desk, shot.screen()));
    List<String> cutOff = new ArrayList<>();
    for (Snapshot look : shot.looks()) {
      String name = Shots.name(shot.toString(), look);
      Hands.ask(
              () -> {
                putOn(look, desk, scene);
                Shots.save(ScreenPixels.rgb(scene.getRoot().snapshot(null, null)), name);
                return Shots.cutOff(scene.getRoot());
              })
          .forEach(text -> cutOff.add(name + ": " + text));
    }
    assertEquals(List.of(), cutOff);
  }

  private static Scene scene(Desk desk, Command screen) {
    MainWindow window = MainWindow.of(desk);
    Scene scene = new Scene(new ScaledRoot(window));
    desk.look().dress(scene);
    window.show(screen);
    return scene;
  }

  private static void putOn(Snapshot look, Desk desk, Scene scene) {
    if (desk.look().themeProperty().get() != look.theme()) {
      desk.look().toggle();
    }
    desk.messages().speak(look.language());
    scene.getRoot().resize(look.width(), look.height());
    for (int pass = 0; pass < 3; pass++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }
}

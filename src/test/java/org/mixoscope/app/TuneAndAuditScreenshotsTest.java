package org.mixoscope.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Recipe;

/// Tune and Audit in both themes, languages and sizes: pictures to look at in `target/screenshots`,
/// and no text cut off. Each in a window of its own: one that is on no stage does not draw all of
/// itself anew when its theme or language changes.
@ExtendWith(Toolkit.class)
class TuneAndAuditScreenshotsTest {
  private record Shot(Command screen, String about, Recipe recipe, Snapshot look) {
    String name() {
      return "%s-%s".formatted(screen, about).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return Shots.name(name(), look);
    }
  }

  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    Recipe cutMix = Screens.recipe(new CutMix(1));
    Recipe clipped = cutMix.with(new Draw(0.6, 0.9, 0.7));
    Recipe unmixed = cutMix.with(new Draw(1, 0.5, 0.5));
    for (Snapshot look : Shots.looks()) {
      shots.add(new Shot(Command.TUNE, "cutmix", cutMix, look));
      shots.add(new Shot(Command.AUDIT, "clipped", clipped, look));
    }
    for (Snapshot look : Shots.smallLooks()) {
      shots.add(new Shot(Command.AUDIT, "unmixed", unmixed, look));
      for (String id : List.of("mixup", "resizemix", "ricap", "smoothmix")) {
        Recipe other = Screens.recipe(MethodType.of(id).initial());
        shots.add(new Shot(Command.TUNE, id, other, look));
      }
    }
    return shots;
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOff(Shot shot) {
    Shots.of(
        shot.recipe(),
        shot.look(),
        shot.name(),
        window -> {
          window.show(shot.screen());
          for (int pass = 0; pass < 3; pass++) {
            window.applyCss();
            window.layout();
          }
        });
  }
}

package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.View;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Recipe;

/// Explore and Audit with objects and with class maps: pictures to look at in `target/screenshots`,
/// and no text cut off.
@ExtendWith(Toolkit.class)
class MarkedShotsTest {
  private record Shot(Command screen, String about, Recipe recipe, Snapshot look, View view) {
    String name() {
      return "marked-%s-%s".formatted(screen, about).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return Shots.name(name(), look);
    }
  }

  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    Draw middle = new Draw(0.7, 0.62, 0.5);
    Draw corner = new Draw(0.9, 0.9, 0.95);
    for (String marks : List.of(MarkedPictures.OBJECTS, MarkedPictures.MAP)) {
      Recipe cutMix =
          MarkedPictures.recipe(new CutMix(1), marks, marks)
              .with(new Frame(384, 384), Fit.COVER)
              .with(middle);
      for (Snapshot look : Shots.looks()) {
        shots.add(new Shot(Command.EXPLORE, marks + "-cutmix", cutMix, look, View.MIXED));
        shots.add(new Shot(Command.AUDIT, marks, cutMix, look, View.MIXED));
        shots.add(new Shot(Command.COMPARE, marks, cutMix, look, View.MIXED));
      }
      Snapshot smallest = Shots.look(1100, Theme.LIGHT, Language.ENGLISH);
      shots.add(new Shot(Command.EXPLORE, marks + "-cutmix", cutMix, smallest, View.MIXED));
      Recipe mixup =
          MarkedPictures.recipe(new Mixup(1), marks, marks)
              .with(new Frame(384, 384), Fit.COVER)
              .with(middle);
      for (Snapshot look : Shots.smallLooks()) {
        Recipe haunted = cutMix.with(corner);
        shots.add(new Shot(Command.EXPLORE, marks + "-ghost", haunted, look, View.MIXED));
        shots.add(new Shot(Command.EXPLORE, marks + "-mixup", mixup, look, View.MIXED));
        View alone = new View.Alone(0);
        shots.add(new Shot(Command.EXPLORE, marks + "-alone", cutMix, look, alone));
      }
    }
    return shots;
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOff(Shot shot) {
    Parent root =
        Shots.of(
            shot.recipe(),
            MarkedPictures.cache(),
            shot.look(),
            shot.name(),
            window -> {
              window.sight().viewProperty().set(shot.view());
              window.show(shot.screen());
              for (int pass = 0; pass < 3; pass++) {
                window.applyCss();
                window.layout();
                window.renderNow();
              }
            });
    if (shot.screen() == Command.EXPLORE) {
      assertTrue(root.lookup("#marks").isVisible());
      Label ghost = (Label) root.lookup("#ghost");
      assertEquals(shot.about().endsWith("ghost"), !ghost.getText().isEmpty(), ghost.getText());
    }
  }
}

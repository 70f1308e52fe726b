package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.kernel.method.CutMix;

/// Train in its states, in both themes, languages and sizes: pictures to look at in
/// `target/screenshots`, and no text cut off.
@ExtendWith(Toolkit.class)
class TrainShotsTest {
  /// @param done what is done before it is looked at
  private record Shot(String about, Snapshot look, Consumer<MainWindow> done) {
    @Override
    public String toString() {
      return Shots.name("train-" + about, look);
    }
  }

  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    for (Snapshot look : Shots.looks()) {
      shots.add(new Shot("moons", look, window -> train(window, 30)));
    }
    List<Snapshot> smallest =
        List.of(
            Shots.look(1100, Theme.LIGHT, Language.ENGLISH),
            Shots.look(1100, Theme.DARK, Language.CHINESE));
    for (Snapshot look : smallest) {
      shots.add(new Shot("four-runs", look, TrainShotsTest::fourRuns));
      shots.add(new Shot("digits", look, TrainShotsTest::digits));
    }
    for (Snapshot look : Shots.smallLooks()) {
      shots.add(new Shot("first-look", look, window -> {}));
      shots.add(new Shot("marks", look, TrainShotsTest::marks));
      shots.add(new Shot("weights", look, TrainShotsTest::weights));
    }
    return shots;
  }

  private static void fourRuns(MainWindow window) {
    preset(window, "SPIRALS");
    find(window, "#train-add", Button.class).fire();
    find(window, "#train-add", Button.class).fire();
    train(window, 20);
  }

  private static void digits(MainWindow window) {
    preset(window, "NOISY_DIGITS");
    train(window, 2);
  }

  private static void weights(MainWindow window) {
    preset(window, "CLEAN_DIGITS");
    ComboBox<?> looked = find(window, "#train-looked", ComboBox.class);
    looked.getSelectionModel().selectLast();
    train(window, 2);
  }

  private static void marks(MainWindow window) {
    train(window, 20);
    find(window, "#run-2 #alpha-slider", Slider.class).setValue(0.9);
    train(window, 20);
    find(window, "#rate-slider", Slider.class).setValue(0.5);
    train(window, 20);
    find(window, "#run-2 #probability-slider", Slider.class).setValue(0.5);
    train(window, 60);
  }

  private static void preset(MainWindow window, String name) {
    find(window, "#train-presets", MenuButton.class).getItems().stream()
        .filter(item -> ("preset-" + name).equals(item.getId()))
        .forEach(item -> item.fire());
  }

  private static <N extends Node> N find(MainWindow window, String query, Class<N> type) {
    return type.cast(Objects.requireNonNull(window.lookup(query), query));
  }

  private static void train(MainWindow window, int epochs) {
    for (int epoch = 0; epoch < epochs; epoch++) {
      window.train().finishEpoch();
    }
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOffAndAllFits(Shot shot) {
    Parent root =
        Shots.of(
            Screens.recipe(new CutMix(1)),
            shot.look(),
            "train-" + shot.about(),
            window -> {
              window.show(Command.TRAIN);
              window.applyCss();
              window.layout();
              shot.done().accept(window);
              for (int pass = 0; pass < 3; pass++) {
                window.applyCss();
                window.layout();
              }
            });
    Region window = (Region) Objects.requireNonNull(root.lookup(".window"));
    double needed = Hands.ask(() -> window.minWidth(-1));
    assertTrue(needed <= window.getWidth(), "the window needs " + needed);
  }
}

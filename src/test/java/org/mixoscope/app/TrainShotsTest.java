package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.kernel.method.CutMix;

/// Train in its states, in both themes, languages and sizes: pictures to look at in
/// `target/screenshots`, and no text cut off. One window goes through all of them, so that each
/// state is trained once.
@ExtendWith(Toolkit.class)
class TrainShotsTest {
  private static final Snapshot SMALL = new Snapshot(1024, 768, 1, Theme.LIGHT, Language.ENGLISH);
  private static final Snapshot MIDDLE = Shots.look(1280, Theme.DARK, Language.CHINESE);
  private static final Snapshot LARGE = Shots.look(1920, Theme.DARK, Language.ENGLISH);
  private static final Snapshot SMALL_CHINESE =
      new Snapshot(1024, 768, 1, Theme.DARK, Language.CHINESE);
  private static final Snapshot LARGE_CHINESE = Shots.look(1920, Theme.LIGHT, Language.CHINESE);

  @TempDir static Path folder;

  private Desk desk;
  private MainWindow window;
  private Parent root;

  @BeforeEach
  void open() {
    Hands.ask(
        () -> {
          Screens.Answers dialogs = new Screens.Answers();
          dialogs.kept = Optional.of(folder);
          desk = Screens.desk(Screens.model(Screens.recipe(new CutMix(1))), dialogs);
          window = MainWindow.of(desk);
          root = window;
          desk.look().dress(new Scene(root, 1280, 800));
          window.load();
          window.show(Command.TRAIN);
          window.train().pause();
          root.applyCss();
          root.layout();
          return window;
        });
  }

  @Test
  void points() {
    shoot("first-look", SMALL, MIDDLE);
    act(
        () -> {
          train(20);
          find("#run-2 #alpha-slider", Slider.class).setValue(0.9);
          train(20);
          find("#rate-slider", Slider.class).setValue(0.5);
          train(20);
          choose("#train-plot", "LAMBDA");
        });
    shoot("marks", SMALL, SMALL_CHINESE, LARGE);
    act(
        () -> {
          preset("SPIRALS");
          window.train().pause();
          find("#train-add", Button.class).fire();
          find("#train-add", Button.class).fire();
          train(8);
          choose("#train-looked", "CONFUSION");
          choose("#train-plot", "ROBUSTNESS");
        });
    shoot("four-runs", SMALL, SMALL_CHINESE, LARGE_CHINESE);
    act(() -> desk.actions().run(Command.PRESENT));
    shoot("presented-four", SMALL, LARGE);
  }

  @Test
  void digits() {
    act(
        () -> {
          preset("FEW");
          window.train().pause();
          train(2);
        });
    shoot("digits", SMALL, SMALL_CHINESE, LARGE);
    act(() -> choose("#train-looked", "WEIGHTS"));
    shoot("weights", MIDDLE);
    act(() -> choose("#train-looked", "CONFUSION"));
    act(() -> choose("#train-plot", "ROBUSTNESS"));
    shoot("confusion", SMALL, MIDDLE);
    act(() -> choose("#train-looked", "DRAW"));
    act(() -> choose("#train-plot", "LAMBDA"));
    shoot("draw", SMALL, SMALL_CHINESE, LARGE_CHINESE);
    act(() -> desk.actions().run(Command.PRESENT));
    shoot("presented-draw", SMALL, LARGE_CHINESE);
    act(
        () -> {
          desk.actions().run(Command.PRESENT);
          find("#lane-2 #train-use", Button.class).fire();
          desk.actions().run(Command.PRESENT);
        });
    shoot("presented-prediction", SMALL, LARGE_CHINESE);
  }

  @Test
  void seeds() {
    act(
        () -> {
          find("#train-epochs", TextField.class).setText("6");
          find("#train-epochs", TextField.class).fireEvent(new ActionEvent());
          train(6);
          find("#train-repeat", Button.class).fire();
        });
    shoot("seeds", SMALL, MIDDLE, LARGE);
  }

  private void act(Runnable change) {
    Hands.ask(
        () -> {
          change.run();
          return window;
        });
  }

  private void preset(String name) {
    find("#train-presets", MenuButton.class).getItems().stream()
        .filter(item -> ("preset-" + name).equals(item.getId()))
        .forEach(item -> item.fire());
  }

  private <N extends Node> N find(String query, Class<N> type) {
    return type.cast(Objects.requireNonNull(window.lookup(query), query));
  }

  private void choose(String query, String name) {
    @SuppressWarnings("unchecked") // of whatever values
    ComboBox<Object> picker = find(query, ComboBox.class);
    picker.getItems().stream()
        .filter(value -> value.toString().equals(name))
        .forEach(picker::setValue);
  }

  private void train(int epochs) {
    for (int epoch = 0; epoch < epochs; epoch++) {
      window.train().finishEpoch();
    }
  }

  private void shoot(String about, Snapshot... looks) {
    for (Snapshot look : looks) {
      Hands.ask(() -> shot("train-" + about, look));
    }
  }

  private MainWindow shot(String about, Snapshot look) {
    desk.messages().speak(look.language());
    if (desk.look().themeProperty().get() != look.theme()) {
      desk.look().toggle();
    }
    root.resize(look.width(), look.height());
    for (int pass = 0; pass < 4; pass++) {
      root.applyCss();
      root.layout();
    }
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setViewport(new Rectangle2D(0, 0, look.width(), look.height()));
    Shots.save(ScreenPixels.rgb(root.snapshot(parameters, null)), Shots.name(about, look));
    assertEquals(List.of(), Shots.cutOff(root), Shots.name(about, look));
    double needed = window.minWidth(-1);
    assertTrue(needed <= look.width(), about + " needs " + needed);
    return window;
  }
}

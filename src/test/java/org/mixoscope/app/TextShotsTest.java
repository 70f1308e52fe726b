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
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.kernel.method.CutMix;

/// Text in its states, in both themes, languages and sizes: pictures to look at in
/// `target/screenshots`, no text cut off, and room for all in a small window.
@ExtendWith(Toolkit.class)
class TextShotsTest {
  /// @param done what is done before it is looked at
  private record Shot(String about, Snapshot look, Consumer<MainWindow> done) {
    @Override
    public String toString() {
      return Shots.name("text-" + about, look);
    }
  }

  static List<Shot> shots() {
    Snapshot tinyLight = new Snapshot(1024, 768, 1, Theme.LIGHT, Language.ENGLISH);
    Snapshot tinyDark = new Snapshot(1024, 768, 1, Theme.DARK, Language.CHINESE);
    List<Shot> shots = new ArrayList<>();
    for (Snapshot look : Shots.twoLooks()) {
      shots.add(new Shot("span", look, window -> lambda(window, 0.6)));
    }
    shots.add(new Shot("small", tinyLight, TextShotsTest::sentences));
    shots.add(new Shot("small", tinyDark, window -> lambda(window, 0.6)));
    shots.add(
        new Shot(
            "words", Shots.look(1100, Theme.DARK, Language.ENGLISH), window -> choose(window, 1)));
    shots.add(
        new Shot(
            "nothing",
            Shots.look(1100, Theme.LIGHT, Language.CHINESE),
            window -> find(window, "#text-field-B", TextArea.class).setText("")));
    shots.add(
        new Shot(
            "presented",
            Shots.look(1280, Theme.DARK, Language.ENGLISH),
            window -> {
              lambda(window, 0.6);
              find(window, "#do-PRESENT", Button.class).fire();
            }));
    return shots;
  }

  private static void lambda(MainWindow window, double lambda) {
    find(window, "#text-lambda-slider", Slider.class).setValue(lambda);
  }

  private static void choose(MainWindow window, int method) {
    find(window, "#text-method", ComboBox.class).getSelectionModel().select(method);
  }

  private static void sentences(MainWindow window) {
    find(window, "#text-add", Button.class).fire();
    find(window, "#text-field-C", TextArea.class).setText("One. Two. Three. Four. Five.");
    choose(window, 2);
  }

  private static <N extends Node> N find(MainWindow window, String query, Class<N> type) {
    return type.cast(Objects.requireNonNull(window.lookup(query), query));
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOffAndAllFits(Shot shot) {
    Parent root =
        Shots.of(
            Screens.recipe(new CutMix(1)),
            shot.look(),
            "text-" + shot.about(),
            window -> {
              window.show(Command.TEXT);
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

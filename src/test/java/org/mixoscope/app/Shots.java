package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Recipe;

/// Pictures of windows to look at, in `target/screenshots`, and what must be right in all of them.
final class Shots {
  private static final Path FOLDER = Path.of("target", "screenshots");

  private Shots() {}

  /// A window of one of the three widths that have a height here.
  static Snapshot look(int width, Theme theme, Language language) {
    int height =
        switch (width) {
          case 1100 -> 700;
          case 1280 -> 800;
          case 1920 -> 1080;
          default -> throw new IllegalArgumentException("width = " + width);
        };
    return new Snapshot(width, height, 1, theme, language);
  }

  /// Four, among which every theme, language and size is once with every other.
  static List<Snapshot> looks() {
    return List.of(
        look(1280, Theme.LIGHT, Language.ENGLISH),
        look(1280, Theme.DARK, Language.CHINESE),
        look(1920, Theme.DARK, Language.ENGLISH),
        look(1920, Theme.LIGHT, Language.CHINESE));
  }

  /// The smallest window in one look, a large one in the opposite.
  static List<Snapshot> twoLooks() {
    return List.of(
        look(1280, Theme.LIGHT, Language.ENGLISH), look(1920, Theme.DARK, Language.CHINESE));
  }

  /// The smallest window, light in English and dark in Chinese.
  static List<Snapshot> smallLooks() {
    return List.of(
        look(1280, Theme.LIGHT, Language.ENGLISH), look(1280, Theme.DARK, Language.CHINESE));
  }

  /// A file name that says what is shown, and how.
  static String name(String about, Snapshot look) {
    return "%s-%s-%s-%dx%d.png"
        .formatted(about, look.theme().id(), look.language().id(), look.width(), look.height());
  }

  static void save(Pixels pixels, String name) {
    try {
      Files.createDirectories(FOLDER);
      PictureWriter.write(pixels, FOLDER.resolve(name), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A window in which no text is cut off.
  static Parent of(Recipe recipe, Snapshot look, String about, Consumer<MainWindow> first) {
    return of(recipe, new PictureCache(), look, about, first);
  }

  static Parent of(
      Recipe recipe, PictureCache cache, Snapshot look, String about, Consumer<MainWindow> first) {
    // In one go: what slow motion moves goes on moving.
    return Hands.ask(
        () -> {
          App.Rendering rendering = App.render(recipe, cache, look, first);
          save(rendering.pixels(), name(about, look));
          assertEquals(look.width(), rendering.pixels().width());
          assertEquals(List.of(), cutOff(rendering.root()));
          return rendering.root();
        });
  }

  /// The texts that are not shown whole.
  static List<String> cutOff(Node node) {
    List<String> found = new ArrayList<>();
    if (!node.isVisible()) {
      return found;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      boolean whole =
          labeled.lookupAll(".text").stream()
              .filter(Text.class::isInstance)
              .map(text -> ((Text) text).getText())
              .anyMatch(shown -> shown.equals(labeled.getText()));
      if (!whole && !labeled.getText().isEmpty()) {
        found.add(labeled.getText());
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(cutOff(child)));
    }
    return found;
  }
}

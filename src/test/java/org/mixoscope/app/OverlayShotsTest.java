package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.dataset.Sample;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The tray, the presenter's page and the palette in both themes, languages and sizes: pictures to
/// look at in `target/screenshots`.
@ExtendWith(ApplicationExtension.class)
class OverlayShotsTest {
  private static final Path FOLDER = Path.of("target", "screenshots");

  static List<Snapshot> looks() {
    List<Snapshot> looks = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      for (Language language : Language.values()) {
        looks.add(new Snapshot(1280, 800, 1, theme, language));
        looks.add(new Snapshot(1920, 1080, 1, theme, language));
      }
    }
    return looks;
  }

  static List<Snapshot> small() {
    return looks().stream()
        .filter(look -> look.width() == 1280)
        .filter(look -> look.theme().isDark() == (look.language() == Language.CHINESE))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void theTrayHoldsFourMixes(Snapshot look) throws Exception {
    shoot(
        look,
        "tray",
        root -> {
          keepFour(root);
          assertEquals(4, root.lookupAll(".tray-item").size());
        });
  }

  @ParameterizedTest
  @MethodSource("small")
  void twoKeptMixesStandSideBySide(Snapshot look) throws Exception {
    shoot(
        look,
        "side-by-side",
        root -> {
          keepFour(root);
          List<Node> items = List.copyOf(root.lookupAll(".tray-item"));
          press(items.getFirst(), KeyCode.ENTER, true, false);
          press(items.getLast(), KeyCode.ENTER, true, false);
          root.layout();
          assertEquals(2, root.lookupAll(".side-card").size());
        });
  }

  @ParameterizedTest
  @MethodSource("looks")
  void thePresenterShowsPictureLabelFormulaAndKeys(Snapshot look) throws Exception {
    shoot(
        look,
        "presenter",
        root -> {
          Node window = root.lookup(".window");
          press(window, KeyCode.F5, false, false);
          press(window, KeyCode.R, false, false);
          press(window, KeyCode.RIGHT, true, false);
          root.applyCss();
          root.layout();
          assertNotNull(root.lookup("#presenter"));
          assertEquals(2, root.lookupAll(".strip-cap").size());
        });
  }

  @ParameterizedTest
  @MethodSource("small")
  void thePaletteFindsByPartsOfNames(Snapshot look) throws Exception {
    shoot(
        look,
        "palette",
        root -> {
          press(root.lookup(".window"), KeyCode.K, false, true);
          root.applyCss();
          root.layout();
          ((TextField) root.lookup("#palette-field")).setText("mix");
        });
  }

  private static void keepFour(Parent root) {
    Node window = root.lookup(".window");
    for (KeyCode method : List.of(KeyCode.C, KeyCode.M, KeyCode.N, KeyCode.C)) {
      press(window, method, false, false);
      press(window, KeyCode.R, false, false);
      press(window, KeyCode.B, false, false);
    }
    root.applyCss();
    root.layout();
  }

  private interface Deed {
    void on(Parent root);
  }

  private static void shoot(Snapshot look, String name, Deed deed) throws Exception {
    Recipe recipe =
        Recipe.of(new CutMix(1), 259, Sample.ALL.get(0).source(), Sample.ALL.get(1).source());
    App.Rendering rendering =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000, () -> App.render(recipe, new PictureCache(), look, deed::on));
    Files.createDirectories(FOLDER);
    String file =
        "%s-%s-%s-%dx%d.png"
            .formatted(name, look.theme().id(), look.language().id(), look.width(), look.height());
    PictureWriter.write(rendering.pixels(), FOLDER.resolve(file), null);
    assertEquals(look.width(), rendering.pixels().width());
    assertEquals(List.of(), ScreenshotsTest.cutOff(rendering.root()));
  }

  private static void press(Node node, KeyCode code, boolean shift, boolean control) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
  }
}

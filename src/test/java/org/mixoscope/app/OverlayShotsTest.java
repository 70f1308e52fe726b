package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.dataset.Sample;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;

/// The tray, the presenter's page and the palette in both themes, languages and sizes: pictures to
/// look at in `target/screenshots`.
@ExtendWith(Toolkit.class)
class OverlayShotsTest {
  static List<Snapshot> looks() {
    return Shots.looks();
  }

  static List<Snapshot> small() {
    return Shots.smallLooks();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void theTrayHoldsFourMixes(Snapshot look) {
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
  void twoKeptMixesStandSideBySide(Snapshot look) {
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
  void thePresenterShowsPictureLabelFormulaAndKeys(Snapshot look) {
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
  void thePaletteFindsByPartsOfNames(Snapshot look) {
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

  private static void shoot(Snapshot look, String name, Consumer<Parent> deed) {
    Recipe recipe =
        Recipe.of(new CutMix(1), 259, Sample.ALL.get(0).source(), Sample.ALL.get(1).source());
    Shots.of(recipe, look, name, deed::accept);
  }

  private static void press(Node node, KeyCode code, boolean shift, boolean control) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
  }
}

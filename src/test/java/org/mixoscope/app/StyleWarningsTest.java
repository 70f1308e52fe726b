package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.mixoscope.app.Hands.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.CssParser;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.ui.Language;
import org.testfx.framework.junit5.Start;

/// JavaFX warns of colours that it does not find. It finds all of them, also while theme and
/// language change under what is open.
@ExtendWith(InWindow.class)
class StyleWarningsTest {
  private final List<String> warnings = new ArrayList<>();
  private final ListChangeListener<CssParser.ParseError> listener =
      change -> {
        while (change.next()) {
          change.getAddedSubList().forEach(error -> warnings.add(error.getMessage()));
        }
      };

  private final ObservableList<CssParser.ParseError> errors = CssParser.errorsProperty();
  private Desk desk;
  private MainWindow window;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(Screens.model(), new Screens.Answers());
    window = Screens.show(stage, desk);
  }

  @BeforeEach
  void listen() {
    run(() -> errors.addListener(listener));
  }

  @AfterEach
  void end() {
    run(() -> errors.removeListener(listener));
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPLORE", "COMPARE", "TUNE", "AUDIT", "BATCH", "TRAIN", "TEXT"})
  void everyColourIsFoundWhileThemeAndLanguageChange(Command screen) {
    run(() -> window.show(screen));
    toggle();
    List<ComboBoxBase<?>> boxes = new ArrayList<>();
    for (Node node : ofStyle(".combo-box-base")) {
      if (node instanceof ComboBoxBase<?> box && node.isVisible() && !node.isDisabled()) {
        boxes.add(box);
      }
    }
    List<MenuButton> menus = new ArrayList<>();
    for (Node node : ofStyle(".menu-button")) {
      if (node instanceof MenuButton menu && node.isVisible() && !node.isDisabled()) {
        menus.add(menu);
      }
    }
    assertFalse(menus.isEmpty(), "the bar has some");
    run(() -> boxes.forEach(ComboBoxBase::show));
    run(() -> menus.forEach(MenuButton::show));
    run(desk.look()::toggle);
    run(() -> boxes.forEach(ComboBoxBase::hide));
    run(() -> menus.forEach(MenuButton::hide));
    run(() -> ofStyle(".button").stream().filter(Node::isVisible).forEach(this::point));
    toggle();
    run(StyleWarningsTest::hidePopups);
    toggle();
    assertEquals(List.of(), warnings);
  }

  private Set<Node> ofStyle(String selector) {
    return window.lookupAll(selector);
  }

  private void toggle() {
    run(() -> desk.look().toggle());
    Language now = desk.messages().languageProperty().get();
    run(() -> desk.messages().speak(now == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH));
  }

  private void point(Node node) {
    Event.fireEvent(
        node,
        new MouseEvent(
            MouseEvent.MOUSE_ENTERED,
            1,
            1,
            1,
            1,
            MouseButton.NONE,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            null));
    Bounds bounds = node.localToScreen(node.getBoundsInLocal());
    if (bounds != null
        && node.getProperties().get("javafx.scene.control.Tooltip") instanceof Tooltip tooltip) {
      // The headless platform paints no window that reaches beyond its screen.
      tooltip.show(node, bounds.getMinX() / 2, window.getHeight() / 2);
    }
  }

  private static void hidePopups() {
    for (Window open : List.copyOf(Window.getWindows())) {
      if (open instanceof PopupWindow popup) {
        popup.hide();
      }
    }
  }
}

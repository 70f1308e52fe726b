package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.RadioMenuItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.Hands;
import org.mixoscope.app.InWindow;
import org.mixoscope.app.ui.FrameMenu.Choice;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;

@ExtendWith(InWindow.class)
class FrameMenuTest {
  private final ObjectProperty<Choice> choice =
      new SimpleObjectProperty<>(new Choice(null, Fit.COVER, null));
  private final List<Choice> chosen = new ArrayList<>();
  private FrameMenu menu;

  @BeforeEach
  void make() {
    menu =
        Hands.ask(
            () ->
                new FrameMenu(
                    choice,
                    (frame, fit) -> chosen.add(new Choice(frame, fit, null)),
                    new Messages(Language.ENGLISH)));
  }

  @Test
  void itShowsWhatIsChosenAndWhatCameOfIt() {
    assertEquals("– · cover", menu.getText());
    assertEquals(List.of("The size of A", "Cover"), selected());
    choice.set(new Choice(null, Fit.CONTAIN, new Frame(300, 451)));
    assertEquals("451×300 · contain", menu.getText());
    choice.set(new Choice(new Frame(64, 64), Fit.STRETCH, new Frame(64, 64)));
    assertEquals(List.of("64×64", "Stretch each side"), selected());
  }

  @Test
  void eachItemChangesOneOfTheTwo() {
    choice.set(new Choice(new Frame(64, 64), Fit.STRETCH, new Frame(64, 64)));
    item("224×224").fire();
    item("Contain:").fire();
    item("The size of A").fire();

    assertEquals(
        List.of(
            new Choice(new Frame(224, 224), Fit.STRETCH, null),
            new Choice(new Frame(64, 64), Fit.CONTAIN, null),
            new Choice(null, Fit.STRETCH, null)),
        chosen);
  }

  private List<String> selected() {
    return items().stream()
        .filter(RadioMenuItem::isSelected)
        .map(item -> item.getText().split(":")[0])
        .toList();
  }

  private RadioMenuItem item(String text) {
    return items().stream()
        .filter(item -> item.getText().startsWith(text))
        .findFirst()
        .orElseThrow();
  }

  private List<RadioMenuItem> items() {
    return menu.getItems().stream()
        .filter(RadioMenuItem.class::isInstance)
        .map(RadioMenuItem.class::cast)
        .toList();
  }
}

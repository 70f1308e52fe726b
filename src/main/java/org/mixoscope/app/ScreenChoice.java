package org.mixoscope.app;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;

/// The choice of the screen in front.
final class ScreenChoice extends SegmentedButton {
  ScreenChoice(Deck deck, Messages messages) {
    setId("screens");
    ReadOnlyObjectProperty<Command> front = deck.frontProperty();
    for (Command command : deck.commands()) {
      ToggleButton button = new ToggleButton();
      button.setId("do-" + command.name());
      button.textProperty().bind(messages.bind(command.key()));
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(e -> deck.run(command));
      // A click on the screen that is shown must not leave none chosen.
      front.subscribe(now -> button.setSelected(now == command));
      button.selectedProperty().subscribe(() -> button.setSelected(front.get() == command));
      Explained.by(button, messages, command.key(), command.keysText());
      getButtons().add(button);
    }
    // Before it is styled, as Skins says.
    setSkin(createDefaultSkin());
  }
}

package org.mixoscope.app;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.Ikon;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;

/// Makes the buttons and menu items of the bar. They do what the key of their command does in the
/// screen in front.
record BarControls(Deck deck, Messages messages) {
  Button button(Command command, Ikon icon) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().add("icon-button");
    button.setId("do-" + command.name());
    button.setOnAction(e -> deck.run(command));
    button.disableProperty().bind(deck.possible(command).map(possible -> !possible));
    return Explained.by(button, messages, command.key(), command.keysText());
  }

  MenuItem item(Command command) {
    return item(command, deck.key(command).flatMap(messages::bind));
  }

  /// By another name than that of the command.
  MenuItem item(Command command, ObservableValue<String> name) {
    MenuItem item = new MenuItem();
    item.setId("menu-" + command.name());
    item.textProperty().bind(Bindings.concat(name, "   " + command.keysText()));
    item.setOnAction(e -> deck.run(command));
    item.disableProperty().bind(deck.possible(command).map(possible -> !possible));
    return item;
  }
}

package org.mixoscope.app;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.Presented;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;

/// What a presenter chooses of the page, at its upper edge.
final class PresenterBar extends HBox {
  private final Messages messages;
  private final Actions actions;

  /// @param withSources whether the page can have the pictures beside the mix
  PresenterBar(Sight sight, Messages messages, Actions actions, boolean withSources) {
    this.messages = messages;
    this.actions = actions;
    getStyleClass().add("presenter-bar");
    setAlignment(Pos.CENTER);
    setMaxWidth(Region.USE_PREF_SIZE);
    ToggleButton sources = new ToggleButton(null, Icons.of(Feather.COLUMNS));
    sources.textProperty().bind(messages.bind(Command.PRESENT_SOURCES.key()));
    sources.setId("do-PRESENT_SOURCES");
    sources.getStyleClass().addAll("icon-button", "flat");
    sources.setOnAction(e -> actions.run(Command.PRESENT_SOURCES));
    sight.presentedProperty().subscribe(now -> sources.setSelected(now.sources()));
    Explained.by(
        sources, messages, Command.PRESENT_SOURCES.key(), Command.PRESENT_SOURCES.keysText());
    Button smaller = button(Command.TYPE_SMALLER, Feather.MINUS);
    Button larger = button(Command.TYPE_LARGER, Feather.PLUS);
    sight
        .presentedProperty()
        .subscribe(
            now -> {
              smaller.setDisable(now.type() == 0);
              larger.setDisable(now.type() == Presented.LARGEST_TYPE);
            });
    sources.setVisible(withSources);
    sources.setManaged(withSources);
    getChildren()
        .addAll(
            sources, smaller, Icons.of(Feather.TYPE), larger, button(Command.PRESENT, Feather.X));
  }

  private Button button(Command command, Ikon icon) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().addAll("icon-button", "flat");
    button.setId("do-" + command.name());
    button.setOnAction(e -> actions.run(command));
    return Explained.by(button, messages, command.key(), command.keysText());
  }
}

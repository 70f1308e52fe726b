package org.mixoscope.app;

import javafx.beans.binding.Bindings;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Player;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;

/// How fast new draws are played, and what else moves by itself.
final class PlayMenu extends MenuButton {
  private final Messages messages;

  PlayMenu(Player player, Messages messages, BarControls controls) {
    this.messages = messages;
    getStyleClass().addAll("icon-button", "play-menu");
    setId("play-menu");
    setMinWidth(Region.USE_PREF_SIZE);
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.get("pace.short", Integer.toString(player.paceProperty().get())),
                player.paceProperty(),
                messages.languageProperty()));
    getItems()
        .addAll(
            pace(player),
            new SeparatorMenuItem(),
            controls.item(Command.SWEEP),
            controls.item(Command.SLOW_MOTION));
    Explained.by(
        this,
        messages,
        "pace",
        Command.PREVIOUS_STEP.keysText() + " " + Command.NEXT_STEP.keysText());
  }

  private CustomMenuItem pace(Player player) {
    Label name = new Label();
    name.textProperty().bind(messages.bind("pace"));
    Slider slider = new Slider(Player.SLOWEST, Player.FASTEST, player.paceProperty().get());
    slider.setId("pace-slider");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.valueProperty().bindBidirectional(player.paceProperty());
    Explained.by(slider, messages, "pace");
    VBox box = new VBox(name, slider);
    box.getStyleClass().add("pace");
    CustomMenuItem item = new CustomMenuItem(box, false);
    item.getStyleClass().add("pace-item");
    return item;
  }
}

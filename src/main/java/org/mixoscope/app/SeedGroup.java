package org.mixoscope.app;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TypedNumber;
import org.mixoscope.app.ui.ValueField;

/// The seed: what it is, another one, and a lock on it.
final class SeedGroup extends HBox {
  private final MixModel model;
  private final Messages messages;
  private final ValueField field;

  /// @param roomForCaption whether there is room for the word before the seed
  SeedGroup(
      MixModel model,
      Messages messages,
      BarControls controls,
      ObservableValue<Boolean> roomForCaption) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("seed-group");
    setAlignment(Pos.CENTER_LEFT);
    Label caption = new Label();
    caption.textProperty().bind(messages.bind("seed.short"));
    caption.getStyleClass().add("muted");
    caption.setMinWidth(Region.USE_PREF_SIZE);
    caption.visibleProperty().bind(roomForCaption);
    caption.managedProperty().bind(caption.visibleProperty());
    field =
        new ValueField(
            "seed-field",
            messages,
            TypedNumber.whole(
                Long.MIN_VALUE, Long.MAX_VALUE, value -> model.edit(r -> r.seeded(value))));
    field.getStyleClass().add("seed-field");
    field.disableProperty().bind(model.seedLockedProperty());
    model.recipeProperty().subscribe(r -> field.show(Long.toString(r.seed())));
    Explained.by(field, messages, "seed");
    getChildren()
        .addAll(caption, field, controls.button(Command.NEW_SEED, Feather.SHUFFLE), lock());
  }

  private ToggleButton lock() {
    ToggleButton lock = new ToggleButton(null, Icons.of(Feather.UNLOCK));
    lock.getStyleClass().add("icon-button");
    lock.setId("seed-lock");
    lock.selectedProperty().bindBidirectional(model.seedLockedProperty());
    lock.selectedProperty()
        .subscribe(on -> lock.setGraphic(Icons.of(on ? Feather.LOCK : Feather.UNLOCK)));
    return Explained.by(lock, messages, "lock");
  }
}

package org.mixoscope.app;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.InputReason;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Typed;
import org.mixoscope.kernel.RefusedException;

/// The seed: what it is, another one, and a lock on it.
final class SeedGroup extends HBox {
  private final MixModel model;
  private final Messages messages;
  private final TextField field = new TextField();

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
    field.setId("seed-field");
    field.getStyleClass().add("seed-field");
    Typed.in(field, this::type);
    field.disableProperty().bind(model.seedLockedProperty());
    model.recipeProperty().subscribe(r -> field.setText(Long.toString(r.seed())));
    Explained.by(field, messages, "seed");
    getChildren()
        .addAll(caption, field, controls.button(Command.NEW_SEED, Feather.SHUFFLE), lock());
  }

  private ToggleButton lock() {
    ToggleButton lock = new ToggleButton(null, new FontIcon(Feather.UNLOCK));
    lock.getStyleClass().add("icon-button");
    lock.setId("seed-lock");
    lock.selectedProperty().bindBidirectional(model.seedLockedProperty());
    lock.selectedProperty()
        .subscribe(on -> lock.setGraphic(new FontIcon(on ? Feather.LOCK : Feather.UNLOCK)));
    return Explained.by(lock, messages, "lock");
  }

  private void type() {
    String typed = field.getText().strip();
    String now = Long.toString(model.recipe().seed());
    if (typed.equals(now)) {
      return;
    }
    try {
      long value = Long.parseLong(typed);
      model.edit(r -> r.seeded(value));
    } catch (NumberFormatException e) {
      model.report(new RefusedException(InputReason.SEED.of(typed)));
      field.setText(now);
    }
  }
}

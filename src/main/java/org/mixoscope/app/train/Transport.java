package org.mixoscope.app.train;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.TypedNumber;
import org.mixoscope.app.ui.ValueField;

/// Play, pause, step, epoch and rewind, how fast, how far, what is looked at, the presets, and what
/// leaves: in one row, or two where the window is narrow.
final class Transport extends FlowPane {
  private static final double GAP = 8;

  private final TrainModel model;
  private final Actions actions;
  private final Messages messages;

  /// @param actions of the screen
  /// @param looked what the panes of runs show
  /// @param out what leaves
  Transport(
      TrainModel model, Actions actions, Picker<Look> looked, OutMenu out, Messages messages) {
    super(GAP, GAP);
    this.model = model;
    this.actions = actions;
    this.messages = messages;
    getChildren()
        .addAll(
            row(
                button(Command.TRAIN_REWIND, Feather.SKIP_BACK),
                play(),
                button(Command.TRAIN_STEP, Feather.CHEVRON_RIGHT),
                button(Command.TRAIN_EPOCH, Feather.CHEVRONS_RIGHT),
                speed(),
                progress(),
                stop()),
            row(looked, presets(), out));
  }

  private static HBox row(Node... controls) {
    HBox row = new HBox(controls);
    row.getStyleClass().add("tool-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Button play() {
    Button play = button(Command.TRAIN_PLAY, Feather.PLAY);
    play.getStyleClass().setAll("button", "primary-button");
    FontIcon icon = Icons.of(Feather.PLAY);
    icon.getStyleClass().add("train-play");
    play.setGraphic(icon);
    model
        .trainer()
        .playingProperty()
        .subscribe(on -> icon.setIconCode(on ? Feather.PAUSE : Feather.PLAY));
    return play;
  }

  private Button button(Command command, Ikon icon) {
    Button button = new Button(null, Icons.of(icon));
    button.setId("do-" + command.name());
    button.getStyleClass().add("icon-button");
    button.setOnAction(e -> actions.run(command));
    button.disableProperty().bind(model.waitingProperty());
    return Explained.by(button, messages, command.key(), command.keysText());
  }

  private Picker<Speed> speed() {
    Picker<Speed> speed =
        new Picker<>(
            "train-speed",
            List.of(Speed.values()),
            one -> messages.get("train.speed." + one),
            model.trainer().speedProperty()::set,
            messages);
    model.trainer().speedProperty().subscribe(now -> speed.show(now));
    return Explained.by(speed, messages, "train.speed");
  }

  private Label progress() {
    Label progress = new Label();
    progress.setId("train-progress");
    progress.setMinWidth(Region.USE_PREF_SIZE);
    progress
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::progressText,
                model.trainer().viewProperty(),
                model.waitingProperty(),
                messages.languageProperty()));
    return progress;
  }

  private String progressText() {
    LabView now = model.trainer().viewProperty().get();
    if (model.waitingProperty().get()) {
      return messages.get("train.waiting");
    }
    return now == null
        ? messages.get("train.making")
        : messages.get(
            "train.progress",
            now.steps() / now.stepsPerEpoch(),
            now.steps() % now.stepsPerEpoch(),
            now.stepsPerEpoch());
  }

  private HBox stop() {
    Label name = new Label();
    name.textProperty().bind(messages.bind("train.stop"));
    name.getStyleClass().add("muted");
    name.setMinWidth(Region.USE_PREF_SIZE);
    ValueField field =
        new ValueField(
            "train-epochs",
            messages,
            TypedNumber.whole(
                1,
                LabOptions.MOST_EPOCHS,
                value -> model.edit(now -> now.withEpochs((int) value))));
    field.getStyleClass().add("value-field");
    model.optionsProperty().subscribe(now -> field.show(Integer.toString(now.epochs())));
    HBox stop = new HBox(name, Explained.by(field, messages, "train.stop"));
    stop.getStyleClass().add("train-stop");
    stop.setAlignment(Pos.CENTER_LEFT);
    return stop;
  }

  private MenuButton presets() {
    MenuButton menu = new MenuButton();
    menu.setId("train-presets");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.textProperty().bind(messages.bind("train.presets"));
    for (LabPreset preset : LabPreset.values()) {
      MenuItem item = new MenuItem();
      item.setId("preset-" + preset.name());
      item.textProperty().bind(messages.bind(preset.key()));
      item.setOnAction(e -> model.show(preset));
      menu.getItems().add(item);
    }
    return Explained.by(menu, messages, "train.presets");
  }
}

package org.mixoscope.app.train;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;

/// A button that has the runs repeated with several seeds, and in its place how far that is.
final class RepeatRow extends HBox {
  private final Repeating repeating;
  private final Messages messages;
  private final Button start = new Button();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label percent = new Label();
  private final Button cancel;

  RepeatRow(TrainModel model, Messages messages) {
    this.messages = messages;
    repeating = model.repeating();
    getStyleClass().add("repeat-row");
    setAlignment(Pos.CENTER_RIGHT);
    start.setId("train-repeat");
    start.getStyleClass().add("icon-button");
    start.setMinWidth(Region.USE_PREF_SIZE);
    start
        .textProperty()
        .bind(
            messages.languageProperty().map(now -> messages.get("train.repeat", Repeating.SEEDS)));
    start.setOnAction(e -> model.repeat());
    start.disableProperty().bind(model.waitingProperty());
    Explained.by(start, start.textProperty(), messages.bind("train.repeat.help"), "");
    cancel = OptionRow.button(messages, "train.repeat-cancel", Feather.X, () -> repeating.cancel());
    cancel.getStyleClass().add("flat");
    bar.setId("train-repeat-bar");
    bar.accessibleTextProperty().bind(percent.textProperty());
    percent.getStyleClass().add("caption");
    percent.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(start, bar, percent, cancel);
    getChildren().forEach(node -> node.managedProperty().bind(node.visibleProperty()));
    repeating.stateProperty().subscribe(now -> show());
    repeating.bandsProperty().subscribe(now -> show());
    messages.languageProperty().subscribe(now -> show());
  }

  private void show() {
    boolean running = repeating.isRunning();
    start.setVisible(!running);
    bar.setVisible(running);
    percent.setVisible(running);
    cancel.setVisible(running);
    bar.setProgress(repeating.percent() / 100.0);
    percent.setText(messages.get("train.repeat.percent", repeating.percent()));
  }
}

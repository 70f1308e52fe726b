package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;

/// A card for every run, and a button for one more.
final class RunsColumn extends VBox {
  private final TrainModel model;
  private final Messages messages;
  private final List<RunCard> cards = new ArrayList<>();
  private final Button add = new Button(null, Icons.of(Feather.PLUS));

  RunsColumn(TrainModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("train-runs");
    add.setId("train-add");
    add.getStyleClass().add("icon-button");
    add.textProperty().bind(messages.bind("train.add"));
    add.setMaxWidth(Double.MAX_VALUE);
    add.setOnAction(e -> model.edit(LabOptions::withAnother));
    Explained.by(add, messages, "train.add");
    model.optionsProperty().subscribe(this::show);
  }

  private void show(LabOptions now) {
    int runs = now.runs().size();
    while (cards.size() < runs) {
      cards.add(new RunCard(model, cards.size(), messages));
    }
    List<Node> shown = new ArrayList<>(cards.subList(0, runs));
    if (runs < LabOptions.MOST_RUNS) {
      shown.add(add);
    }
    if (!getChildren().equals(shown)) {
      getChildren().setAll(shown);
    }
    cards.subList(0, runs).forEach(card -> card.show(now));
  }
}

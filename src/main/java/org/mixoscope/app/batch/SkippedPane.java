package org.mixoscope.app.batch;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.batch.sample.Made.Skipped;

/// The pictures that were left out, each with what is wrong with it; nothing while there are none.
final class SkippedPane extends VBox {
  private static final double ROW = 24;
  private static final int MOST_ROWS = 4;

  private final Messages messages;
  private final BatchText text;
  private final Label title = Card.title();
  private final ListView<Skipped> list = new ListView<>();

  SkippedPane(JobModel job, Messages messages) {
    this.messages = messages;
    text = new BatchText(messages);
    getStyleClass().addAll("card", "skipped-pane");
    title.setId("batch-skipped-title");
    list.setId("batch-skipped");
    list.getStyleClass().add("skipped-list");
    list.setFixedCellSize(ROW);
    list.setMinHeight(Region.USE_PREF_SIZE);
    list.setCellFactory(view -> new Row());
    Explained.by(list, messages, "batch.skipped");
    getChildren().addAll(title, list);
    managedProperty().bind(visibleProperty());
    job.skippedProperty().subscribe(this::show);
    messages
        .languageProperty()
        .addListener((property, old, now) -> show(job.skippedProperty().get()));
  }

  private void show(List<Skipped> skipped) {
    setVisible(!skipped.isEmpty());
    title.setText(messages.get("batch.skipped.count", BatchText.number(skipped.size())));
    list.getItems().setAll(skipped);
    list.setPrefHeight(ROW * Math.min(MOST_ROWS, skipped.size()) + 2);
  }

  /// One picture.
  private final class Row extends ListCell<Skipped> {
    @Override
    protected void updateItem(@Nullable Skipped skipped, boolean empty) {
      super.updateItem(skipped, empty);
      setText(empty || skipped == null ? null : text.skipped(skipped));
    }
  }
}

package org.mixoscope.app.batch;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;

/// The samples that were written last, newest first; before the start a few as they would be.
final class LatestPane extends VBox {
  private static final double LEAST_SIDE = 138;
  private static final double GAP = 10;
  private static final double FRAME = 2;

  private final BatchModel model;
  private final Messages messages;
  private final BatchText text;
  private final Label title = Card.title();
  private final TilePane tiles = new TilePane();
  private final Label waiting = new Label();

  LatestPane(BatchModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    text = new BatchText(messages);
    getStyleClass().addAll("card", "latest-pane");
    tiles.getStyleClass().add("sample-tiles");
    tiles.setId("batch-samples");
    tiles.setHgap(GAP);
    tiles.setVgap(GAP);
    ScrollPane scroll = new ScrollPane(tiles);
    scroll.getStyleClass().add("bare-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    Explained.by(scroll, messages, "batch.latest");
    waiting.getStyleClass().add("waiting");
    waiting.setWrapText(true);
    StackPane body = new StackPane(scroll, waiting);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(title, body);
    title.setId("batch-latest-title");
    model.job().samplesProperty().subscribe(samples -> show());
    model.surveyProperty().subscribe(survey -> show());
    tiles.widthProperty().addListener((property, old, now) -> show());
    messages.languageProperty().addListener((property, old, now) -> show());
  }

  private void show() {
    List<Shown> written = model.job().samplesProperty().get();
    Survey survey = model.surveyProperty().get();
    boolean preview = written.isEmpty() && !model.job().isRunning() && survey != null;
    List<Shown> samples = preview ? survey.samples() : written;
    double side = side();
    tiles
        .getChildren()
        .setAll(samples.stream().map(one -> new SampleTile(one, text, side)).toList());
    waiting.setVisible(samples.isEmpty());
    boolean others = survey != null && survey.other() != null;
    waiting.setText(messages.get(others ? "batch.latest.others" : "batch.latest.none"));
    title.setText(messages.get(preview && !samples.isEmpty() ? "batch.preview" : "batch.latest"));
  }

  /// So that as many tiles as have room fill the line.
  private double side() {
    double step = LEAST_SIDE + FRAME + GAP;
    double width = Math.max(step, tiles.getWidth() + GAP);
    return Math.floor(width / Math.floor(width / step)) - GAP - FRAME;
  }
}

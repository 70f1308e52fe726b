package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.WhileVisible;

/// The runs side by side, their curves, and what can be said of them.
final class WorkPane extends VBox {
  /// The part of the width that the pad takes.
  private static final double PAD = 0.32;

  private final TrainModel model;
  private final Desk desk;
  private final Messages messages;

  /// Of the size of the font. A sentence more or less moves nothing under the pointer.
  private static final double TWO_LINES = 2.8;

  private final HBox lanes = new HBox();
  private final List<RunPane> panes = new ArrayList<>();
  private final CurvePlot accuracy;
  private final CurvePlot loss;
  private final InsightPlots insight;
  private final SketchPad pad;
  private final Asking<float[]> asking;
  private Sketch sketch = Sketch.EMPTY;
  private final Label look = OptionRow.note("train-look", "note");
  private final Label changes = new Label();

  /// @param isWhole with what can be said; an audience sees only plots and networks
  WorkPane(Desk desk, TrainModel model, boolean isWhole) {
    this.desk = desk;
    this.model = model;
    messages = desk.messages();
    insight = new InsightPlots(model, messages);
    pad = new SketchPad(messages, this::ask);
    asking = new Asking<>(model.trainer(), this::showDrawn);
    accuracy = new CurvePlot(CurvePlot.Kind.ACCURACY, messages);
    loss = new CurvePlot(CurvePlot.Kind.LOSS, messages);
    getStyleClass().add("train-work");
    visibleProperty().bind(model.waitingProperty().not());
    lanes.getStyleClass().add("settings");
    lanes.setMinHeight(0);
    pad.prefWidthProperty().bind(lanes.widthProperty().multiply(PAD));
    VBox.setVgrow(lanes, Priority.ALWAYS);
    HBox plots =
        new HBox(titled("train.accuracy", accuracy), titled("train.loss", loss), share(insight));
    plots.getStyleClass().addAll("card", "train-plots");
    getChildren().addAll(lanes, plots);
    if (isWhole) {
      getChildren().add(said());
    }
    WhileVisible.follow(
        this,
        this::showAll,
        model.trainer().viewProperty(),
        model.insightProperty(),
        model.endsProperty(),
        model.optionsProperty(),
        model.repeating().bandsProperty(),
        model.kept().comparedProperty(),
        messages.languageProperty());
  }

  private VBox said() {
    changes.setId("train-changes");
    changes.setWrapText(true);
    changes.setMinHeight(Region.USE_PREF_SIZE);
    changes.getStyleClass().add("changes");
    Label title = Card.title(messages.bind("train.changes"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head =
        new HBox(
            Explained.by(title, messages, "train.changes"), gap, new RepeatRow(model, messages));
    head.setAlignment(Pos.CENTER_LEFT);
    StackPane room = new StackPane(changes);
    room.setAlignment(Pos.TOP_LEFT);
    room.minHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.max(changes.getHeight(), TWO_LINES * changes.getFont().getSize()),
                changes.heightProperty(),
                changes.fontProperty()));
    VBox said = Card.of(head, room, look);
    said.getStyleClass().add("train-said");
    return said;
  }

  private VBox titled(String key, Region plot) {
    Label title = Card.title(messages.bind(key));
    VBox.setVgrow(plot, Priority.ALWAYS);
    return share(new VBox(Explained.by(title, messages, key), Explained.by(plot, messages, key)));
  }

  /// As wide as the others.
  private static VBox share(VBox box) {
    box.setPrefWidth(1);
    box.setMinWidth(0);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private void showAll() {
    show();
    showPreset();
  }

  private void showPreset() {
    look.setText(
        LabPreset.of(model.options())
            .map(preset -> messages.get(preset.key() + ".look"))
            .orElse(""));
  }

  private void show() {
    LabView now = model.trainer().viewProperty().get();
    if (now == null) {
      return;
    }
    if (panes.size() != now.lanes().size()) {
      fill(now.lanes().size());
    }
    boolean draws =
        now.options().data().isDigits()
            && model.insightProperty().get().look().on(now.options().data()) == Look.DRAW;
    if (draws != lanes.getChildren().contains(pad)) {
      arrange(draws);
    }
    panes.forEach(pane -> pane.show(now));
    if (draws) {
      ask(sketch);
    }
    Bands bands = model.bands();
    LabDocument behind = model.kept().comparedProperty().get();
    accuracy.show(now, bands, behind);
    loss.show(now, bands, behind);
    insight.show(now);
    changes.setText(said(now, bands));
  }

  private String said(LabView now, @Nullable Bands bands) {
    return bands != null && bands.isWhole()
        ? new SeedsOutcome(bands).text(messages)
        : Outcome.of(now)
            .map(outcome -> outcome.text(now.options(), messages))
            .orElseGet(() -> messages.get("train.change.waiting"));
  }

  /// What the networks say of what is drawn by hand.
  private void ask(Sketch drawn) {
    sketch = drawn;
    asking.ask(
        lane ->
            drawn.isEmpty()
                ? new float[0]
                : lane.network().predict(new float[][] {drawn.digit()})[0]);
  }

  private void showDrawn(List<float[]> probabilities) {
    LabView now = model.trainer().viewProperty().get();
    if (now != null && probabilities.size() == panes.size()) {
      List<String> classes = now.options().data().names();
      for (int k = 0; k < panes.size(); k++) {
        panes.get(k).showDrawn(classes, probabilities.get(k));
      }
    }
  }

  private void fill(int runs) {
    panes.clear();
    for (int k = 0; k < runs; k++) {
      RunPane pane = new RunPane(k, desk, model);
      pane.setPrefWidth(1);
      pane.setMinWidth(0);
      HBox.setHgrow(pane, Priority.ALWAYS);
      panes.add(pane);
    }
    arrange(false);
  }

  private void arrange(boolean withPad) {
    List<Node> all = new ArrayList<>(panes);
    if (withPad) {
      all.addFirst(pad);
    }
    lanes.getChildren().setAll(all);
  }
}

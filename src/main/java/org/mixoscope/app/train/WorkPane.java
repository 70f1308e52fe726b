package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;

/// The runs side by side, their curves, and what can be said of them.
final class WorkPane extends VBox {
  private final TrainModel model;
  private final ObservableValue<PicturesView.Kind> looked;
  private final Messages messages;
  private final HBox lanes = new HBox();
  private final List<RunPane> panes = new ArrayList<>();
  private final CurvePlot accuracy;
  private final CurvePlot loss;
  private final ReliabilityPlot reliability = new ReliabilityPlot();
  private final Label look = OptionRow.note("train-look", "note");
  private final Label changes = new Label();

  /// @param looked what is looked at of networks of pictures
  WorkPane(TrainModel model, ObservableValue<PicturesView.Kind> looked, Messages messages) {
    this.model = model;
    this.looked = looked;
    this.messages = messages;
    accuracy = new CurvePlot(CurvePlot.Kind.ACCURACY, messages);
    loss = new CurvePlot(CurvePlot.Kind.LOSS, messages);
    getStyleClass().add("train-work");
    lanes.getStyleClass().add("settings");
    lanes.setMinHeight(0);
    VBox.setVgrow(lanes, Priority.ALWAYS);
    HBox plots =
        new HBox(
            titled("train.accuracy", accuracy),
            titled("train.loss", loss),
            titled("train.reliability", reliability));
    plots.getStyleClass().addAll("card", "train-plots");
    getChildren().addAll(lanes, plots, said());
    model.trainer().viewProperty().subscribe(now -> show());
    looked.subscribe(now -> show());
    model.optionsProperty().subscribe(now -> showPreset());
    messages.languageProperty().subscribe(now -> showAll());
    model.kept().comparedProperty().subscribe(accuracy::showBehind);
    model.kept().comparedProperty().subscribe(loss::showBehind);
  }

  private VBox said() {
    changes.setId("train-changes");
    changes.setWrapText(true);
    changes.setMinHeight(Region.USE_PREF_SIZE);
    changes.getStyleClass().add("changes");
    Label title = Card.title(messages.bind("train.changes"));
    VBox said = Card.of(Explained.by(title, messages, "train.changes"), changes, look);
    said.getStyleClass().add("train-said");
    return said;
  }

  private VBox titled(String key, Region plot) {
    Label title = Card.title(messages.bind(key));
    VBox.setVgrow(plot, Priority.ALWAYS);
    VBox box = new VBox(Explained.by(title, messages, key), Explained.by(plot, messages, key));
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
    panes.forEach(pane -> pane.show(now));
    accuracy.show(now);
    loss.show(now);
    reliability.show(now);
    changes.setText(
        Outcome.of(now)
            .map(outcome -> outcome.text(now.options(), messages))
            .orElseGet(() -> messages.get("train.change.waiting")));
  }

  private void fill(int runs) {
    panes.clear();
    for (int k = 0; k < runs; k++) {
      RunPane pane = new RunPane(k, looked, messages);
      pane.setPrefWidth(1);
      pane.setMinWidth(0);
      HBox.setHgrow(pane, Priority.ALWAYS);
      panes.add(pane);
      PlaneEditor.connect(pane.plane(), model, messages);
    }
    lanes.getChildren().setAll(List.<Node>copyOf(panes));
  }
}

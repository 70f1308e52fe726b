package org.mixoscope.app.train;

import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Picker;

/// What stands beside accuracy and loss: calibration, robustness, or the prediction along λ. Only
/// what is seen is computed.
final class InsightPlots extends VBox {
  private final TrainModel model;
  private final ReliabilityPlot reliability = new ReliabilityPlot();
  private final RobustnessPane robustness;
  private final LambdaPane lambda;

  InsightPlots(TrainModel model, Messages messages) {
    this.model = model;
    robustness = new RobustnessPane(model, messages);
    lambda = new LambdaPane(model, messages);
    Picker<Insight.Plot> plot =
        new Picker<>(
            "train-plot",
            List.of(Insight.Plot.values()),
            one -> messages.get("train.plot." + one),
            one -> model.insightProperty().set(model.insightProperty().get().with(one)),
            messages);
    plot.getStyleClass().add("title-picker");
    model.insightProperty().subscribe(now -> plot.show(now.plot()));
    Explained.by(plot, messages, "train.plot");
    Explained.by(
        reliability,
        messages.bind("train.plot.RELIABILITY"),
        messages.bind("train.reliability.help"),
        "");
    StackPane body = new StackPane(reliability, robustness, lambda);
    body.setMinSize(0, 0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(plot, body);
  }

  void show(LabView now) {
    Insight.Plot plot = model.insightProperty().get().plot();
    reliability.setVisible(plot == Insight.Plot.RELIABILITY);
    robustness.setVisible(plot == Insight.Plot.ROBUSTNESS);
    lambda.setVisible(plot == Insight.Plot.LAMBDA);
    switch (plot) {
      case RELIABILITY -> reliability.show(now);
      case ROBUSTNESS -> robustness.show(now);
      case LAMBDA -> lambda.show(now);
    }
  }
}

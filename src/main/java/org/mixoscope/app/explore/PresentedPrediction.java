package org.mixoscope.app.explore;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.Predictions;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.lab.classifier.Classifier;

/// What a classifier says of the mix, in large type.
final class PresentedPrediction extends HBox {
  private final Predictions predictions;
  private final TopClasses top;

  PresentedPrediction(Desk desk) {
    predictions = desk.predictions();
    top = new TopClasses(predictions, desk.messages());
    setId("presented-prediction");
    getStyleClass().add("presented-prediction");
    HBox.setHgrow(top, Priority.ALWAYS);
    getChildren().addAll(Icons.of(Feather.CPU), top);
    PredictionPane.follow(this, desk, this::show);
  }

  private void show() {
    Classifier now = predictions.classifierProperty().get();
    if (now != null) {
      top.show(now);
    }
  }
}

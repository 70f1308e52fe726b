package org.mixoscope.app.explore;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.LambdaCurve;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Predictions;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.lab.classifier.Classifier;

/// The prediction along λ, with what its lines are; of a method without λ, why there is none.
final class CurvePane extends VBox {
  private static final int PAIR = 2;

  private final MixModel model;
  private final Predictions predictions;
  private final Messages messages;
  private final PredictionPlot plot = new PredictionPlot();
  private final List<Label> names = List.of(new Label(), new Label());
  private final Label label = new Label();
  private final Label why = new Label();
  private final HBox legend;
  private final StringProperty spoken = new SimpleStringProperty("");

  CurvePane(Desk desk) {
    model = desk.model();
    predictions = desk.predictions();
    messages = desk.messages();
    getStyleClass().add("curve-pane");
    plot.setId("curve-plot");
    why.setId("curve-why");
    why.setWrapText(true);
    why.getStyleClass().add("caption");
    label.textProperty().bind(messages.bind("prediction.label"));
    label.getStyleClass().add("caption");
    for (int k = 0; k < PAIR; k++) {
      names.get(k).getStyleClass().addAll("caption", "source-text");
      names.get(k).setMinWidth(0);
      SourceColour.of(k).dress(names.get(k));
    }
    label.setMinWidth(0);
    legend = new HBox(names.get(0), names.get(1), label);
    legend.getStyleClass().add("curve-legend");
    Explained.by(plot, spoken, messages.bind("prediction.curve.help"), "");
    VBox.setVgrow(plot, Priority.ALWAYS);
    getChildren().addAll(legend, plot, why);
    getChildren().forEach(node -> node.managedProperty().bind(node.visibleProperty()));
    WhileVisible.follow(
        this,
        this::show,
        predictions.classifierProperty(),
        predictions.curveProperty(),
        model.revisionProperty(),
        messages.languageProperty());
  }

  private void show() {
    boolean varied = LambdaCurve.isVaried(model.recipe());
    plot.setVisible(varied);
    legend.setVisible(varied);
    why.setVisible(!varied);
    String method = messages.get("method." + model.recipe().method().type().id());
    why.setText(messages.get("prediction.no-lambda", method));
    Classifier now = predictions.classifierProperty().get();
    LambdaCurve curve = predictions.curveProperty().get();
    List<OptionalInt> classes = IntStream.range(0, PAIR).mapToObj(predictions::classOf).toList();
    double lambda = model.recipe().draw().lambda();
    plot.show(curve == null ? List.of() : curve.points(), classes, lambda);
    for (int k = 0; k < PAIR; k++) {
      OptionalInt own = classes.get(k);
      names
          .get(k)
          .setText(
              now == null || own.isEmpty() ? "" : "p(" + now.classes().get(own.getAsInt()) + ")");
    }
    spoken.set(now == null || curve == null ? "" : spoken(now, curve, classes, lambda));
  }

  /// At the point next to the λ of the moment.
  private String spoken(
      Classifier now, LambdaCurve curve, List<OptionalInt> classes, double lambda) {
    StringBuilder said = new StringBuilder(messages.get("prediction.curve"));
    curve.points().stream()
        .min((a, b) -> Double.compare(Math.abs(a.lambda() - lambda), Math.abs(b.lambda() - lambda)))
        .ifPresent(
            point -> {
              said.append(", λ ").append(LabelBar.number(point.lambda()));
              for (OptionalInt own : classes) {
                own.ifPresent(
                    c ->
                        said.append(", ")
                            .append(now.classes().get(c))
                            .append(' ')
                            .append(LabelBar.number(point.probabilities().get(c))));
              }
            });
    return said.toString();
  }
}

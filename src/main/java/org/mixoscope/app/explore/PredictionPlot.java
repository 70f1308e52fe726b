package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.mixoscope.app.state.LambdaCurve;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.UnitAxis;

/// The probabilities of the classes of A and B for λ from 0 to 1, beside their weights in the
/// label, with a mark at the λ of the moment.
final class PredictionPlot extends Pane {
  private static final int PAIR = 2;
  private static final double TOP = 6;

  private final UnitAxis axis = new UnitAxis(this);
  private final Line one = new Line();
  private final Label name = new Label("λ");
  private final Line mark = new Line();
  private final List<Polyline> labels = List.of(new Polyline(), new Polyline());
  private final List<Polyline> said = List.of(new Polyline(), new Polyline());
  private List<LambdaCurve.Point> points = List.of();
  private List<OptionalInt> classes = List.of();
  private double lambda;

  PredictionPlot() {
    getStyleClass().add("curve-plot");
    one.getStyleClass().add("plot-axis");
    mark.getStyleClass().add("lambda-line");
    name.getStyleClass().add("plot-name");
    getChildren().add(one);
    getChildren().addAll(axis.nodes());
    for (int k = 0; k < PAIR; k++) {
      labels.get(k).getStyleClass().add("label-curve");
      said.get(k).getStyleClass().add("said-curve");
      SourceColour.of(k).dress(labels.get(k));
      SourceColour.of(k).dress(said.get(k));
    }
    getChildren().addAll(labels);
    getChildren().addAll(said);
    getChildren().addAll(mark, name);
    getChildren().forEach(node -> node.setManaged(false));
  }

  /// @param ofSources the classes of A and B, none where they are not known
  void show(List<LambdaCurve.Point> curve, List<OptionalInt> ofSources, double now) {
    points = curve;
    classes = ofSources;
    lambda = now;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    axis.layOut();
    axis.stand(mark, lambda, 0);
    axis.name(name, lambda, lambda > 0.5, TOP);
    one.setStartX(axis.xOf(0));
    one.setEndX(axis.xOf(1));
    one.setStartY(TOP);
    one.setEndY(TOP);
    for (int k = 0; k < classes.size(); k++) {
      int source = k;
      OptionalInt own = classes.get(k);
      draw(labels.get(k), point -> point.label().get(source));
      said.get(k).setVisible(own.isPresent());
      if (own.isPresent()) {
        draw(said.get(k), point -> point.probabilities().get(own.getAsInt()));
      }
    }
  }

  private void draw(Polyline line, ToDoubleFunction<LambdaCurve.Point> value) {
    double height = axis.base() - TOP;
    List<Double> places = new ArrayList<>();
    for (LambdaCurve.Point point : points) {
      places.add(axis.xOf(point.lambda()));
      places.add(axis.base() - value.applyAsDouble(point) * height);
    }
    line.getPoints().setAll(places);
  }
}

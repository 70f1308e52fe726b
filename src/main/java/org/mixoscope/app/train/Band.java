package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.Node;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.mixoscope.lab.study.Measure;
import org.mixoscope.lab.study.Spread;

/// A run over several seeds in a plot: a line at the mean, a band of one standard deviation on both
/// sides.
///
/// @param value what is plotted
record Band(Bands bands, int run, Measure value) {
  /// @param x where an epoch is, from 1
  /// @param y where a value is
  List<Node> shape(DoubleUnaryOperator x, DoubleUnaryOperator y) {
    int[] epochs = Curve.seen(bands.epochs().size()).toArray();
    Polygon area = new Polygon();
    Polyline middle = new Polyline();
    area.getStyleClass().add("curve-band");
    middle.getStyleClass().add("curve-mean");
    List<Double> back = new ArrayList<>();
    for (int epoch : epochs) {
      Spread spread = bands.of(epoch, run, value);
      double at = x.applyAsDouble(epoch + 1);
      area.getPoints().addAll(at, y.applyAsDouble(spread.mean() + spread.sd()));
      middle.getPoints().addAll(at, y.applyAsDouble(spread.mean()));
      back.addAll(0, List.of(at, y.applyAsDouble(spread.mean() - spread.sd())));
    }
    area.getPoints().addAll(back);
    RunHue.of(run).dress(area);
    RunHue.of(run).dress(middle);
    area.setManaged(false);
    middle.setManaged(false);
    return List.of(area, middle);
  }
}

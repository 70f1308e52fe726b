package org.mixoscope.app.train;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.mixoscope.lab.study.Spread;
import org.mixoscope.lab.study.Study.Point;

/// A run over several seeds in a plot: a line at the mean, a band of one standard deviation on both
/// sides.
///
/// @param value what is plotted
record Band(Bands bands, int run, ToDoubleFunction<Point> value) {
  /// More points than a plot has room for are left out evenly.
  private static final int MOST = 200;

  /// @param x where an epoch is, from 1
  /// @param y where a value is
  List<Node> shape(DoubleUnaryOperator x, DoubleUnaryOperator y) {
    int all = bands.epochs().size();
    int step = all / MOST + 1;
    List<Integer> epochs =
        IntStream.range(0, all).filter(e -> (all - 1 - e) % step == 0).boxed().toList();
    Polygon area = new Polygon();
    Polyline middle = new Polyline();
    area.getStyleClass().add("curve-band");
    middle.getStyleClass().add("curve-mean");
    for (int epoch : epochs) {
      Spread spread = bands.of(epoch, run, value);
      area.getPoints()
          .addAll(x.applyAsDouble(epoch + 1), y.applyAsDouble(spread.mean() + spread.sd()));
      middle.getPoints().addAll(x.applyAsDouble(epoch + 1), y.applyAsDouble(spread.mean()));
    }
    for (int epoch : epochs.reversed()) {
      Spread spread = bands.of(epoch, run, value);
      area.getPoints()
          .addAll(x.applyAsDouble(epoch + 1), y.applyAsDouble(spread.mean() - spread.sd()));
    }
    RunHue.of(run).dress(area);
    RunHue.of(run).dress(middle);
    area.setManaged(false);
    middle.setManaged(false);
    return List.of(area, middle);
  }
}

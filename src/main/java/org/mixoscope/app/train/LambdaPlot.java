package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.UnitAxis;

/// What every network says of the mixes between two samples: the probability of the class of A for
/// λ from 0 to 1 as a solid line, that of B as a dashed one, beside the straight lines of the
/// label.
final class LambdaPlot extends Pane {
  private static final double TOP = 6;

  private final UnitAxis axis = new UnitAxis(this);
  private final Label name = new Label("λ");
  private final List<Node> drawn = new ArrayList<>();
  private List<float[][]> said = List.of();
  private @Nullable Ends ends;

  LambdaPlot() {
    setId("plot-lambda");
    setMinSize(0, 0);
    name.getStyleClass().add("tick");
    getChildren().addAll(axis.nodes());
    getChildren().add(name);
    getChildren().forEach(node -> node.setManaged(false));
  }

  /// @param probabilities of each run, a row for each λ
  void show(Ends of, List<float[][]> probabilities) {
    ends = of;
    said = probabilities;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    axis.layOut();
    axis.name(name, 0.75, true, axis.base() + 3);
    getChildren().removeAll(drawn);
    drawn.clear();
    Ends now = ends;
    if (now == null) {
      return;
    }
    int a = now.test().classOf(now.a());
    int b = now.test().classOf(now.b());
    label(0, a == b ? 1 : 0);
    label(1, a == b ? 1 : 0);
    for (int k = 0; k < said.size(); k++) {
      float[][] rows = said.get(k);
      if (a != b) {
        drawn.add(line(k, "curve-mixed", rows.length, s -> rows[s][b]));
      }
      drawn.add(line(k, "curve-test", rows.length, s -> rows[s][a]));
    }
    getChildren().addAll(drawn);
  }

  /// A straight line from one corner, or across where both are of one class.
  private void label(int end, double atZero) {
    Line line = new Line(axis.xOf(0), yOf(end == 0 ? atZero : 1), axis.xOf(1), yOf(0));
    line.setEndY(end == 0 ? yOf(1) : yOf(atZero));
    line.getStyleClass().add("label-curve");
    SourceColour.of(end).dress(line);
    line.setManaged(false);
    drawn.add(line);
  }

  private Polyline line(int run, String style, int points, IntToDoubleFunction value) {
    Polyline line = new Polyline();
    line.setManaged(false);
    line.getStyleClass().add(style);
    RunHue.of(run).dress(line);
    for (int s = 0; s < points; s++) {
      line.getPoints().addAll(axis.xOf(Ends.lambda(s)), yOf(value.applyAsDouble(s)));
    }
    return line;
  }

  private double yOf(double value) {
    return axis.base() - value * (axis.base() - TOP);
  }
}

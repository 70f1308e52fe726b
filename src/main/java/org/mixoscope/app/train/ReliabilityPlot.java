package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.UnitAxis;
import org.mixoscope.lab.Metrics;
import org.mixoscope.lab.study.Study.Point;

/// How often each network is right when it is so sure, of the test samples in 15 bins. Above the
/// diagonal it is right more often than it believes.
final class ReliabilityPlot extends Pane {
  private static final double TOP = 8;

  /// Of fewer samples a bin says nothing.
  private static final int LEAST = 5;

  private final UnitAxis axis = new UnitAxis(this);
  private final Line diagonal = new Line();
  private final List<Polyline> lines = new ArrayList<>();
  private @Nullable LabView view;

  ReliabilityPlot() {
    setId("plot-reliability");
    setMinSize(0, 0);
    diagonal.getStyleClass().add("curve-mark");
    getChildren().add(diagonal);
    getChildren().addAll(axis.nodes());
    getChildren().forEach(node -> node.setManaged(false));
  }

  void show(LabView now) {
    if (!now.hasCurvesOf(view)) {
      requestLayout();
    }
    view = now;
  }

  @Override
  protected void layoutChildren() {
    axis.layOut();
    diagonal.setStartX(axis.xOf(0));
    diagonal.setStartY(yOf(0));
    diagonal.setEndX(axis.xOf(1));
    diagonal.setEndY(yOf(1));
    getChildren().removeAll(lines);
    lines.clear();
    LabView now = view;
    if (now == null) {
      return;
    }
    for (int k = 0; k < now.lanes().size(); k++) {
      Point last = now.lanes().get(k).last();
      if (last != null) {
        lines.add(line(k, last.test()));
      }
    }
    getChildren().addAll(lines);
  }

  private Polyline line(int run, Metrics test) {
    Polyline line = new Polyline();
    line.setManaged(false);
    line.getStyleClass().add("curve-test");
    RunHue.of(run).dress(line);
    for (Metrics.Bin bin : test.reliability()) {
      if (bin.count() >= LEAST) {
        line.getPoints().addAll(axis.xOf(bin.confidence()), yOf(bin.accuracy()));
      }
    }
    return line;
  }

  private double yOf(double value) {
    return axis.base() - value * (axis.base() - TOP);
  }
}

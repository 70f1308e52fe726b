package org.mixoscope.app.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;
import org.jspecify.annotations.Nullable;
import org.mixoscope.stats.LambdaHistogram;

/// Histograms of λ and of λ̂ over each other, on the same axis as the density above.
public final class HistogramPlot extends Pane {
  private static final double SIDE = 8;
  private static final double GAP = 1;

  private final Path drawn = new Path();
  private final Path effective = new Path();
  private @Nullable LambdaHistogram counts;

  public HistogramPlot() {
    setMinHeight(44);
    setPrefHeight(60);
    drawn.getStyleClass().add("drawn-bars");
    effective.getStyleClass().add("effective-bars");
    drawn.setManaged(false);
    effective.setManaged(false);
    getChildren().addAll(drawn, effective);
  }

  /// @param withDrawn whether λ is drawn, so that there is something to see of it
  public void show(LambdaHistogram histogram, boolean withDrawn) {
    counts = histogram;
    drawn.setVisible(withDrawn);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    LambdaHistogram now = counts;
    if (now == null) {
      return;
    }
    int highest =
        Stream.concat(
                drawn.isVisible() ? now.drawn().stream() : Stream.empty(), now.effective().stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(1);
    bars(drawn, now.drawn(), highest);
    bars(effective, now.effective(), highest);
  }

  private void bars(Path path, List<Integer> bins, int highest) {
    double width = (getWidth() - 2 * SIDE) / bins.size();
    path.getElements().clear();
    for (int i = 0; i < bins.size(); i++) {
      double x = SIDE + i * width;
      double y = getHeight() * (1 - (double) bins.get(i) / highest);
      if (bins.get(i) > 0) {
        path.getElements().addAll(bar(x + GAP, y, x + width - GAP, getHeight()));
      }
    }
  }

  private static List<PathElement> bar(double x1, double y1, double x2, double y2) {
    return List.of(
        new MoveTo(x1, y2), new VLineTo(y1), new HLineTo(x2), new VLineTo(y2), new ClosePath());
  }
}

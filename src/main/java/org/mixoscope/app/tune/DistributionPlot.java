package org.mixoscope.app.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.VLineTo;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.UnitAxis;
import org.mixoscope.kernel.Beta;
import org.mixoscope.stats.BetaCurve;
import org.mixoscope.stats.Distribution;
import org.mixoscope.stats.Estimate;
import org.mixoscope.stats.MixStatistics;

/// Histograms of λ and of λ̂ over each other, with their means marked and the density that λ comes
/// from. Bars too high for the plot are cut off and carry their height in words.
final class DistributionPlot extends Pane {
  private static final double TOP = 34;
  private static final double GAP = 1;
  private static final int POINTS = 200;

  /// The highest bar that is shown in full, as a multiple of what evenly filled bins have.
  private static final double CEILING = 4;

  private final Path drawn = styled(new Path(), "drawn-bars");
  private final Path effective = styled(new Path(), "effective-bars");
  private final Polyline curve = styled(new Polyline(), "density-curve");
  private final UnitAxis axis = new UnitAxis(this);
  private final Line drawnMean = styled(new Line(), "drawn-mean");
  private final Line effectiveMean = styled(new Line(), "effective-line");
  private final Label drawnName = styled(new Label(), "mean-name");
  private final Label effectiveName = styled(new Label(), "plot-name");
  private final List<Label> heights = new ArrayList<>();
  private @Nullable MixStatistics statistics;
  private @Nullable Beta beta;

  DistributionPlot() {
    getStyleClass().add("distribution-plot");
    setMinSize(0, 130);
    getChildren().addAll(drawn, effective, curve);
    getChildren().addAll(axis.nodes());
    getChildren().addAll(drawnMean, effectiveMean, drawnName, effectiveName);
    getChildren().forEach(node -> node.setManaged(false));
  }

  private static <N extends Node> N styled(N node, String style) {
    node.getStyleClass().add(style);
    return node;
  }

  /// @param withLambda whether λ is drawn, so that there is something to see of it
  /// @param density what λ comes from, null if it is no Beta distribution
  void show(MixStatistics numbers, boolean withLambda, @Nullable Beta density) {
    statistics = numbers;
    beta = density;
    Stream.of(drawn, drawnMean, drawnName).forEach(node -> node.setVisible(withLambda));
    curve.setVisible(density != null);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    MixStatistics now = statistics;
    if (now == null) {
      return;
    }
    List<Double> lambda = drawn.isVisible() ? values(now.lambda()) : List.of();
    List<Double> shares = values(now.effective());
    double highest =
        DoubleStream.concat(
                lambda.stream().mapToDouble(p -> p), shares.stream().mapToDouble(p -> p))
            .max()
            .orElse(1);
    double ceiling = Math.min(highest, CEILING / shares.size());
    bars(drawn, lambda, ceiling);
    bars(effective, shares, ceiling);
    heights(lambda, shares, ceiling);
    curve(shares.size(), ceiling);
    axis.layOut();
    double lambdaMean = now.lambda().mean().value();
    double shareMean = now.effective().mean().value();
    axis.stand(drawnMean, lambdaMean, TOP - 14);
    axis.stand(effectiveMean, shareMean, TOP - 14);
    drawnName.setText("λ " + number(now.lambda().mean()));
    effectiveName.setText("λ̂ " + number(now.effective().mean()));
    boolean toTheLeft = lambdaMean <= shareMean;
    axis.name(drawnName, lambdaMean, toTheLeft, TOP - 22);
    axis.name(effectiveName, shareMean, !toTheLeft, TOP - 22);
  }

  private static List<Double> values(Distribution distribution) {
    return distribution.histogram().stream().map(Estimate::value).toList();
  }

  private void bars(Path path, List<Double> bins, double ceiling) {
    path.getElements().clear();
    double width = axis.width() / Math.max(1, bins.size());
    for (int i = 0; i < bins.size(); i++) {
      double y = axis.base() - Math.min(1, bins.get(i) / ceiling) * (axis.base() - TOP);
      double x = axis.xOf(0) + i * width;
      path.getElements()
          .addAll(
              new MoveTo(x + GAP, axis.base()),
              new VLineTo(y),
              new HLineTo(x + width - GAP),
              new VLineTo(axis.base()),
              new ClosePath());
    }
  }

  /// The share of samples in the outermost bars, where they are cut off.
  private void heights(List<Double> lambda, List<Double> shares, double ceiling) {
    getChildren().removeAll(heights);
    heights.clear();
    for (boolean right : List.of(false, true)) {
      double share = right ? shares.getLast() : shares.getFirst();
      double drawnShare = lambda.isEmpty() ? 0 : right ? lambda.getLast() : lambda.getFirst();
      double line = TOP;
      if (share > ceiling) {
        line = height(share, "plot-name", right, line);
      }
      if (drawnShare > ceiling) {
        height(drawnShare, "mean-name", right, line);
      }
    }
  }

  private double height(double share, String style, boolean right, double y) {
    Label label = styled(new Label(String.format(Locale.ROOT, "%.0f %%", 100 * share)), style);
    label.setManaged(false);
    heights.add(label);
    getChildren().add(label);
    label.applyCss();
    label.autosize();
    double beside = axis.width() / Consequences.BINS + 4;
    label.relocate(right ? axis.xOf(1) - beside - label.getWidth() : axis.xOf(0) + beside, y);
    return y + label.getHeight();
  }

  private void curve(int bins, double ceiling) {
    curve.getPoints().clear();
    Beta density = beta;
    if (density != null) {
      for (BetaCurve.Point point : new BetaCurve(density, bins * ceiling).points(POINTS)) {
        double height = point.height() * (axis.base() - TOP);
        curve.getPoints().addAll(axis.xOf(point.lambda()), axis.base() - height);
      }
    }
  }

  private static String number(Estimate mean) {
    return String.format(Locale.ROOT, "%.3f", mean.value());
  }
}

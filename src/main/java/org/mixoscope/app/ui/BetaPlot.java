package org.mixoscope.app.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.ScaleTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.util.Duration;
import org.mixoscope.kernel.Beta;
import org.mixoscope.stats.BetaCurve;

/// The density of Beta(α, α), with λ and λ̂ marked. Made of shapes, so that it stays sharp at any
/// scale. Where the density is infinite the curve leaves the plot, and ∞ says so.
public final class BetaPlot extends Pane {
  private static final int POINTS = 160;
  private static final double TOP = 22;
  private static final double RUG = 7;

  /// Where the name of λ would lie on the sign of infinity.
  private static final double NEAR = 0.1;

  private final Polygon area = new Polygon();
  private final Polyline curve = new Polyline();
  private final UnitAxis axis = new UnitAxis(this);
  private final Line drawn = new Line();
  private final Line effective = new Line();
  private final Path drawsSoFar = new Path();
  private final Circle knob = new Circle(6);
  private final Label drawnName = new Label("λ");
  private final Label effectiveName = new Label("λ̂");
  private final List<Label> infinities = List.of(new Label("∞"), new Label("∞"));
  private Beta beta = new Beta(1);
  private List<Double> draws = List.of();
  private double lambda = 0.5;
  private double share = 0.5;

  public BetaPlot() {
    getStyleClass().add("beta-plot");
    setMinHeight(84);
    setPrefHeight(104);
    area.getStyleClass().add("density-area");
    curve.getStyleClass().add("density-curve");
    drawsSoFar.getStyleClass().add("draws-so-far");
    drawn.getStyleClass().add("lambda-line");
    effective.getStyleClass().add("effective-line");
    knob.getStyleClass().add("lambda-knob");
    drawnName.getStyleClass().add("plot-name");
    effectiveName.getStyleClass().add("plot-name");
    infinities.forEach(mark -> mark.getStyleClass().add("tick"));
    getChildren().addAll(infinities);
    getChildren().addAll(area, curve);
    getChildren().addAll(axis.nodes());
    getChildren().addAll(drawsSoFar, effective, drawn, knob, drawnName, effectiveName);
    getChildren().forEach(node -> node.setManaged(false));
  }

  /// @param soFar every λ that the seed gave until now
  public void show(Beta distribution, double newLambda, double newShare, List<Double> soFar) {
    boolean same = distribution.equals(beta) && newLambda == lambda && newShare == share;
    if (same && soFar.equals(draws)) {
      return;
    }
    beta = distribution;
    draws = soFar;
    lambda = newLambda;
    share = newShare;
    requestLayout();
  }

  /// Draws the eye to the marker, as if λ had just been drawn.
  public void announce() {
    ScaleTransition falling = new ScaleTransition(Duration.millis(700), knob);
    falling.setFromX(3);
    falling.setFromY(3);
    falling.setToX(1);
    falling.setToY(1);
    falling.play();
  }

  /// The λ at a horizontal position; may lie outside [0, 1].
  public double lambdaAt(double x) {
    return axis.valueAt(x);
  }

  private double xOf(double value) {
    return axis.xOf(value);
  }

  @Override
  protected void layoutChildren() {
    double base = axis.base();
    double height = base - TOP;
    List<Double> points = new ArrayList<>();
    for (BetaCurve.Point point : BetaCurve.of(beta).points(POINTS)) {
      points.add(xOf(point.lambda()));
      points.add(base - point.height() * height);
    }
    curve.getPoints().setAll(points);
    points.addAll(List.of(xOf(1), base, xOf(0), base));
    area.getPoints().setAll(points);
    drawsSoFar.getElements().clear();
    for (double draw : draws) {
      drawsSoFar
          .getElements()
          .addAll(new MoveTo(xOf(draw), base - RUG), new LineTo(xOf(draw), base));
    }
    axis.layOut();
    axis.stand(drawn, lambda, 10);
    axis.stand(effective, share, TOP);
    knob.setCenterX(xOf(lambda));
    knob.setCenterY(8);
    for (int i = 0; i < infinities.size(); i++) {
      Label mark = infinities.get(i);
      mark.setVisible(beta.alpha() < 1 && Math.abs(lambda - i) > NEAR);
      mark.autosize();
      mark.relocate(xOf(i) - mark.getWidth() * i, TOP - mark.getHeight() - 1);
    }
    boolean toTheLeft = lambda <= share;
    axis.name(drawnName, lambda, toTheLeft, TOP - 8);
    axis.name(effectiveName, share, !toTheLeft, TOP - 8);
    boolean apart = Math.abs(share - lambda) > 0.002;
    effective.setVisible(apart);
    effectiveName.setVisible(apart);
  }
}

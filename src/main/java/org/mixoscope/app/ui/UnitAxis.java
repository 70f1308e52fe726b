package org.mixoscope.app.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// The axis from 0 to 1 at the foot of a plot, and what stands upright on it.
public final class UnitAxis {
  private static final double SIDE = 8;
  private static final double BOTTOM = 18;
  private static final double BESIDE = 6;

  private final Region plot;
  private final Line line = new Line();
  private final List<Label> ticks = Stream.of("0", "0.5", "1").map(Label::new).toList();

  /// @param plot whose whole size is used; it adds [#nodes] to its own
  public UnitAxis(Region plot) {
    this.plot = plot;
    line.getStyleClass().add("plot-axis");
    ticks.forEach(tick -> tick.getStyleClass().add("tick"));
  }

  public List<Node> nodes() {
    return Stream.concat(Stream.of(line), ticks.stream()).toList();
  }

  /// The horizontal position of a value.
  public double xOf(double value) {
    return SIDE + value * width();
  }

  /// The value at a horizontal position; may lie outside [0, 1].
  public double valueAt(double x) {
    return (x - SIDE) / width();
  }

  /// How far 0 and 1 are apart.
  public double width() {
    return plot.getWidth() - 2 * SIDE;
  }

  /// The vertical position of the axis.
  public double base() {
    return plot.getHeight() - BOTTOM;
  }

  /// Puts axis and ticks into their places.
  public void layOut() {
    place(line, xOf(0), base(), xOf(1), base());
    for (int i = 0; i < ticks.size(); i++) {
      Label tick = ticks.get(i);
      tick.autosize();
      tick.relocate(xOf(i / 2.0) - tick.getWidth() * i / 2.0, base() + 3);
    }
  }

  /// Stands a line on the axis.
  public void stand(Line mark, double value, double top) {
    place(mark, xOf(value), top, xOf(value), base());
  }

  /// Puts the name of a mark to its left or right, within the plot.
  public void name(Label label, double value, boolean left, double y) {
    label.autosize();
    double wanted = left ? xOf(value) - label.getWidth() - BESIDE : xOf(value) + BESIDE;
    double last = Math.max(0, plot.getWidth() - label.getWidth());
    label.relocate(Math.clamp(wanted, 0, last), y);
  }

  private static void place(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }
}

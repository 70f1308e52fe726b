package org.mixoscope.app.audit;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// How large a difference is, to the left for too little and to the right for too much.
final class DifferenceBar extends Pane {
  private static final double HEIGHT = 8;

  /// What fills half of the bar.
  private static final double FULL = 0.5;

  private final Region axis = new Region();
  private final Region bar = new Region();
  private double difference;

  DifferenceBar() {
    getStyleClass().add("difference-bar");
    axis.getStyleClass().add("difference-axis");
    bar.getStyleClass().add("difference");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    getChildren().addAll(bar, axis);
    getChildren().forEach(node -> node.setManaged(false));
  }

  void show(double now) {
    difference = now;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double middle = getWidth() / 2;
    // What is there at all must be seen.
    double length =
        difference == 0 ? 0 : Math.max(1.5, Math.min(1, Math.abs(difference) / FULL) * middle);
    bar.resizeRelocate(difference < 0 ? middle - length : middle, 0, length, getHeight());
    axis.resizeRelocate(middle - 0.5, 0, 1, getHeight());
  }
}

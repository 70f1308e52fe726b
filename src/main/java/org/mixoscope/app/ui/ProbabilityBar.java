package org.mixoscope.app.ui;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A probability as the filled part of a line. It has the colour of the source whose style class it
/// wears.
public final class ProbabilityBar extends Pane {
  private final Region fill = new Region();
  private double probability;

  public ProbabilityBar() {
    getStyleClass().add("probability-bar");
    fill.getStyleClass().add("probability");
    getChildren().add(fill);
  }

  /// @param value within [0, 1]
  public void show(double value) {
    probability = value;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    fill.resizeRelocate(0, 0, Math.clamp(probability, 0, 1) * getWidth(), getHeight());
  }
}

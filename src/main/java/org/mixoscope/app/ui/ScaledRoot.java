package org.mixoscope.app.ui;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Lays its content out as if the window were of a comfortable size and enlarges it to fill a
/// larger one: on a projector or a large screen letters grow with the window, and stay sharp. In a
/// window that has no room for all of it, letters shrink.
public final class ScaledRoot extends Region {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double LEAST_WIDTH = 1100;
  private static final double LEAST_HEIGHT = 700;

  private Region content;
  private final Scale scale = new Scale();

  /// The root of a scene that shows this content.
  public ScaledRoot(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  /// Shows something else.
  public void show(Region other) {
    content.getTransforms().remove(scale);
    content = other;
    other.getTransforms().add(scale);
    getChildren().setAll(other);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double enlarged = Math.min(getWidth() / WIDTH, getHeight() / HEIGHT);
    double reduced = Math.min(getWidth() / LEAST_WIDTH, getHeight() / LEAST_HEIGHT);
    double factor = Math.max(enlarged, Math.min(1, reduced));
    scale.setX(factor);
    scale.setY(factor);
    content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
  }
}

package org.mixoscope.app.ui;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Lays its content out as if the window were of a comfortable size and enlarges it to fill a
/// larger one: on a projector or a large screen letters grow with the window, and stay sharp.
public final class ScaledRoot extends Region {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  private final Region content;
  private final Scale scale = new Scale();

  /// The root of a scene that shows this content.
  public ScaledRoot(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  @Override
  protected void layoutChildren() {
    double factor = Math.max(1, Math.min(getWidth() / WIDTH, getHeight() / HEIGHT));
    scale.setX(factor);
    scale.setY(factor);
    content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
  }
}

package org.mixoscope.app.ui;

import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Cuts off what is drawn too far outside a region, such as the part of a box that lies beyond its
/// picture.
public final class Clip {
  private Clip() {}

  /// @param margin around the region that is still seen
  public static void beyond(Region region, double margin) {
    Rectangle seen = new Rectangle(-margin, -margin, 0, 0);
    seen.widthProperty().bind(region.widthProperty().add(2 * margin));
    seen.heightProperty().bind(region.heightProperty().add(2 * margin));
    region.setClip(seen);
  }
}

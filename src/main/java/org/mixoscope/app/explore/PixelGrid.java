package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.mixoscope.app.marks.Placement;
import org.mixoscope.kernel.Frame;

/// Lines between pixels that are large enough for it.
final class PixelGrid extends Path {
  private static final double LEAST_PIXEL = 8;

  PixelGrid() {
    getStyleClass().add("pixel-grid");
    setId("pixel-grid");
    setMouseTransparent(true);
    setManaged(false);
  }

  void place(Placement placement, double roomWidth, double roomHeight) {
    setVisible(placement.scale() >= LEAST_PIXEL);
    List<PathElement> lines = new ArrayList<>();
    if (isVisible()) {
      Frame frame = placement.frame();
      double left = Math.max(0, placement.left());
      double right = Math.min(roomWidth, placement.left() + placement.width());
      double top = Math.max(0, placement.top());
      double bottom = Math.min(roomHeight, placement.top() + placement.height());
      for (int x = 0; x <= frame.width(); x++) {
        double at = placement.left() + x * placement.scale();
        if (at >= left && at <= right) {
          lines.addAll(List.of(new MoveTo(at, top), new LineTo(at, bottom)));
        }
      }
      for (int y = 0; y <= frame.height(); y++) {
        double at = placement.top() + y * placement.scale();
        if (at >= top && at <= bottom) {
          lines.addAll(List.of(new MoveTo(left, at), new LineTo(right, at)));
        }
      }
    }
    getElements().setAll(lines);
  }
}

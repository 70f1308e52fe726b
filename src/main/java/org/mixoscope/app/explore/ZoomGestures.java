package org.mixoscope.app.explore;

import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.marks.Placement;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.state.Viewport;

/// Zooms the picture at the pointer by wheel or pinch, and moves it: by the middle button anywhere,
/// by the first one beside the box, by the arrow keys while the picture has the focus.
final class ZoomGestures {
  /// How far the wheel turns for twice the size.
  private static final double DOUBLING = 160;

  private static final double KEY_FACTOR = Math.sqrt(2);
  private static final double KEY_PAN = 0.1;

  private final Pane canvas;
  private final Sight sight;
  private final Supplier<@Nullable Placement> placement;
  private @Nullable Point2D last;

  ZoomGestures(Pane canvas, ImageView image, Sight sight, Supplier<@Nullable Placement> placement) {
    this.canvas = canvas;
    this.sight = sight;
    this.placement = placement;
    canvas.setOnScroll(this::turn);
    canvas.setOnZoom(this::pinch);
    canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, this::grip);
    canvas.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    canvas.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> release());
    image.setOnKeyPressed(this::step);
  }

  void larger() {
    zoom(KEY_FACTOR, sight.viewportProperty().get().x(), sight.viewportProperty().get().y());
  }

  void smaller() {
    zoom(1 / KEY_FACTOR, sight.viewportProperty().get().x(), sight.viewportProperty().get().y());
  }

  private void turn(ScrollEvent event) {
    Placement now = placement.get();
    if (now != null && event.getDeltaY() != 0) {
      double factor = Math.pow(2, event.getDeltaY() / DOUBLING);
      zoom(factor, now.u(event.getX()), now.v(event.getY()));
      event.consume();
    }
  }

  private void pinch(ZoomEvent event) {
    Placement now = placement.get();
    if (now != null) {
      zoom(event.getZoomFactor(), now.u(event.getX()), now.v(event.getY()));
      event.consume();
    }
  }

  private void zoom(double factor, double u, double v) {
    Placement now = placement.get();
    if (now != null) {
      double most = Placement.mostZoom(now.frame(), canvas.getWidth(), canvas.getHeight());
      Viewport viewport = sight.viewportProperty().get();
      sight.viewportProperty().set(viewport.zoomed(factor, u, v, most));
    }
  }

  private void grip(MouseEvent event) {
    boolean free = event.getTarget().equals(canvas) || event.getTarget() instanceof ImageView;
    boolean pans =
        event.getButton() == MouseButton.MIDDLE
            || (event.getButton() == MouseButton.PRIMARY && free);
    if (pans && sight.viewportProperty().get().zoom() > 1) {
      last = new Point2D(event.getX(), event.getY());
      canvas.setCursor(Cursor.CLOSED_HAND);
      event.consume();
    }
  }

  private void drag(MouseEvent event) {
    Point2D before = last;
    Placement now = placement.get();
    if (before != null && now != null) {
      pan(
          (before.getX() - event.getX()) / now.width(),
          (before.getY() - event.getY()) / now.height());
      last = new Point2D(event.getX(), event.getY());
      event.consume();
    }
  }

  private void release() {
    last = null;
    canvas.setCursor(null);
  }

  private void pan(double du, double dv) {
    sight.viewportProperty().set(sight.viewportProperty().get().panned(du, dv));
  }

  private void step(KeyEvent event) {
    double by = KEY_PAN / sight.viewportProperty().get().zoom();
    Arrows.take(event, (dx, dy) -> pan(dx * by, dy * by));
  }
}

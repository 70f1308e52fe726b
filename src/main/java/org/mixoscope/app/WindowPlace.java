package org.mixoscope.app;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.memory.Remembered;

/// Where a window is, to be put there again.
final class WindowPlace {
  private static final double LEAST_VISIBLE = 100;

  private final Stage stage;
  private Remembered.@Nullable Place place;

  WindowPlace(Stage stage) {
    this.stage = stage;
  }

  /// Puts the window where it was; a place that no screen shows any more is left to the system.
  void restore(Remembered.@Nullable Place last) {
    place = last;
    if (last != null && isOnAScreen(last)) {
      stage.setX(last.x());
      stage.setY(last.y());
      stage.setWidth(last.width());
      stage.setHeight(last.height());
      stage.setMaximized(last.maximised());
    }
  }

  /// Where it is, or, while it fills a screen, returns to.
  Remembered.Place now() {
    boolean fills = stage.isMaximized() || stage.isFullScreen() || stage.isIconified();
    Remembered.Place last = place;
    Remembered.Place now =
        fills && last != null
            ? new Remembered.Place(
                last.x(), last.y(), last.width(), last.height(), stage.isMaximized())
            : new Remembered.Place(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized());
    place = now;
    return now;
  }

  /// Whether enough of it is visible to be dragged.
  private static boolean isOnAScreen(Remembered.Place place) {
    Rectangle2D top =
        new Rectangle2D(place.x(), Math.max(place.y(), 0), Math.max(place.width(), 1), 1);
    return place.y() >= -LEAST_VISIBLE
        && Screen.getScreens().stream()
            .map(Screen::getVisualBounds)
            .anyMatch(
                bounds ->
                    bounds.intersects(top)
                        && Math.min(bounds.getMaxX(), top.getMaxX())
                                - Math.max(bounds.getMinX(), top.getMinX())
                            >= LEAST_VISIBLE);
  }
}

package org.mixoscope.app;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.memory.Remembered;

/// Where a window is, to be put there again.
final class WindowPlace {
  private static final double LEAST_VISIBLE = 100;

  /// Enough to show that there are two.
  private static final double ASIDE = 36;

  private final Stage stage;
  private Remembered.@Nullable Place place;

  WindowPlace(Stage stage) {
    this.stage = stage;
  }

  /// Puts the window where it was, no larger than its screen; a place that no screen shows any more
  /// is left to the system.
  ///
  /// @param alone whether no other window is there that it would hide
  void restore(Remembered.@Nullable Place last, boolean alone) {
    place = last;
    if (last != null && isOnAScreen(last)) {
      double aside = alone ? 0 : ASIDE;
      Rectangle2D bounds = screenOf(last);
      double width = Math.min(last.width(), bounds.getWidth());
      double height = Math.min(last.height(), bounds.getHeight());
      stage.setX(Math.min(last.x() + aside, Math.max(last.x(), bounds.getMaxX() - width)));
      stage.setY(Math.min(last.y() + aside, Math.max(last.y(), bounds.getMaxY() - height)));
      stage.setWidth(width);
      stage.setHeight(height);
      stage.setMaximized(last.maximised() && alone);
    }
  }

  private static Rectangle2D screenOf(Remembered.Place place) {
    return Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
        .getFirst()
        .getVisualBounds();
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

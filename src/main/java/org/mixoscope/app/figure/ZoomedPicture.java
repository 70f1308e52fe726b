package org.mixoscope.app.figure;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A picture as large as there is room, or larger: then it is dragged, or scrolled. Control and the
/// wheel zoom at the pointer.
final class ZoomedPicture extends ScrollPane {
  private static final double BORDER = 16;
  private static final double STEP = 1.25;
  private static final double SMALLEST = 0.05;
  private static final double LARGEST = 8;

  private final ImageView picture = new ImageView();
  private final StackPane page = new StackPane(picture);
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
  private Dimension2D whole = new Dimension2D(1, 1);
  private boolean fits = true;

  ZoomedPicture() {
    picture.setId("figure-preview");
    picture.setSmooth(true);
    picture.getStyleClass().add("figure-paper");
    setContent(page);
    setPannable(true);
    setMinSize(0, 0);
    getStyleClass().add("bare-scroll");
    addEventFilter(ScrollEvent.SCROLL, this::turn);
    viewportBoundsProperty().subscribe(bounds -> arrange());
  }

  /// Screen pixels per pixel of the picture at its whole size.
  ReadOnlyDoubleProperty zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  ImageView picture() {
    return picture;
  }

  /// Shows a picture, null for none.
  ///
  /// @param size at a zoom of 1; the image may have more pixels or fewer
  void show(@Nullable Image image, Dimension2D size) {
    picture.setImage(image);
    whole = size;
    arrange();
  }

  /// As large as there is room.
  void fit() {
    fits = true;
    arrange();
  }

  /// Pixel for pixel.
  void one() {
    zoom(1, 0.5, 0.5);
  }

  void larger() {
    zoom(zoom.get() * STEP, 0.5, 0.5);
  }

  void smaller() {
    zoom(zoom.get() / STEP, 0.5, 0.5);
  }

  private void turn(ScrollEvent event) {
    if (event.isShortcutDown() && event.getDeltaY() != 0) {
      Bounds room = getViewportBounds();
      double factor = event.getDeltaY() > 0 ? STEP : 1 / STEP;
      zoom(zoom.get() * factor, event.getX() / room.getWidth(), event.getY() / room.getHeight());
      event.consume();
    }
  }

  /// @param x what stays where it is, as a part of the room
  private void zoom(double wanted, double x, double y) {
    Bounds room = getViewportBounds();
    double before = zoom.get();
    double left = offset(getHvalue(), page.getWidth(), room.getWidth()) + x * room.getWidth();
    double top = offset(getVvalue(), page.getHeight(), room.getHeight()) + y * room.getHeight();
    double inX = left - (page.getWidth() - picture.getFitWidth()) / 2;
    double inY = top - (page.getHeight() - picture.getFitHeight()) / 2;
    fits = false;
    zoom.set(Math.clamp(wanted, SMALLEST, LARGEST));
    arrange();
    layout();
    double factor = zoom.get() / before;
    double newLeft = (page.getWidth() - picture.getFitWidth()) / 2 + inX * factor;
    double newTop = (page.getHeight() - picture.getFitHeight()) / 2 + inY * factor;
    setHvalue(value(newLeft - x * room.getWidth(), page.getWidth(), room.getWidth()));
    setVvalue(value(newTop - y * room.getHeight(), page.getHeight(), room.getHeight()));
  }

  private static double offset(double value, double content, double room) {
    return value * Math.max(0, content - room);
  }

  private static double value(double offset, double content, double room) {
    return content <= room ? 0 : Math.clamp(offset / (content - room), 0, 1);
  }

  private void arrange() {
    Bounds room = getViewportBounds();
    setHbarPolicy(fits ? ScrollBarPolicy.NEVER : ScrollBarPolicy.AS_NEEDED);
    setVbarPolicy(fits ? ScrollBarPolicy.NEVER : ScrollBarPolicy.AS_NEEDED);
    if (fits && room.getWidth() > 2 * BORDER && room.getHeight() > 2 * BORDER) {
      zoom.set(
          Math.min(
              (room.getWidth() - 2 * BORDER) / whole.getWidth(),
              (room.getHeight() - 2 * BORDER) / whole.getHeight()));
    }
    double width = whole.getWidth() * zoom.get();
    double height = whole.getHeight() * zoom.get();
    picture.setFitWidth(width);
    picture.setFitHeight(height);
    page.setMinSize(
        fits ? room.getWidth() : Math.max(room.getWidth(), width + 2 * BORDER),
        fits ? room.getHeight() : Math.max(room.getHeight(), height + 2 * BORDER));
    page.setMaxSize(page.getMinWidth(), page.getMinHeight());
  }
}

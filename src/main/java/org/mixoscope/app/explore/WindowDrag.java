package org.mixoscope.app.explore;

import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.dataset.Measure;
import org.mixoscope.image.Window;

/// Drags the window by the right button, as in ImageJ: to the right it becomes wider, upwards its
/// middle higher. A click without a drag opens the menu still, where the system wants it with the
/// press as well as where it wants it with the release.
final class WindowDrag {
  /// A hand that clicks moves by less.
  private static final double LEAST = 4;

  /// How far it is to twice the width, and to a width higher.
  private static final double DOUBLING = 160;

  private static final double WHOLE = 320;

  private final Node canvas;
  private final MixModel model;
  private @Nullable Grip grip;
  private @Nullable ContextMenuEvent held;
  private boolean dragged;
  private boolean handingOn;

  /// Where a drag began, and with which window.
  private record Grip(Point2D from, Measure measure, double center, double width) {}

  private WindowDrag(Node canvas, MixModel model) {
    this.canvas = canvas;
    this.model = model;
  }

  /// Lets the window be dragged on a node.
  static void on(Node canvas, MixModel model) {
    WindowDrag drag = new WindowDrag(canvas, model);
    canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::press);
    canvas.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag::move);
    canvas.addEventFilter(MouseEvent.MOUSE_RELEASED, drag::release);
    canvas.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, drag::ask);
  }

  private void press(MouseEvent event) {
    Prepared ready = model.shownProperty().get();
    Measure measure = ready == null ? null : ready.measure();
    dragged = false;
    held = null;
    if (event.getButton() == MouseButton.SECONDARY && measure != null) {
      Window now = measure.window(model.recipe());
      grip =
          new Grip(
              new Point2D(event.getX(), event.getY()),
              measure,
              measure.center(now),
              measure.width(now));
    }
  }

  private void move(MouseEvent event) {
    Grip from = grip;
    if (from == null) {
      return;
    }
    double dx = event.getX() - from.from.getX();
    double dy = event.getY() - from.from.getY();
    if (!dragged && Math.hypot(dx, dy) >= LEAST) {
      dragged = true;
      held = null;
      model.history().beginGesture();
      canvas.setCursor(Cursor.CROSSHAIR);
    }
    if (dragged) {
      double width = from.width * Math.pow(2, dx / DOUBLING);
      double center = from.center - dy / WHOLE * from.width;
      model.setWindow(
          from.measure.levels(
              round(from, center), Math.max(from.measure.whole() ? 1 : 0, round(from, width))));
      event.consume();
    }
  }

  /// Whole numbers, or four digits of the width: nobody can place more by hand.
  private static double round(Grip from, double value) {
    double step = from.measure.whole() ? 1 : Math.pow(10, Math.floor(Math.log10(from.width)) - 3);
    return Double.parseDouble(String.format(Locale.ROOT, "%.12g", Math.rint(value / step) * step));
  }

  private void release(MouseEvent event) {
    if (grip == null || event.getButton() != MouseButton.SECONDARY) {
      return;
    }
    grip = null;
    ContextMenuEvent waiting = held;
    held = null;
    if (dragged) {
      model.history().endGesture();
      canvas.setCursor(null);
      event.consume();
    } else if (waiting != null) {
      handingOn = true;
      canvas.fireEvent(waiting.copyFor(canvas, canvas));
      handingOn = false;
    }
  }

  /// While the button is down nobody knows yet whether it will be a drag; after one there is no
  /// menu.
  private void ask(ContextMenuEvent event) {
    if (handingOn || event.isKeyboardTrigger()) {
      return;
    }
    if (grip != null) {
      held = event;
      event.consume();
    } else if (dragged) {
      dragged = false;
      event.consume();
    }
  }
}

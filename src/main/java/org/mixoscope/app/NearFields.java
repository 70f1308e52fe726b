package org.mixoscope.app;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.mixoscope.app.ui.WhileVisible;

/// A click that just misses a field is meant for it, where it hits nothing else. What is typed then
/// is the field's and no command.
final class NearFields {
  private static final double NEAR = 14;

  private final Node window;

  private NearFields(Node window) {
    this.window = window;
  }

  /// Begins to listen.
  static void connect(Node window) {
    window.addEventFilter(MouseEvent.MOUSE_PRESSED, new NearFields(window)::press);
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY
        && event.getTarget() instanceof Node target
        && isBare(target)) {
      // After whatever takes the focus by the click itself.
      nearest(event.getSceneX(), event.getSceneY())
          .ifPresent(field -> Platform.runLater(field::requestFocus));
    }
  }

  /// Whether a click there does nothing.
  private boolean isBare(Node target) {
    return Stream.iterate(
            target, node -> node != null && !node.equals(window), (Node node) -> node.getParent())
        .allMatch(
            node ->
                (!(node instanceof Control) || node instanceof Label || node instanceof ScrollPane)
                    && node.getOnMousePressed() == null
                    && node.getOnMouseClicked() == null);
  }

  private Optional<TextInputControl> nearest(double x, double y) {
    return window.lookupAll(".text-input").stream()
        .map(node -> node instanceof TextInputControl field ? field : null)
        .filter(Objects::nonNull)
        .filter(field -> field.isEditable() && !field.isDisabled() && field.isFocusTraversable())
        .filter(field -> field.isVisible() && WhileVisible.of(field).getValue())
        .filter(field -> way(field, x, y) <= NEAR)
        .min(Comparator.comparingDouble(field -> way(field, x, y)));
  }

  private static double way(Node node, double x, double y) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    double dx = Math.max(0, Math.max(bounds.getMinX() - x, x - bounds.getMaxX()));
    double dy = Math.max(0, Math.max(bounds.getMinY() - y, y - bounds.getMaxY()));
    return Math.hypot(dx, dy);
  }
}

package org.mixoscope.app.ui;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A column that scrolls in which nothing jumps under the pointer. While messages and rows above it
/// come and go, what the pointer is on stays where it is and the rest gives way; at either end of
/// the column room is made for that, which goes when the pointer does.
public final class SteadyScroll extends ScrollPane {
  /// What the style sheet gives a scroll bar: its place is kept, or the column would become
  /// narrower when it appears.
  private static final double BAR = 8;

  /// Less is rounding.
  private static final double JUMP = 0.5;

  private final Region lead = new Region();
  private final Region tail = new Region();
  private final VBox all;
  private final Runnable laidOut = this::hold;
  private @Nullable Point2D pointer;
  private @Nullable Anchor anchor;

  /// What the pointer is on, and where that is in the scene.
  private record Anchor(Node node, double y) {}

  /// @param column as wide as the pane
  public SteadyScroll(Region column) {
    all = new VBox(lead, column, tail);
    setContent(all);
    getStyleClass().add("bare-scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    viewportBoundsProperty()
        .subscribe(
            seen -> {
              double bar = getWidth() - seen.getWidth();
              all.setPadding(new Insets(0, Math.clamp(BAR - bar, 0, BAR), 0, 0));
            });
    addEventFilter(MouseEvent.MOUSE_MOVED, this::point);
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::point);
    addEventFilter(MouseEvent.MOUSE_DRAGGED, this::point);
    addEventFilter(MouseEvent.MOUSE_RELEASED, this::point);
    addEventHandler(MouseEvent.MOUSE_EXITED, e -> leave());
    // Whoever scrolls or walks to another control wants it to move.
    addEventFilter(ScrollEvent.SCROLL, e -> anchor = null);
    focusWalks();
    ChangeListener<@Nullable Scene> moved =
        (property, before, now) -> {
          if (before != null) {
            before.removePostLayoutPulseListener(laidOut);
          }
          if (now != null) {
            now.addPostLayoutPulseListener(laidOut);
          }
        };
    sceneProperty().addListener(moved);
  }

  private void focusWalks() {
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode().isNavigationKey() || e.getCode() == KeyCode.TAB) {
            anchor = null;
          }
        });
  }

  private void point(MouseEvent event) {
    pointer = new Point2D(event.getSceneX(), event.getSceneY());
    anchor = find();
  }

  private void leave() {
    pointer = null;
    anchor = null;
    lead.setMinHeight(0);
    tail.setMinHeight(0);
  }

  /// After each layout, before it is seen.
  private void hold() {
    Anchor before = anchor;
    if (before != null && isShown(before.node)) {
      double jump = top(before.node) - before.y;
      if (Math.abs(jump) >= JUMP) {
        scrollBy(jump);
      }
    }
    if (pointer != null && (before == null || !isShown(before.node))) {
      anchor = find();
    }
  }

  private void scrollBy(double way) {
    double height = getViewportBounds().getHeight();
    double wanted = getVvalue() * Math.max(0, all.getHeight() - height) + way;
    if (wanted < 0) {
      lead.setMinHeight(lead.getHeight() - wanted);
    }
    double lacking = height + Math.max(0, wanted) - all.getHeight();
    if (lacking > 0) {
      tail.setMinHeight(tail.getHeight() + lacking);
    }
    layout();
    double range = all.getHeight() - height;
    setVvalue(range > 0 ? Math.clamp(Math.max(0, wanted) / range, 0, 1) : 0);
    layout();
  }

  /// The smallest thing at the height of the pointer, or the next below it.
  private @Nullable Anchor find() {
    Point2D now = pointer;
    if (now == null) {
      return null;
    }
    Node found = all;
    for (Node next = all; next != null; next = below(next, now.getY())) {
      found = next;
    }
    return new Anchor(found, top(found));
  }

  private static @Nullable Node below(Node node, double y) {
    if (!(node instanceof Parent parent) || node instanceof Control) {
      return null;
    }
    return parent.getChildrenUnmodifiable().stream()
        .filter(child -> child.isVisible() && child.isManaged())
        .filter(child -> bottom(child) > y)
        .findFirst()
        .orElse(null);
  }

  private boolean isShown(Node node) {
    Node at = node;
    while (at != null && !at.equals(all) && at.isVisible()) {
      at = at.getParent();
    }
    return all.equals(at);
  }

  private static double top(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMinY();
  }

  private static double bottom(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMaxY();
  }
}

package org.mixoscope.app.explore;

import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.state.View;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;

/// A line over the picture: left of it another view, right of it the mix. Drag it, or move it by
/// the arrow keys.
final class SwipeDivider extends Pane {
  private static final double THICKNESS = 3;
  private static final double KNOB = 11;
  private static final double GAP = 10;
  private static final double STEP = 0.01;
  private static final double BIG_STEP = 0.1;

  private final Sight sight;
  private final Messages messages;
  private final Node beside;
  private final Rectangle line = new Rectangle();
  private final Circle knob = new Circle(KNOB);
  private final Label left = new Label();
  private final Label right = new Label();
  private final Rectangle clip = new Rectangle();
  private double from;
  private double width;
  private double top;
  private double height;

  /// @param beside what is shown left of the line
  SwipeDivider(Sight sight, Messages messages, Node beside) {
    this.sight = sight;
    this.messages = messages;
    this.beside = beside;
    setPickOnBounds(false);
    beside.setClip(clip);
    line.setWidth(THICKNESS);
    line.getStyleClass().add("swipe-line");
    line.setMouseTransparent(true);
    knob.getStyleClass().add("swipe-knob");
    knob.setId("swipe");
    knob.setCursor(Cursor.H_RESIZE);
    knob.setFocusTraversable(true);
    for (Label tag : new Label[] {left, right}) {
      tag.getStyleClass().add("swipe-tag");
      tag.setMouseTransparent(true);
    }
    getChildren().addAll(line, left, right, knob);
    getChildren().forEach(node -> node.setManaged(false));
    ObservableValue<String> spoken =
        sight
            .dividerProperty()
            .map(
                now ->
                    messages.get("swipe.at", Long.toString(Math.round(100 * now.doubleValue()))));
    Explained.by(knob, spoken, messages.bind("swipe.help"), "");
    knob.setOnMousePressed(
        e -> {
          knob.requestFocus();
          e.consume();
        });
    knob.setOnMouseDragged(this::drag);
    knob.setOnKeyPressed(this::step);
    sight.dividerProperty().subscribe(this::show);
    sight.besideProperty().subscribe(this::name);
    messages.languageProperty().subscribe(() -> name(sight.besideProperty().getValue()));
  }

  /// Where what is seen of the picture lies.
  void place(double x, double y, double seenWidth, double seenHeight) {
    from = x;
    top = y;
    width = seenWidth;
    height = seenHeight;
    show();
  }

  private void name(@Nullable View view) {
    setVisible(view != null);
    beside.setVisible(view != null);
    right.setText(messages.get("view.MIXED"));
    left.setText(
        switch (view) {
          case View.Alone(int k) -> SourceColour.of(k).letter();
          case View.Whole whole -> messages.get("view." + whole.name());
          case null -> "";
        });
    show();
  }

  private void show() {
    double at = from + sight.dividerProperty().get() * width;
    line.setX(at - THICKNESS / 2);
    line.setY(top);
    line.setHeight(height);
    knob.setCenterX(at);
    knob.setCenterY(top + height / 2);
    left.autosize();
    right.autosize();
    left.relocate(at - GAP - left.getWidth(), top + GAP);
    right.relocate(at + GAP, top + GAP);
    left.setVisible(at - GAP - left.getWidth() > from);
    right.setVisible(at + GAP + right.getWidth() < from + width);
    clip.setX(-beside.getLayoutX());
    clip.setY(-beside.getLayoutY());
    clip.setWidth(Math.max(0, at));
    clip.setHeight(top + height);
  }

  private void drag(MouseEvent event) {
    move(width > 0 ? (event.getX() - from) / width : 0);
    event.consume();
  }

  private void step(KeyEvent event) {
    double by = event.isShiftDown() ? BIG_STEP : STEP;
    double now = sight.dividerProperty().get();
    switch (event.getCode()) {
      case LEFT -> move(now - by);
      case RIGHT -> move(now + by);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(double share) {
    sight.dividerProperty().set(Math.clamp(share, 0, 1));
  }
}

package org.mixoscope.app.explore;

import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.marks.Placement;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Step;
import org.mixoscope.app.state.View;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;

/// The drawn position on the picture, for methods to which it is a point there: drag it, or move it
/// by the arrow keys.
final class PositionOverlay extends Pane {
  private static final double RADIUS = 8;

  private final MixModel model;
  private final Circle handle = new Circle(RADIUS);
  private Placement placement = new Placement(new Frame(1, 1), 0, 0, 1);
  private @Nullable Drag drag;

  /// A drag in progress: where it began, and the draw it began with.
  private record Drag(Point2D start, Draw draw) {}

  PositionOverlay(MixModel model, Messages messages) {
    this.model = model;
    setPickOnBounds(false);
    handle.getStyleClass().add("position-handle");
    handle.setId("position");
    handle.setManaged(false);
    handle.setCursor(Cursor.MOVE);
    handle.setFocusTraversable(true);
    getChildren().add(handle);
    Explained.by(handle, messages, "position");
    handle.setOnMousePressed(this::grip);
    handle.setOnMouseDragged(this::dragTo);
    handle.setOnMouseReleased(
        e -> {
          drag = null;
          model.history().endGesture();
        });
    handle.setOnKeyPressed(event -> Arrows.pixels(event, this::step));
    WhileVisible.follow(
        this, this::show, model.sight().shownProperty(), model.sight().slowMotion().stepProperty());
  }

  /// Where the picture lies.
  void place(Placement now) {
    placement = now;
    show();
  }

  /// Shows the position of the moment; nothing where it would mean nothing.
  void show() {
    MethodType type = model.recipe().method().type();
    Step step = model.sight().slowMotion().stepProperty().get();
    setMouseTransparent(step != null);
    boolean wanted =
        step == null
            ? !(model.sight().shownProperty().getValue() instanceof View.Alone)
            : step != Step.DRAW;
    boolean shown = model.mix() != null && wanted && type.uses(Trait.POINT);
    setVisible(shown);
    if (shown) {
      Draw draw = model.shownRecipe().draw();
      handle.setCenterX(placement.left() + draw.u() * placement.width());
      handle.setCenterY(placement.top() + draw.v() * placement.height());
    }
  }

  private void grip(MouseEvent event) {
    model.history().beginGesture();
    drag = new Drag(new Point2D(event.getSceneX(), event.getSceneY()), model.recipe().draw());
    handle.requestFocus();
    event.consume();
  }

  private void dragTo(MouseEvent event) {
    Drag now = drag;
    if (now != null) {
      move(
          now.draw(),
          (event.getSceneX() - now.start().getX()) / placement.scale(),
          (event.getSceneY() - now.start().getY()) / placement.scale());
    }
  }

  private void step(int dx, int dy) {
    move(model.recipe().draw(), dx, dy);
  }

  /// The same draw, its position moved by pixels of the picture.
  private void move(Draw from, double dx, double dy) {
    Frame frame = Objects.requireNonNull(model.frame());
    model.editDraw(d -> from.at(from.u() + dx / frame.width(), from.v() + dy / frame.height()));
  }
}

package org.mixoscope.app.train;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import org.mixoscope.app.ui.Messages;

/// Draws on the paper by mouse and by keys. A cross shows where keys draw.
final class SketchPen {
  private static final double STEP = 0.05;
  private static final double SMALL_STEP = 0.01;

  private final Region paper;
  private final Supplier<Sketch> sketch;
  private final Consumer<Sketch> taken;
  private final Path cross;
  private Sketch.Spot at = new Sketch.Spot(0.5, 0.2);
  private boolean isDown;

  /// @param sketch what is there
  /// @param taken gets what is there then
  SketchPen(Region paper, Supplier<Sketch> sketch, Consumer<Sketch> taken, Messages messages) {
    this.paper = paper;
    this.sketch = sketch;
    this.taken = taken;
    cross = KeyCross.of("sketch-cross", this::key, messages, "train.sketch.cross");
    cross.setManaged(false);
    paper.setCursor(Cursor.CROSSHAIR);
    paper.setOnMousePressed(this::press);
    paper.setOnMouseDragged(this::drag);
    paper.layoutBoundsProperty().subscribe(now -> place());
  }

  /// For the paper to show.
  Path cross() {
    return cross;
  }

  /// A unit is that of the longest square on the paper.
  double side() {
    return Math.max(1, Math.min(paper.getWidth(), paper.getHeight()));
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      isDown = false;
      taken.accept(sketch.get().begin(spot(event.getX(), event.getY())));
    }
  }

  private void drag(MouseEvent event) {
    if (event.isPrimaryButtonDown() && !sketch.get().isEmpty()) {
      taken.accept(sketch.get().go(spot(event.getX(), event.getY())));
    }
  }

  private Sketch.Spot spot(double x, double y) {
    return new Sketch.Spot(
        Math.clamp(x, 0, paper.getWidth()) / side(), Math.clamp(y, 0, paper.getHeight()) / side());
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    double step = event.isShiftDown() ? SMALL_STEP : STEP;
    switch (event.getCode()) {
      case LEFT -> move(-step, 0);
      case RIGHT -> move(step, 0);
      case UP -> move(0, -step);
      case DOWN -> move(0, step);
      case ENTER -> turn();
      case DELETE, BACK_SPACE -> {
        isDown = false;
        taken.accept(sketch.get().withoutLast());
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(double right, double down) {
    at = spot((at.x() + right) * side(), (at.y() + down) * side());
    place();
    if (isDown && !sketch.get().isEmpty()) {
      taken.accept(sketch.get().go(at));
    }
  }

  /// Puts the pen down or lifts it.
  private void turn() {
    isDown = !isDown;
    if (isDown) {
      taken.accept(sketch.get().begin(at));
    }
  }

  private void place() {
    cross.relocate(
        at.x() * side() - cross.getLayoutBounds().getWidth() / 2,
        at.y() * side() - cross.getLayoutBounds().getHeight() / 2);
  }
}

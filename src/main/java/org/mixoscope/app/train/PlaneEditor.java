package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import org.mixoscope.app.ui.Messages;

/// Puts points into a plane, moves them and takes them away, by mouse and by keys. A cross shows
/// where keys put them. While the prediction along λ is looked at A and B of it are chosen instead.
final class PlaneEditor {
  /// Of the screen: nearer, and a point is meant.
  private static final double NEAR = 8;

  private static final double STEP = 0.1;
  private static final double SMALL_STEP = 0.01;

  private final PlaneView plane;
  private final TrainModel model;
  private final Path cross;
  private int held = -1;

  private PlaneEditor(PlaneView plane, TrainModel model, Messages messages) {
    this.plane = plane;
    this.model = model;
    cross = KeyCross.of("plane-cross", this::key, messages, "train.cross");
  }

  /// Begins to listen.
  static void connect(PlaneView plane, TrainModel model, Messages messages) {
    PlaneEditor editor = new PlaneEditor(plane, model, messages);
    plane.setCursor(Cursor.CROSSHAIR);
    plane.setOnMousePressed(editor::press);
    plane.setOnMouseDragged(editor::drag);
    plane.setOnMouseReleased(e -> editor.release());
    plane.hold(editor.cross);
  }

  // By mouse

  private void press(MouseEvent event) {
    if (!plane.sees(event.getX(), event.getY())) {
      return;
    }
    Point2D at = plane.valueAt(event.getX(), event.getY());
    if (choosesEnds()) {
      if (event.getButton() == MouseButton.PRIMARY) {
        chooseEnd(at);
        event.consume();
      }
      return;
    }
    OptionalInt near = nearest(at, plane.lengthOf(NEAR));
    if (event.getButton() == MouseButton.PRIMARY) {
      model.history().beginGesture();
      held = near.isPresent() ? near.getAsInt() : add(at);
      event.consume();
    } else if (event.getButton() == MouseButton.SECONDARY && near.isPresent()) {
      remove(near.getAsInt());
      event.consume();
    }
  }

  private void drag(MouseEvent event) {
    if (held >= 0) {
      move(held, plane.valueAt(event.getX(), event.getY()));
      event.consume();
    }
  }

  private void release() {
    if (held >= 0) {
      held = -1;
      model.history().endGesture();
    }
  }

  // By keys

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    double step = event.isShiftDown() ? SMALL_STEP : STEP;
    Point2D at = plane.held();
    switch (event.getCode()) {
      case LEFT -> plane.hold(at.subtract(step, 0));
      case RIGHT -> plane.hold(at.add(step, 0));
      case UP -> plane.hold(at.add(0, step));
      case DOWN -> plane.hold(at.subtract(0, step));
      case ENTER -> put(at);
      case DELETE, BACK_SPACE -> removeNearest(at);
      default -> {
        if (!choose(event.getCode())) {
          return;
        }
      }
    }
    event.consume();
  }

  /// A number is that of a class.
  private boolean choose(KeyCode code) {
    int own = code.isDigitKey() ? code.getChar().charAt(0) - '1' : -1;
    boolean isOne = own >= 0 && own < model.options().data().classes();
    if (isOne) {
      model.dotClassProperty().set(own);
    }
    return isOne;
  }

  private void put(Point2D at) {
    if (choosesEnds()) {
      chooseEnd(at);
    } else {
      add(at);
    }
  }

  private void removeNearest(Point2D at) {
    if (!choosesEnds()) {
      nearest(at, Double.POSITIVE_INFINITY).ifPresent(this::remove);
    }
  }

  // What is done

  private boolean choosesEnds() {
    return model.insightProperty().get().isAlongLambda();
  }

  private void chooseEnd(Point2D at) {
    Ends ends = model.endsProperty().get();
    if (ends != null) {
      model.endsProperty().set(ends.near(new float[] {(float) at.getX(), (float) at.getY()}));
    }
  }

  private List<Dot> dots() {
    return model.dots();
  }

  private OptionalInt nearest(Point2D at, double within) {
    List<Dot> dots = dots();
    return IntStream.range(0, dots.size())
        .filter(i -> at.distance(dots.get(i).x(), dots.get(i).y()) <= within)
        .reduce(
            (a, b) ->
                at.distance(dots.get(b).x(), dots.get(b).y())
                        < at.distance(dots.get(a).x(), dots.get(a).y())
                    ? b
                    : a);
  }

  /// @return the number of the new one; −1 if there is no room
  private int add(Point2D at) {
    int number = dots().size();
    Dot dot = Dot.at(at.getX(), at.getY(), model.dotClassProperty().get());
    return change(dots -> dots.add(dot)) ? number : -1;
  }

  private void move(int i, Point2D to) {
    change(dots -> dots.set(i, Dot.at(to.getX(), to.getY(), dots.get(i).own())));
  }

  private void remove(int i) {
    change(dots -> dots.remove(i));
  }

  private interface Change {
    void of(List<Dot> dots);
  }

  private boolean change(Change change) {
    UnaryOperator<List<Dot>> others =
        dots -> {
          List<Dot> changed = new ArrayList<>(dots);
          change.of(changed);
          return changed;
        };
    return model.changeDots(others);
  }
}

package org.mixoscope.app.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lesson.Place;

/// Lies over a window that a lesson is given in: rings around the places that the step speaks of,
/// and its card beside them.
public final class LessonOverlay extends Pane {
  private static final double AROUND = 5;
  private static final double ROUND = 14;
  private static final double GAP = 12;
  private static final double EDGE = 10;

  /// How much worse it is to lie on what is spoken of than to be far from it.
  private static final double HIDING = 100;

  private static final double NEAR = 1000;

  private final LessonRun run;
  private final LitPlaces places;
  private final StepCard card;
  private final List<Rectangle> rings = new ArrayList<>();
  private final Runnable follow = this::follow;
  private @Nullable Layout layout;
  private boolean fresh = true;
  private @Nullable Point2D grip;

  /// What the place of the card depends on.
  private record Layout(List<Bounds> kept, double width, double height, double cardHeight) {}

  /// @param window the one that lies below
  /// @param print writes the lesson as a handout
  /// @param leave ends the lesson
  public LessonOverlay(
      LessonRun run, Parent window, Messages messages, Runnable print, Runnable leave) {
    this.run = run;
    places = new LitPlaces(window);
    card = new StepCard(run, messages, print, leave);
    setPickOnBounds(false);
    getChildren().add(card);
    run.indexProperty().subscribe(this::begin);
    run.doneProperty().subscribe(() -> fresh = true);
    sceneProperty().subscribe(this::move);
    card.setOnMousePressed(e -> grip = new Point2D(e.getX(), e.getY()));
    card.setOnMouseDragged(
        e -> {
          if (grip != null) {
            put(
                card.getLayoutX() + e.getX() - grip.getX(),
                card.getLayoutY() + e.getY() - grip.getY());
          }
        });
    card.setOnMouseReleased(e -> grip = null);
  }

  private void begin() {
    layout = null;
    fresh = true;
    requestLayout();
  }

  private void move(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(follow);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(follow);
    }
  }

  @Override
  protected void layoutChildren() {
    card.resize(card.prefWidth(-1), card.prefHeight(card.prefWidth(-1)));
  }

  /// Puts everything where it belongs now.
  public void follow() {
    if (getScene() == null || run.indexProperty().get() < 0) {
      return;
    }
    List<Place> light = run.step().light();
    List<Node> nodes = light.stream().flatMap(place -> places.nodes(place).stream()).toList();
    if (fresh && !nodes.isEmpty() && !run.isHeld()) {
      fresh = false;
      reveal(nodes);
    }
    List<Bounds> lit = bounds(nodes.stream());
    show(lit);
    List<Bounds> kept = kept(light);
    Layout next = new Layout(kept, getWidth(), getHeight(), card.getHeight());
    if (!next.equals(layout) && grip == null && card.getHeight() > 0) {
      boolean begins = layout == null;
      layout = next;
      if (begins || hides(box(), kept)) {
        place(kept);
      }
    }
  }

  /// Where there is no room for all of it, what is to be acted on, which is named first, is seen,
  /// and once that was done, what comes of it.
  private void reveal(List<Node> lit) {
    List<Node> order = run.doneProperty().get() ? lit : lit.reversed();
    order.forEach(LitPlaces::reveal);
  }

  /// What the card had better not lie on: what is lit, and what slow motion says. The box moves by
  /// being dragged, so it is the picture instead.
  private List<Bounds> kept(List<Place> light) {
    Stream<Node> spoken =
        light.stream()
            .map(place -> place == Place.BOX ? Place.PICTURE : place)
            .distinct()
            .flatMap(place -> places.nodes(place).stream());
    return bounds(Stream.concat(spoken, places.story().stream()));
  }

  private List<Bounds> bounds(Stream<Node> nodes) {
    return nodes.flatMap(node -> LitPlaces.seen(node).stream()).map(this::sceneToLocal).toList();
  }

  private void show(List<Bounds> lit) {
    while (rings.size() < lit.size()) {
      Rectangle ring = new Rectangle();
      ring.getStyleClass().add("lesson-ring");
      ring.setFill(null); // it is painted once before its style is known
      ring.setArcWidth(ROUND);
      ring.setArcHeight(ROUND);
      ring.setMouseTransparent(true);
      ring.setManaged(false);
      rings.add(ring);
      getChildren().addFirst(ring);
    }
    for (int k = 0; k < rings.size(); k++) {
      Rectangle ring = rings.get(k);
      ring.setVisible(k < lit.size());
      if (k < lit.size()) {
        Bounds at = lit.get(k);
        double x = Math.max(2, at.getMinX() - AROUND);
        double y = Math.max(2, at.getMinY() - AROUND);
        ring.setX(x);
        ring.setY(y);
        ring.setWidth(Math.min(getWidth() - 2, at.getMaxX() + AROUND) - x);
        ring.setHeight(Math.min(getHeight() - 2, at.getMaxY() + AROUND) - y);
      }
    }
  }

  /// Where the card hides least of what is spoken of, and is nearest to it.
  private void place(List<Bounds> lit) {
    double width = card.getWidth();
    double height = card.getHeight();
    List<Point2D> candidates = new ArrayList<>();
    double right = getWidth() - width - EDGE;
    double low = getHeight() - height - EDGE;
    DoubleStream.of(EDGE, right / 2, right)
        .forEach(
            x ->
                DoubleStream.of(EDGE, low / 2, low)
                    .forEach(y -> candidates.add(new Point2D(x, y))));
    for (Bounds at : lit) {
      for (double y :
          new double[] {at.getMinY(), at.getCenterY() - height / 2, at.getMaxY() - height}) {
        candidates.add(new Point2D(at.getMaxX() + GAP, y));
        candidates.add(new Point2D(at.getMinX() - width - GAP, y));
      }
      for (double x :
          new double[] {at.getMinX(), at.getCenterX() - width / 2, at.getMaxX() - width}) {
        candidates.add(new Point2D(x, at.getMaxY() + GAP));
        candidates.add(new Point2D(x, at.getMinY() - height - GAP));
      }
    }
    Point2D best = new Point2D(right, low);
    double least = Double.POSITIVE_INFINITY;
    for (Point2D candidate : candidates) {
      Bounds there = within(candidate, width, height);
      double cost = cost(there, lit);
      if (cost < least) {
        least = cost;
        best = new Point2D(there.getMinX(), there.getMinY());
      }
    }
    put(best.getX(), best.getY());
  }

  private Bounds within(Point2D at, double width, double height) {
    return new BoundingBox(
        Math.clamp(at.getX(), EDGE, Math.max(EDGE, getWidth() - width - EDGE)),
        Math.clamp(at.getY(), EDGE, Math.max(EDGE, getHeight() - height - EDGE)),
        width,
        height);
  }

  private static double cost(Bounds card, List<Bounds> lit) {
    double cost = 0;
    for (Bounds at : lit) {
      cost += HIDING * hidden(card, at) / (card.getWidth() * card.getHeight());
      double way =
          Math.hypot(card.getCenterX() - at.getCenterX(), card.getCenterY() - at.getCenterY());
      cost += way / NEAR;
    }
    return cost;
  }

  /// How much of something it lies on, with its ring.
  private static double hidden(Bounds card, Bounds at) {
    double wide =
        Math.min(card.getMaxX(), at.getMaxX() + AROUND)
            - Math.max(card.getMinX(), at.getMinX() - AROUND);
    double high =
        Math.min(card.getMaxY(), at.getMaxY() + AROUND)
            - Math.max(card.getMinY(), at.getMinY() - AROUND);
    return Math.max(0, wide) * Math.max(0, high);
  }

  /// Of the card, without its shadow.
  private Bounds box() {
    return new BoundingBox(card.getLayoutX(), card.getLayoutY(), card.getWidth(), card.getHeight());
  }

  /// Whether it lies on what is spoken of, or out of the window.
  private boolean hides(Bounds there, List<Bounds> lit) {
    return there.getMaxX() > getWidth()
        || there.getMaxY() > getHeight()
        || lit.stream().anyMatch(at -> hidden(there, at) > 0);
  }

  private void put(double x, double y) {
    Bounds there = within(new Point2D(x, y), card.getWidth(), card.getHeight());
    card.relocate(there.getMinX(), there.getMinY());
  }
}

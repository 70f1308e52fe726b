package org.mixoscope.app.explore;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.animation.FadeTransition;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.marks.Placement;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Step;
import org.mixoscope.app.state.View;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.course.Course;
import org.mixoscope.kernel.course.Cuboid;
import org.mixoscope.kernel.course.FrameRun;
import org.mixoscope.kernel.method.BoxMethod;
import org.mixoscope.recipe.Mix;

/// The box of a method on the picture: drag it, resize it by its handles, move it by the arrow
/// keys. What the border clips is dashed.
final class BoxOverlay extends Pane {
  private static final double HANDLE = 10;
  private static final double ROOM_FOR_ALL = 5 * HANDLE;
  private static final double TINY = 3 * HANDLE;
  private static final Duration FADE = Duration.millis(1200);
  private static final double FADED = 0.3;

  private final MixModel model;
  private final Rectangle whole = new Rectangle();
  private final Rectangle inside = new Rectangle();
  private final Label tag = new Label();
  private final List<Grip> grips =
      List.of(
          new Grip(-1, -1, Cursor.NW_RESIZE),
          new Grip(0, -1, Cursor.N_RESIZE),
          new Grip(1, -1, Cursor.NE_RESIZE),
          new Grip(1, 0, Cursor.E_RESIZE),
          new Grip(1, 1, Cursor.SE_RESIZE),
          new Grip(0, 1, Cursor.S_RESIZE),
          new Grip(-1, 1, Cursor.SW_RESIZE),
          new Grip(-1, 0, Cursor.W_RESIZE));
  private Placement placement = new Placement(new Frame(1, 1), 0, 0, 1);
  private final FadeTransition fading = new FadeTransition(FADE, whole);
  private final Group handles;
  private @Nullable Drag drag;

  /// A drag in progress: where it began, and the draw it began with.
  private record Drag(Point2D start, Draw draw, BoxEditor.@Nullable Handle handle) {}

  /// A square that resizes the box.
  private static final class Grip extends Rectangle {
    private final BoxEditor.Handle handle;

    Grip(int horizontal, int vertical, Cursor cursor) {
      super(HANDLE, HANDLE);
      handle = new BoxEditor.Handle(horizontal, vertical);
      setCursor(cursor);
      getStyleClass().add("box-grip");
      setId("grip" + horizontal + vertical);
    }
  }

  BoxOverlay(MixModel model, Messages messages) {
    this.model = model;
    setPickOnBounds(false);
    getStyleClass().add(SourceColour.B.styleClass());
    whole.getStyleClass().add("box-whole");
    whole.setMouseTransparent(true);
    inside.getStyleClass().add("box-inside");
    inside.setId("box");
    inside.setCursor(Cursor.MOVE);
    inside.setFocusTraversable(true);
    tag.getStyleClass().add("box-tag");
    tag.setMouseTransparent(true);
    handles = new Group(List.copyOf(grips));
    fading.setFromValue(1);
    fading.setToValue(FADED);
    getChildren().addAll(whole, inside, tag, handles);
    whole.setManaged(false);
    inside.setManaged(false);
    Explained.spoken(inside, messages, "box");
    listen(inside, null);
    grips.forEach(grip -> listen(grip, grip.handle));
    inside.setOnKeyPressed(event -> Arrows.pixels(event, this::step));
    Linked.withKeys(inside, Highlight.Part.BOX, model.sight());
    Linked.show(whole, Highlight.Part.BOX, model.sight());
    WhileVisible.follow(this, this::show, model.sight().shownProperty());
    WhileVisible.follow(this, this::tell, model.sight().slowMotion().stepProperty());
  }

  /// Where the picture lies.
  void place(Placement now) {
    placement = now;
    show();
  }

  /// What slow motion tells of the box now.
  private void tell() {
    Step step = step();
    fading.stop();
    whole.setOpacity(1);
    if (step == Step.CLIP) {
      fading.playFromStart();
    }
    setMouseTransparent(step != null);
    show();
  }

  private @Nullable Step step() {
    return model.sight().slowMotion().stepProperty().get();
  }

  /// Shows the box of the moment; nothing unless the method has one and its mix or weights are
  /// shown. Slow motion shows all of it first, then what the border leaves.
  void show() {
    Frame frame = model.frame();
    BoxMethod method = model.boxMethod();
    Mix mix = model.mix();
    Step step = step();
    boolean wanted =
        step == null
            ? !(model.sight().shownProperty().getValue() instanceof View.Alone)
            : step == Step.PLACE_BOX || step.isMixed();
    Course along = model.recipe().along();
    // A run takes whole frames.
    if (frame == null || method == null || mix == null || !wanted || along instanceof FrameRun) {
      setVisible(false);
      return;
    }
    Draw draw = model.shownRecipe().draw();
    boolean own = draw.equals(model.recipe().draw());
    Box box = method.box(draw, frame);
    Box clipped = box.clip(frame);
    // Outside of its run a cuboid leaves nothing of the box.
    setVisible(own || clipped.area() > 0);
    put(whole, box);
    put(inside, clipped);
    boolean placed = step != Step.PLACE_BOX;
    whole.setVisible(!placed || (!box.equals(clipped) && step != Step.RELABEL));
    inside.setVisible(placed);
    // On its way a box is where the course has it; it is moved where it starts.
    boolean movable = own || along instanceof Cuboid;
    inside.setMouseTransparent(!movable);
    handles.setVisible(step == null && movable);
    grips.forEach(grip -> put(grip, clipped));
    String whose = mix.outcome().pictures() > 1 ? "B · " : "";
    tag.setText(String.format(Locale.ROOT, "%s%.1f %%", whose, 100 * mix.shares().get(1)));
    tag.autosize();
    boolean room =
        inside.getWidth() > tag.getWidth() + 24 && inside.getHeight() > tag.getHeight() + 24;
    tag.setVisible(placed && room);
    tag.relocate(inside.getX() + 10, inside.getY() + inside.getHeight() - tag.getHeight() - 10);
  }

  /// Of a box that is too small for all handles those are left that leave it visible: the corners,
  /// then the last corner, outside of it.
  private void put(Grip grip, Box box) {
    double width = box.width() * placement.scale();
    double height = box.height() * placement.scale();
    boolean corner = grip.handle.horizontal() != 0 && grip.handle.vertical() != 0;
    boolean last = grip.handle.horizontal() > 0 && grip.handle.vertical() > 0;
    boolean tiny = width < TINY || height < TINY;
    double outside = tiny ? 0 : HANDLE / 2;
    grip.setVisible(
        tiny ? last : corner || (grip.handle.horizontal() == 0 ? width : height) > ROOM_FOR_ALL);
    grip.setX(edge(grip.handle.horizontal(), placement.left(), box.x1(), box.x2()) - outside);
    grip.setY(edge(grip.handle.vertical(), placement.top(), box.y1(), box.y2()) - outside);
  }

  private double edge(int side, double origin, int low, int high) {
    double at = side < 0 ? low : side > 0 ? high : (low + high) / 2.0;
    return origin + at * placement.scale();
  }

  private void put(Rectangle rectangle, Box box) {
    double scale = placement.scale();
    rectangle.setX(placement.left() + box.x1() * scale);
    rectangle.setY(placement.top() + box.y1() * scale);
    rectangle.setWidth(box.width() * scale);
    rectangle.setHeight(box.height() * scale);
  }

  private void listen(Rectangle target, BoxEditor.@Nullable Handle handle) {
    target.setOnMousePressed(
        e -> {
          model.history().beginGesture();
          drag = new Drag(new Point2D(e.getSceneX(), e.getSceneY()), model.recipe().draw(), handle);
          inside.requestFocus();
          e.consume();
        });
    target.setOnMouseDragged(this::dragTo);
    target.setOnMouseReleased(
        e -> {
          drag = null;
          model.history().endGesture();
        });
  }

  private void dragTo(MouseEvent event) {
    Drag now = drag;
    BoxMethod method = model.boxMethod();
    Frame frame = model.frame();
    if (now == null || method == null || frame == null) {
      return;
    }
    int dx = (int) Math.round((event.getSceneX() - now.start().getX()) / placement.scale());
    int dy = (int) Math.round((event.getSceneY() - now.start().getY()) / placement.scale());
    BoxEditor.Handle handle = now.handle();
    model.editDraw(
        d ->
            handle == null
                ? BoxEditor.move(method, now.draw(), frame, dx, dy)
                : BoxEditor.resize(method, now.draw(), frame, handle, dx, dy));
  }

  private void step(int dx, int dy) {
    BoxMethod method = Objects.requireNonNull(model.boxMethod());
    Frame frame = Objects.requireNonNull(model.frame());
    model.editDraw(d -> BoxEditor.move(method, d, frame, dx, dy));
  }
}

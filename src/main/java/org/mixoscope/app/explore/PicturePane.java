package org.mixoscope.app.explore;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.marks.MarksPane;
import org.mixoscope.app.marks.PictureLayer;
import org.mixoscope.app.marks.Placement;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.state.View;
import org.mixoscope.app.state.ViewMarks;
import org.mixoscope.app.state.Viewport;
import org.mixoscope.app.ui.FrameMenu;
import org.mixoscope.app.ui.Late;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.NextFrame;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.recipe.Mix;

/// The large picture: what the sight wants to see of the mix, redrawn once per frame of the screen
/// at most, with the box or position of the method on it.
final class PicturePane extends BorderPane {
  private static final double ROUND = 11;

  /// A place in the picture under the pointer.
  record Place(int x, int y) {}

  private final MixModel model;
  private final Sight sight;
  private final Messages messages;
  private final PictureLayer main = new PictureLayer();
  private final PictureLayer beside = new PictureLayer();
  private final MarksPane mainMarks;
  private final MarksPane besideMarks;
  private final MapLegend legend;
  private final PixelGrid grid = new PixelGrid();
  private final Rectangle focus = new Rectangle();
  private final BoxOverlay box;
  private final PositionOverlay position;
  private final SwipeDivider divider;
  private final Label waiting = new Label();
  private final Pane canvas = new Pane();
  private final Rectangle clip = new Rectangle();
  private final ZoomGestures gestures;
  private final ReadOnlyObjectWrapper<@Nullable Place> pointer = new ReadOnlyObjectWrapper<>();
  private final NextFrame nextFrame = new NextFrame(this, this::render);

  /// @param handle drags the mix
  /// @param tools lie over the lower right corner
  PicturePane(MixModel model, Messages messages, Node handle, FrameMenu frameMenu, Node tools) {
    this.model = model;
    this.messages = messages;
    sight = model.sight();
    getStyleClass().add("stage");
    setMinSize(0, 0);
    ImageView image = main.node();
    image.setId("mixed-picture");
    image.setFocusTraversable(true);
    image.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    image.accessibleHelpProperty().bind(messages.bind("picture.help"));
    mainMarks = new MarksPane(messages);
    mainMarks.setId("marks");
    besideMarks = new MarksPane(messages);
    legend = new MapLegend(messages);
    Pane other = new Pane(beside.node(), new Late(besideMarks));
    other.setManaged(false);
    other.setMouseTransparent(true);
    focus.getStyleClass().add("picture-focus");
    focus.setMouseTransparent(true);
    focus.visibleProperty().bind(image.focusVisibleProperty());
    box = new BoxOverlay(model, messages);
    position = new PositionOverlay(model, messages);
    divider = new SwipeDivider(sight, messages, other);
    gestures = new ZoomGestures(canvas, image, sight, this::placement);
    WindowDrag.on(canvas, model);
    waiting.getStyleClass().add("waiting");
    canvas
        .getChildren()
        .addAll(
            image,
            new Late(mainMarks),
            new Late(other),
            grid,
            focus,
            waiting,
            box,
            position,
            divider);
    canvas.setMinSize(0, 0);
    canvas.setId("canvas");
    canvas.widthProperty().subscribe(this::place);
    canvas.heightProperty().subscribe(this::place);
    clip.widthProperty().bind(canvas.widthProperty());
    clip.heightProperty().bind(canvas.heightProperty());
    canvas.setClip(clip);
    canvas.addEventFilter(MouseEvent.MOUSE_MOVED, this::point);
    canvas.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::point);
    canvas.setOnMouseExited(e -> pointer.set(null));
    setTop(head(handle, frameMenu));
    StackPane.setAlignment(tools, Pos.BOTTOM_RIGHT);
    StackPane.setAlignment(legend, Pos.BOTTOM_LEFT);
    setCenter(new StackPane(canvas, legend, tools, WorkingSign.over(this, model, messages)));
    WhileVisible.follow(this, this::fit, model.shownProperty());
    WhileVisible.follow(this, this::follow, model.revisionProperty());
    messages.languageProperty().subscribe(this::speak);
    sight.shownProperty().subscribe(this::changed);
    sight.besideProperty().subscribe(this::changed);
    sight.litProperty().subscribe(this::changed);
    sight.marksShownProperty().subscribe(this::changed);
    sight.viewportProperty().subscribe(this::place);
    speak();
  }

  /// The pixel under the pointer, null while it is elsewhere.
  ReadOnlyObjectProperty<@Nullable Place> pointerProperty() {
    return pointer.getReadOnlyProperty();
  }

  ZoomGestures gestures() {
    return gestures;
  }

  /// Mixes now instead of with the next frame of the screen.
  void render() {
    View view = sight.shownProperty().getValue();
    main.paint(out -> model.render(view, out));
    ViewMarks marks = mark(mainMarks, view);
    legend.show(marks);
    View other = sight.besideProperty().getValue();
    if (other != null) {
      beside.paint(out -> model.render(other, out));
    }
    mark(besideMarks, other);
    describe();
  }

  private @Nullable ViewMarks mark(MarksPane pane, @Nullable View view) {
    Placement now = placement();
    boolean wanted = now != null && view != null && sight.marksShownProperty().get();
    ViewMarks marks = wanted && view != null ? model.marks(view) : null;
    if (now != null) {
      Highlight lit = sight.litProperty().getValue();
      pane.show(marks, now, canvas.getWidth(), canvas.getHeight(), lit, true);
    }
    return marks;
  }

  private HBox head(Node handle, FrameMenu frameMenu) {
    ViewPicker segments = new ViewPicker(model, messages);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(segments, gap, handle, frameMenu);
    head.getStyleClass().add("stage-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void changed() {
    // The memory of the other side is made when it is first needed.
    if (sight.besideProperty().getValue() != null && beside.output() == null) {
      fit();
    }
    nextFrame.ask();
  }

  private void follow() {
    explain(model.shownProperty().get());
    box.show();
    position.show();
    changed();
  }

  private void speak() {
    explain(model.shownProperty().get());
    describe();
    place();
  }

  /// Says in the place of the mix why there is none.
  private void explain(@Nullable Prepared ready) {
    Objection lacking = model.lacking();
    waiting.setText(lacking == null ? messages.get("picture.waiting") : messages.get(lacking));
    waiting.setVisible(ready == null || lacking != null);
    main.node().setVisible(!waiting.isVisible());
    waiting.autosize();
    centre(waiting);
  }

  private void centre(Label text) {
    text.relocate(
        (canvas.getWidth() - text.getWidth()) / 2, (canvas.getHeight() - text.getHeight()) / 2);
  }

  private void describe() {
    Mix mix = model.mix();
    String missing = model.isMixable() ? messages.get("picture.working") : waiting.getText();
    main.node().setAccessibleText(mix == null ? missing : Spoken.mix(model, messages));
  }

  private void fit() {
    Prepared ready = model.shownProperty().get();
    explain(ready);
    Frame shown = ready == null ? null : ready.inputs().frame();
    main.fit(shown);
    beside.fit(sight.besideProperty().getValue() == null ? null : shown);
    place();
    box.show();
    position.show();
  }

  private @Nullable Placement placement() {
    Frame frame = model.frame();
    Viewport viewport = sight.viewportProperty().get();
    return frame == null
        ? null
        : Placement.of(frame, viewport, canvas.getWidth(), canvas.getHeight());
  }

  /// As large as fits and the viewport wants, centred.
  private void place() {
    Placement now = placement();
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    grid.setVisible(now != null);
    if (now != null) {
      main.place(now, width, height);
      beside.place(now, width, height);
      grid.place(main.within(now), width, height);
      box.place(now);
      position.place(now);
      Rectangle2D seen = now.seen(width, height);
      sight.seenProperty().set(seen);
      double x = now.left() + seen.getMinX() * now.width();
      double y = now.top() + seen.getMinY() * now.height();
      focus.setX(x);
      focus.setY(y);
      focus.setWidth(seen.getWidth() * now.width());
      focus.setHeight(seen.getHeight() * now.height());
      divider.place(x, y, focus.getWidth(), focus.getHeight());
      round(x, y);
      nextFrame.ask();
    }
    waiting.autosize();
    centre(waiting);
  }

  /// A clip with round corners has all that is below drawn once more: only where the picture comes
  /// near them.
  ///
  /// @param x of what is seen of the picture
  /// @param y of what is seen of the picture
  private void round(double x, double y) {
    double right = canvas.getWidth() - x - focus.getWidth();
    double bottom = canvas.getHeight() - y - focus.getHeight();
    double arc = Math.min(x, right) < ROUND && Math.min(y, bottom) < ROUND ? 2 * ROUND : 0;
    clip.setArcWidth(arc);
    clip.setArcHeight(arc);
  }

  private void point(MouseEvent event) {
    Placement now = placement();
    if (now == null) {
      return;
    }
    int x = (int) Math.floor(now.u(event.getX()) * now.frame().width());
    int y = (int) Math.floor(now.v(event.getY()) * now.frame().height());
    boolean inside = x >= 0 && y >= 0 && x < now.frame().width() && y < now.frame().height();
    pointer.set(inside ? new Place(x, y) : null);
  }
}

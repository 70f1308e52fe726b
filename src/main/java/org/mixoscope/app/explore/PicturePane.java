package org.mixoscope.app.explore;

import java.nio.ByteBuffer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.Magnifier;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// The large picture: the kernel's output memory itself, redrawn once per frame of the screen at
/// most, with the box or position of the method on it. From two-fold on every pixel is shown as a
/// square: JavaFX's software renderer can only blur, so the squares are made here.
final class PicturePane extends BorderPane {
  private static final double MARGIN = 40;
  private static final double PIXELS_STAY_PIXELS = 2;

  /// A place in the picture under the pointer.
  record Place(int x, int y) {}

  private final MixModel model;
  private final Messages messages;
  private final ImageView image = new ImageView();
  private final BoxOverlay box;
  private final PositionOverlay position;
  private final Label waiting = new Label();
  private final Pane canvas = new Pane();
  private final ReadOnlyObjectWrapper<@Nullable Place> pointer = new ReadOnlyObjectWrapper<>();
  private final AnimationTimer nextFrame =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          render();
        }
      };
  private @Nullable Pixels output;
  private @Nullable Pixels shown;
  private int magnification = 1;
  private @Nullable PixelBuffer<ByteBuffer> buffer;

  PicturePane(MixModel model, Messages messages, FrameMenu frameMenu) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("stage");
    setMinSize(0, 0);
    image.setId("mixed-picture");
    box = new BoxOverlay(model, messages);
    position = new PositionOverlay(model, messages);
    waiting.getStyleClass().add("waiting");
    canvas.getChildren().addAll(image, waiting, box, position);
    canvas.setMinSize(0, 0);
    canvas.widthProperty().addListener((p, o, n) -> place());
    canvas.heightProperty().addListener((p, o, n) -> place());
    canvas.addEventFilter(MouseEvent.MOUSE_MOVED, this::point);
    canvas.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::point);
    canvas.setOnMouseExited(e -> pointer.set(null));
    setTop(head(frameMenu));
    setCenter(canvas);
    model.preparedProperty().addListener((property, old, now) -> fit());
    model
        .revisionProperty()
        .addListener(
            (property, old, now) -> {
              showOverlays();
              changed();
            });
    model.viewProperty().addListener((property, old, now) -> changed());
    messages.languageProperty().addListener((property, old, now) -> speak());
    fit();
    speak();
  }

  /// The pixel under the pointer, null while it is elsewhere.
  ReadOnlyObjectProperty<@Nullable Place> pointerProperty() {
    return pointer.getReadOnlyProperty();
  }

  /// The memory that is on screen, null while there is no picture.
  @Nullable Pixels output() {
    return output;
  }

  /// Mixes now instead of with the next frame of the screen.
  void render() {
    Pixels out = output;
    Pixels onScreen = shown;
    if (out == null || onScreen == null || buffer == null) {
      return;
    }
    model.render(out);
    if (magnification > 1) {
      Magnifier.magnify(out, magnification, onScreen);
    }
    buffer.updateBuffer(whole -> null);
  }

  private HBox head(FrameMenu frameMenu) {
    ViewPicker segments = new ViewPicker(model, messages);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(segments, gap, frameMenu);
    head.getStyleClass().add("stage-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void changed() {
    nextFrame.start();
  }

  private void speak() {
    waiting.setText(messages.get("picture.waiting"));
    place();
  }

  /// New memory for a new frame; the old one is kept while its size is right.
  private void fit() {
    Prepared ready = model.preparedProperty().get();
    waiting.setVisible(ready == null);
    image.setVisible(ready != null);
    if (ready == null) {
      output = null;
      shown = null;
      buffer = null;
      image.setImage(null);
    } else if (output == null || !output.frame().equals(ready.inputs().frame())) {
      output = ready.newOutput();
      shown = null;
      place();
    }
    showOverlays();
    changed();
  }

  private void showOverlays() {
    box.show();
    position.show();
  }

  /// As large as fits, whole pixels at whole scales, centred.
  private void place() {
    Frame frame = model.frame();
    if (frame != null) {
      double scale =
          Math.min(
              (canvas.getWidth() - 2 * MARGIN) / frame.width(),
              (canvas.getHeight() - 2 * MARGIN) / frame.height());
      scale = Math.max(scale, 1.0 / Math.max(frame.width(), frame.height()));
      double width = frame.width() * scale;
      double height = frame.height() * scale;
      double x = Math.round((canvas.getWidth() - width) / 2);
      double y = Math.round((canvas.getHeight() - height) / 2);
      double shownScale = output == null ? scale : width / output.width();
      attach(shownScale < PIXELS_STAY_PIXELS ? 1 : (int) Math.ceil(shownScale));
      image.setFitWidth(width);
      image.setFitHeight(height);
      image.relocate(x, y);
      box.place(x, y, scale);
      position.place(x, y, scale);
    }
    waiting.autosize();
    waiting.relocate(
        (canvas.getWidth() - waiting.getWidth()) / 2,
        (canvas.getHeight() - waiting.getHeight()) / 2);
  }

  /// Puts the output on screen, or, magnified, a copy of it in squares.
  private void attach(int factor) {
    Pixels out = output;
    if (out == null || (shown != null && factor == magnification)) {
      return;
    }
    Pixels onScreen = factor == 1 ? out : Magnifier.room(out, factor);
    magnification = factor;
    shown = onScreen;
    buffer = ScreenImage.buffer(onScreen);
    image.setImage(new WritableImage(buffer));
    changed();
  }

  private void point(MouseEvent event) {
    Frame frame = model.frame();
    if (frame == null) {
      return;
    }
    double scale = image.getFitWidth() / frame.width();
    int x = (int) Math.floor((event.getX() - image.getLayoutX()) / scale);
    int y = (int) Math.floor((event.getY() - image.getLayoutY()) / scale);
    boolean inside = x >= 0 && y >= 0 && x < frame.width() && y < frame.height();
    pointer.set(inside ? new Place(x, y) : null);
  }
}

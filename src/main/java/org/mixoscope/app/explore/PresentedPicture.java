package org.mixoscope.app.explore;

import java.nio.ByteBuffer;
import javafx.animation.AnimationTimer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.Magnifier;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// The mix as large as there is room, with its box or position, and nothing else. It follows the
/// model only while it is shown.
final class PresentedPicture extends Pane {
  private static final double PIXELS_STAY_PIXELS = 2;

  private final MixModel model;
  private final ImageView image = new ImageView();
  private final BoxOverlay box;
  private final PositionOverlay position;
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
  private @Nullable PixelBuffer<ByteBuffer> buffer;
  private int magnification = 1;

  PresentedPicture(MixModel model, Messages messages) {
    this.model = model;
    setMinSize(0, 0);
    box = new BoxOverlay(model, messages);
    position = new PositionOverlay(model, messages);
    getChildren().addAll(image, box, position);
    model.revisionProperty().addListener((property, old, now) -> nextFrame.start());
    model.viewProperty().addListener((property, old, now) -> nextFrame.start());
  }

  /// Mixes now instead of with the next frame of the screen.
  void render() {
    Prepared ready = model.preparedProperty().get();
    image.setVisible(ready != null);
    if (ready == null || getScene() == null || !getParent().isVisible()) {
      return;
    }
    Pixels out = output;
    if (out == null || !out.frame().equals(ready.inputs().frame())) {
      out = ready.newOutput();
      output = out;
      shown = null;
    }
    place(out);
    model.render(out);
    if (magnification > 1 && shown != null) {
      Magnifier.magnify(out, magnification, shown);
    }
    if (buffer != null) {
      buffer.updateBuffer(whole -> null);
    }
    box.show();
    position.show();
  }

  @Override
  protected void layoutChildren() {
    render();
  }

  private void place(Pixels out) {
    Frame frame = out.frame();
    double scale = Math.min(getWidth() / frame.width(), getHeight() / frame.height());
    if (!(scale > 0)) {
      return;
    }
    int factor = scale < PIXELS_STAY_PIXELS ? 1 : (int) Math.ceil(scale);
    if (shown == null || factor != magnification) {
      Pixels onScreen = factor == 1 ? out : Magnifier.room(out, factor);
      magnification = factor;
      shown = onScreen;
      buffer = ScreenImage.buffer(onScreen);
      image.setImage(new WritableImage(buffer));
    }
    double x = Math.round((getWidth() - frame.width() * scale) / 2);
    double y = Math.round((getHeight() - frame.height() * scale) / 2);
    image.setFitWidth(frame.width() * scale);
    image.setFitHeight(frame.height() * scale);
    image.relocate(x, y);
    box.place(x, y, scale);
    position.place(x, y, scale);
  }
}

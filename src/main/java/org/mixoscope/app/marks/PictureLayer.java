package org.mixoscope.app.marks;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Magnifier;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// The kernel's output memory on the screen. From two-fold on every pixel is shown as a square:
/// JavaFX's software renderer can only blur, so the squares are made here, for the part that is
/// seen.
public final class PictureLayer {
  private static final double PIXELS_STAY_PIXELS = 2;

  private final ImageView image = new ImageView();
  private @Nullable Pixels output;
  private @Nullable Pixels shown;
  private Box part = new Box(0, 0, 0, 0);
  private int factor = 1;
  private @Nullable PixelBuffer<ByteBuffer> buffer;

  /// What is on the scene graph.
  public ImageView node() {
    return image;
  }

  /// The memory that is mixed into, null while there is no picture.
  public @Nullable Pixels output() {
    return output;
  }

  /// New memory for a new frame; the old one is kept while its size is right.
  ///
  /// @param frame of what is shown, null for no picture
  public void fit(@Nullable Frame frame) {
    if (frame == null) {
      output = null;
      shown = null;
      buffer = null;
      image.setImage(null);
    } else if (output == null || !output.frame().equals(frame)) {
      output = Magnifier.room(Box.of(frame), 1);
      shown = null;
    }
  }

  /// The same place for what is shown, which may be a preview of the frame.
  public Placement within(Placement placement) {
    return output == null ? placement : placement.of(output.frame());
  }

  /// Puts the picture into a room of some size; it is to be painted then.
  public void place(Placement framePlacement, double roomWidth, double roomHeight) {
    Pixels out = output;
    if (out == null) {
      return;
    }
    Placement placement = within(framePlacement);
    double scale = placement.scale();
    boolean squares = scale >= PIXELS_STAY_PIXELS;
    int wantedFactor = squares ? (int) Math.ceil(scale) : 1;
    Box wanted = squares ? seen(placement, roomWidth, roomHeight) : Box.of(out.frame());
    boolean fits =
        shown != null
            && factor == wantedFactor
            && part.width() == wanted.width()
            && part.height() == wanted.height();
    part = wanted;
    factor = wantedFactor;
    if (!fits) {
      Pixels onScreen = squares ? Magnifier.room(part, factor) : out;
      shown = onScreen;
      buffer = ScreenImage.buffer(onScreen);
      image.setImage(new WritableImage(buffer));
    }
    image.setFitWidth(part.width() * scale);
    image.setFitHeight(part.height() * scale);
    image.relocate(placement.left() + part.x1() * scale, placement.top() + part.y1() * scale);
  }

  /// Paints anew.
  public void paint(Consumer<Pixels> painter) {
    Pixels out = output;
    Pixels onScreen = shown;
    if (out != null && onScreen != null && buffer != null) {
      painter.accept(out);
      if (factor > 1) {
        Magnifier.magnify(out, part, factor, onScreen);
      }
      buffer.updateBuffer(whole -> null);
    }
  }

  /// Always of the same size while the scale is, so that memory is used again.
  private static Box seen(Placement placement, double roomWidth, double roomHeight) {
    Frame frame = placement.frame();
    double scale = placement.scale();
    int columns = (int) Math.min(frame.width(), Math.ceil(roomWidth / scale) + 1);
    int rows = (int) Math.min(frame.height(), Math.ceil(roomHeight / scale) + 1);
    int x = Math.clamp((long) Math.floor(-placement.left() / scale), 0, frame.width() - columns);
    int y = Math.clamp((long) Math.floor(-placement.top() / scale), 0, frame.height() - rows);
    return new Box(x, y, x + columns, y + rows);
  }
}

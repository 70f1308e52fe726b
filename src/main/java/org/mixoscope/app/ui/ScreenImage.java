package org.mixoscope.app.ui;

import java.nio.ByteBuffer;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.mixoscope.kernel.Pixels;

/// JavaFX images over the kernel's memory: nothing is copied on the way to the screen.
public final class ScreenImage {
  private ScreenImage() {}

  /// A pixel buffer whose memory is that of the pixels: BGRA in a byte array on the heap.
  public static PixelBuffer<ByteBuffer> buffer(Pixels bgra) {
    byte[] bytes =
        (byte[]) Objects.requireNonNull(bgra.memory().heapBase().orElse(null), "heap memory");
    return new PixelBuffer<>(
        bgra.width(), bgra.height(), ByteBuffer.wrap(bytes), PixelFormat.getByteBgraPreInstance());
  }

  /// An image over the memory of pixels that do not change any more.
  public static Image of(Pixels bgra) {
    return new WritableImage(buffer(bgra));
  }

  /// The part in the middle with the given ratio of width to height, as high as the picture if that
  /// is possible.
  public static Rectangle2D middle(Pixels pixels, double ratio) {
    double height = Math.min(pixels.height(), pixels.width() / ratio);
    double width = height * ratio;
    return new Rectangle2D(
        (pixels.width() - width) / 2, (pixels.height() - height) / 2, width, height);
  }
}

package org.mixoscope.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.mixoscope.kernel.Pixels;

/// A GIF that plays for ever, made frame by frame in memory, so that long ones can be watched and
/// given up.
public final class AnimatedGif {
  private static final int TRAILER = 0x3B;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final GifStream frames = new GifStream(out, null);

  /// Without frames.
  public AnimatedGif() {}

  /// Adds a frame.
  ///
  /// @param rgb uint8 HWC of 3 channels, the same size for all frames. Not modified
  /// @param hundredths how long it stays, in hundredths of a second
  /// @throws IllegalArgumentException if the frame has another size than the first
  public void add(Pixels rgb, int hundredths) {
    try {
      frames.add(rgb, hundredths);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  /// The file with the frames so far.
  ///
  /// @param recipe to be found again by [EmbeddedRecipe]
  /// @throws IllegalStateException if there is no frame
  public byte[] bytes(String recipe) {
    if (out.size() == 0) {
      throw new IllegalStateException("a GIF needs a frame");
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(out.size() + 1);
    whole.writeBytes(out.toByteArray());
    whole.write(TRAILER);
    return RecipeInGif.put(whole.toByteArray(), recipe);
  }
}

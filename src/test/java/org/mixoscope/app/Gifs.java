package org.mixoscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.mixoscope.image.GifStream;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Source;

/// Clips for tests of the screens.
public final class Gifs {
  private Gifs() {}

  /// Of few colours, which a GIF keeps, and of frames that differ.
  public static Source write(Path folder, String name, int seed, int frames, Frame size)
      throws IOException {
    Path file = folder.resolve(name + ".gif");
    Random random = new Random(seed);
    try (GifStream gif = new GifStream(Files.newOutputStream(file), null)) {
      for (int t = 0; t < frames; t++) {
        byte[] bytes = new byte[(int) size.pixels() * 3];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) (51 * random.nextInt(6));
        }
        gif.add(Pixels.of(bytes, size, 3), 10);
      }
    }
    return new Source(file.toString(), name);
  }
}

package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

class LoadedTest {
  @TempDir private Path folder;

  /// A screen draws no picture of which a side is longer than its largest texture.
  @ParameterizedTest
  @CsvSource({
    "20000, 50, 4096, 50",
    "50, 20000, 50, 4096",
    "3000, 2000, 540, 360",
    "2, 3, 360, 540"
  })
  void thumbnailsCanBeDrawnHoweverLongThePictureIs(int width, int height, int w, int h)
      throws PictureException {
    Path file = folder.resolve("long.png");
    Frame frame = new Frame(height, width);
    PictureWriter.write(
        Pixels.of(new byte[Math.toIntExact(3 * frame.pixels())], frame, 3), file, null);

    Loaded loaded = Loaded.of(new PictureReader().read(file.toString()));

    assertEquals(new Frame(h, w), loaded.thumbnail().frame());
  }
}

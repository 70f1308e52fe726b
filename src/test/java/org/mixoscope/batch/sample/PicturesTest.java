package org.mixoscope.batch.sample;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.Example;

class PicturesTest {
  private static final SampleKind KIND = SampleKind.bytes(Channels.KEEP);

  /// For a thread, and as many for what others want.
  private static final int HELD = 2 * 16;

  @TempDir Path folder;

  @Test
  void whatWasWantedLastIsHeldForAllThreadsAndNoMore() throws Exception {
    for (int i = 0; i < 3 * HELD; i++) {
      Path file = folder.resolve("class/%02d.png".formatted(i));
      Files.createDirectories(file.resolveSibling(""));
      PictureWriter.write(Pixels.of(new byte[] {(byte) i}, new Frame(1, 1), 1), file, null);
    }
    try (DataSet data = DataSet.open(folder)) {
      SampleSettings settings =
          Classes.settings(Partners.of(Partners.Who.FAR_SALIENCY), 1, false, 5);
      Pictures pictures = new Pictures(Stock.of(data), settings, new PictureReader());
      Example first = pictures.get(0, KIND);
      get(pictures, 1, HELD);
      assertSame(first, pictures.get(0, KIND), "so many are held");
      get(pictures, 0, HELD + 1);
      Example again = pictures.get(0, KIND);
      assertNotSame(first, again, "and no more");

      Thread other = new Thread(() -> got(pictures));
      other.start();
      other.join();
      get(pictures, 1, HELD + 16);
      assertSame(again, pictures.get(0, KIND), "another thread has room of its own");
    }
  }

  private static void get(Pictures pictures, int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      pictures.get(i, KIND);
    }
  }

  private static void got(Pictures pictures) {
    try {
      pictures.get(0, KIND);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}

package org.mixoscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// Folders of pictures for tests: a class for each sample, its pictures of different sizes.
public final class PictureFolders {
  private PictureFolders() {}

  /// @param each how many pictures a class has
  public static Path of(Path root, int each) throws IOException {
    for (Sample sample : Sample.ALL) {
      Path folder = Files.createDirectories(root.resolve(sample.name()));
      Pixels whole = new SourceReader(new PictureReader()).read(sample.location()).pixels();
      for (int i = 0; i < each; i++) {
        Frame frame = new Frame(120 + 9 * i, 160 - 7 * i);
        Path file = folder.resolve("%s-%03d.png".formatted(sample.name(), i));
        PictureWriter.write(Fitter.fit(whole, frame, Fit.COVER), file, null);
      }
    }
    return root;
  }
}

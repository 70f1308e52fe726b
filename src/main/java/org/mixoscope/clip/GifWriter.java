package org.mixoscope.clip;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Conversion;
import org.mixoscope.image.GifStream;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// An animated GIF. Frames end at the hundredth of a second that is next to where they should, so
/// that rounding does not add up.
final class GifWriter implements ClipWriter {
  private static final double HUNDREDTH = 10_000;

  private final PendingFile file;
  private final GifStream gif;
  private final Timing timing;
  private int written;

  GifWriter(Path file, Timing timing, @Nullable String recipe) throws IOException {
    this.file = new PendingFile(file, ".tmp");
    this.timing = timing;
    gif = new GifStream(new BufferedOutputStream(Files.newOutputStream(this.file.path())), recipe);
  }

  @Override
  public void add(Pixels mixed) throws IOException {
    long stay =
        Math.round(timing.end(written) / HUNDREDTH) - Math.round(timing.start(written) / HUNDREDTH);
    gif.add(Conversion.to(PixelKind.RGB8, mixed), Math.clamp(stay, 1, 0xFFFF));
    written++;
  }

  @Override
  public void finish() throws IOException {
    gif.close();
    file.finish();
  }

  @Override
  public List<Objection> notes() {
    return gif.isExact() ? List.of() : List.of(ClipReason.PALETTES.of());
  }

  @Override
  public void close() throws IOException {
    gif.close();
    file.giveUp();
  }
}

package org.mixoscope.clip;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.TiffWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;

/// A TIFF of a page for each frame, exact, with the recipe in the first.
final class TiffStackWriter implements ClipWriter {
  private final PendingFile file;
  private final OutputStream out;
  private final NumberType type;
  private final int pages;
  private final @Nullable String recipe;
  private int written;
  private int bytes;

  private TiffStackWriter(Path file, NumberType type, int pages, @Nullable String recipe)
      throws IOException {
    this.file = new PendingFile(file, ".tmp");
    this.type = type;
    this.pages = pages;
    this.recipe = recipe;
    out = new BufferedOutputStream(Files.newOutputStream(this.file.path()));
  }

  /// @throws ClipException if the mix has no room in a file
  static TiffStackWriter open(Path file, ClipMix mix, @Nullable String recipe) throws IOException {
    Frame frame = mix.frame();
    int pages = mix.timing().frames();
    long page = frame.pixels() * mix.recipe().kind().channels() * mix.type().bytes();
    if (!TiffWriter.hasRoom(pages, page)) {
      throw ClipReason.NO_ROOM.failure(null, file, pages, frame);
    }
    return new TiffStackWriter(file, mix.type(), pages, recipe);
  }

  @Override
  public void add(Pixels mixed) throws IOException {
    written++;
    String carried = written == 1 ? recipe : null;
    byte[] page = TiffWriter.page(mixed, type, carried, bytes, written == pages);
    out.write(page);
    bytes += page.length;
  }

  @Override
  public void finish() throws IOException {
    out.close();
    file.finish();
  }

  @Override
  public List<Objection> notes() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    out.close();
    file.giveUp();
  }
}

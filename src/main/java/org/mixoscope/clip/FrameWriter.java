package org.mixoscope.clip;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;

/// A folder of PNG files, numbered from 1, with the recipe beside them; exact.
final class FrameWriter implements ClipWriter {
  /// The file with the recipe.
  static final String RECIPE = "recipe.json";

  private static final int LEAST_DIGITS = 4;

  private final Path target;
  private final PendingFile folder;
  private final int digits;
  private int written;

  /// @throws IOException if the folder has something in it, or cannot be made
  FrameWriter(Path target, int frames, @Nullable String recipe) throws IOException {
    this.target = target;
    if (Files.exists(target) && !isEmptyFolder(target)) {
      throw ClipReason.NOT_EMPTY.failure(null, target);
    }
    folder = new PendingFile(target, ".tmp");
    digits = Math.max(LEAST_DIGITS, String.valueOf(frames).length());
    Files.createDirectory(folder.path());
    if (recipe != null) {
      Files.writeString(folder.path().resolve(RECIPE), recipe);
    }
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return !files.iterator().hasNext();
    }
  }

  @Override
  public void add(Pixels mixed) throws IOException {
    written++;
    String name = String.format(Locale.ROOT, "%0" + digits + "d.png", written);
    PictureWriter.write(mixed, folder.path().resolve(name), null);
  }

  @Override
  public void finish() throws IOException {
    Files.deleteIfExists(target);
    folder.finish();
  }

  @Override
  public List<Objection> notes() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    delete(folder.path());
  }

  /// Deletes a folder of frames, if it is there.
  static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}

package org.mixoscope.clip;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// A file or folder that is made beside the place where it will be, and then renamed.
final class PendingFile {
  private final Path target;
  private final Path path;

  /// @param ending of the name that it has until then
  /// @throws IOException if there is no such folder
  PendingFile(Path file, String ending) throws IOException {
    // Renaming would replace a link, not what it points to.
    target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    path = target.resolveSibling(".mixoscope-" + UUID.randomUUID() + ending);
  }

  /// Where it is made.
  Path path() {
    return path;
  }

  /// Gives it its name.
  void finish() throws IOException {
    try {
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Deletes what was not finished.
  void giveUp() throws IOException {
    Files.deleteIfExists(path);
  }
}

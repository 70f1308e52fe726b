package org.mixoscope.batch.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// A file with a name of its own until it is committed.
final class RenamedDraft implements Storage.Draft {
  private final Path file;
  private final Path draft;
  private final OutputStream out;

  RenamedDraft(Path file, Path drafts) throws IOException {
    this.file = file;
    Files.createDirectories(file.resolveSibling(""));
    draft = Files.createDirectories(drafts).resolve(UUID.randomUUID() + ".part");
    out = new BufferedOutputStream(Files.newOutputStream(draft));
  }

  @Override
  public OutputStream out() {
    return out;
  }

  @Override
  public void commit() throws IOException {
    out.close();
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    try (out) {
      Files.deleteIfExists(draft);
    }
  }
}

package org.mixoscope.batch.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// How files come to be where a job writes. What is there is asked by NIO's paths, of this machine
/// or of a file system that somebody brings; this is the one thing in which places differ: how a
/// file appears under its name at once and whole, also when somebody else writes the same one.
public interface Storage {
  /// Of local disks and whatever else renames at once.
  Storage RENAMING = RenamedDraft::new;

  /// Begins a file.
  ///
  /// @param file its name in the end, in a folder that need not be there
  /// @param drafts a folder for what has no name yet, of the same file system, which need not be
  ///   there
  Draft draft(Path file, Path drafts) throws IOException;

  /// A file that has no name yet.
  interface Draft extends Closeable {
    /// Its contents, from the beginning to the end.
    OutputStream out();

    /// All is written: it takes the place of whatever has its name.
    void commit() throws IOException;

    /// Leaves nothing behind, unless it was committed.
    @Override
    void close() throws IOException;
  }
}

package org.mixoscope.dataset;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A folder has no pictures to give. The message is one English sentence that names the folder,
/// what is wrong and what to do.
public final class FolderException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String subject;

  /// What kind of thing is wrong, for translation and for tests.
  public enum Reason {
    /// There is no such folder.
    MISSING("does not exist: check the path"),
    /// It is a file.
    FILE("is not a folder: choose the folder that it is in"),
    /// Neither it nor a folder in it may be read.
    FORBIDDEN("may not be read: ask for permission or copy it"),
    /// No picture in it, nor in its sub-folders.
    EMPTY("has no pictures: JPEG, PNG, WebP, BMP, TIFF and GIF files are looked for in it");

    private final String predicate;

    Reason(String predicate) {
      this.predicate = predicate;
    }
  }

  FolderException(Reason reason, Path folder, @Nullable Throwable cause) {
    super(folder + " " + reason.predicate, cause);
    this.reason = reason;
    this.subject = folder.toString();
  }

  /// The kind of failure.
  public Reason reason() {
    return reason;
  }

  /// The folder as it was named.
  public String subject() {
    return subject;
  }
}

package org.mixoscope.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Objecting;
import org.mixoscope.kernel.Objection;

/// A picture file cannot be read or written. The message is one English sentence that names the
/// file, what is wrong and what to do.
public final class PictureException extends IOException implements Objecting {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final Objection objection;

  /// What kind of thing is wrong, for programs that read of it.
  public enum Kind {
    /// There is no such file, or no such folder to write into.
    MISSING,
    /// It is a folder, not a file.
    FOLDER,
    /// Reading is not permitted, or the system fails to read it.
    FORBIDDEN,
    /// No bytes in it.
    EMPTY,
    /// Not a picture of any kind we know.
    NOT_AN_IMAGE,
    /// Cut short or damaged.
    TRUNCATED,
    /// More pixels than the limit, or than memory can hold.
    TOO_LARGE,
    /// Writing is not permitted, or fails.
    NOT_WRITABLE,
    /// A picture, but of a kind that is not read or written here.
    UNSUPPORTED_FORMAT
  }

  /// @param objection whose first detail is the file as the user named it
  public PictureException(Kind kind, Objection objection, @Nullable Throwable cause) {
    super(objection.text(), cause);
    this.kind = kind;
    this.objection = objection;
  }

  /// The kind of failure.
  public Kind kind() {
    return kind;
  }

  @Override
  public Objection objection() {
    return objection;
  }
}

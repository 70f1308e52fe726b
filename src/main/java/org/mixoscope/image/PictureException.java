package org.mixoscope.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A picture file cannot be read or written. The message is one English sentence that names the
/// file, what is wrong and what to do.
public final class PictureException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String subject;

  /// What kind of thing is wrong, for translation and for tests.
  public enum Reason {
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

  /// @param subject the file as the user named it
  /// @param predicate the rest of the sentence, after the subject
  PictureException(Reason reason, String subject, String predicate, @Nullable Throwable cause) {
    super(subject + " " + predicate, cause);
    this.reason = reason;
    this.subject = subject;
  }

  /// What is kept in a larger file, such as an archive, cannot be read from it.
  ///
  /// @param subject as the user would name it
  /// @param predicate the rest of the sentence
  public static PictureException of(Reason reason, String subject, String predicate) {
    return new PictureException(reason, subject, predicate, null);
  }

  /// The kind of failure.
  public Reason reason() {
    return reason;
  }

  /// The file as it was named.
  public String subject() {
    return subject;
  }
}

package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;

/// A data set cannot be used. The message is one English sentence that names the file, perhaps its
/// line, what is wrong and what to do.
public final class DataSetException extends IOException {
  private static final long serialVersionUID = 1L;

  DataSetException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  DataSetException(String message) {
    this(message, null);
  }

  /// What reading a file of a data set failed with, said about the file.
  ///
  /// @param predicate the rest of the sentence, if the failure itself does not say better
  static DataSetException unreadable(Path file, IOException e, String predicate) {
    return switch (e) {
      case DataSetException known -> known;
      case PictureException known ->
          new DataSetException(String.valueOf(known.getMessage()), known);
      case AccessDeniedException _ ->
          new DataSetException(file + " may not be read: ask for permission or copy it", e);
      default -> new DataSetException(file + " " + predicate, e);
    };
  }
}

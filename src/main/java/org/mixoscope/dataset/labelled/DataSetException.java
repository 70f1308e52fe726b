package org.mixoscope.dataset.labelled;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

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
}

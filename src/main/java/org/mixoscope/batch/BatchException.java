package org.mixoscope.batch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A job cannot begin or go on. The message is one English sentence that names the file, what is
/// wrong and what to do. What was written before is whole.
public final class BatchException extends IOException {
  private static final long serialVersionUID = 1L;

  BatchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  BatchException(String message) {
    this(message, null);
  }
}

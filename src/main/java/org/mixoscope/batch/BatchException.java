package org.mixoscope.batch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Objecting;
import org.mixoscope.kernel.Objection;

/// A job cannot begin or go on. The message is one English sentence that names the file, what is
/// wrong and what to do. What was written before is whole.
public final class BatchException extends IOException implements Objecting {
  private static final long serialVersionUID = 1L;

  private final Objection objection;

  /// @param objection why
  /// @param cause what it follows from; null for nothing
  public BatchException(Objection objection, @Nullable Throwable cause) {
    super(objection.text(), cause);
    this.objection = objection;
  }

  public BatchException(Objection objection) {
    this(objection, null);
  }

  @Override
  public Objection objection() {
    return objection;
  }
}

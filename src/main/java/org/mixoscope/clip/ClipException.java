package org.mixoscope.clip;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Objecting;
import org.mixoscope.kernel.Objection;

/// A clip cannot be read, mixed or written; the message says in one line why and what to do.
public final class ClipException extends IOException implements Objecting {
  private static final long serialVersionUID = 1L;

  private final Objection objection;

  ClipException(Objection objection, @Nullable Throwable cause) {
    super(objection.text(), cause);
    this.objection = objection;
  }

  @Override
  public Objection objection() {
    return objection;
  }
}

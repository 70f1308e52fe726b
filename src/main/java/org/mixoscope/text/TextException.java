package org.mixoscope.text;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Objecting;
import org.mixoscope.kernel.Objection;

/// A file is no text that can be mixed; the message says in one line why and what to do.
public final class TextException extends Exception implements Objecting {
  private static final long serialVersionUID = 1L;

  private final Objection objection;

  TextException(Objection objection, @Nullable Throwable cause) {
    super(objection.text(), cause);
    this.objection = objection;
  }

  @Override
  public Objection objection() {
    return objection;
  }
}

package org.mixoscope.dataset.annotated;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Objecting;
import org.mixoscope.kernel.Objection;

/// A file of objects cannot be used. The message is one English sentence that names the file, the
/// place in it, what is wrong and what to do.
public final class AnnotationException extends IOException implements Objecting {
  private static final long serialVersionUID = 1L;

  private final Objection objection;

  AnnotationException(Objection objection, @Nullable Throwable cause) {
    super(objection.text(), cause);
    this.objection = objection;
  }

  @Override
  public Objection objection() {
    return objection;
  }
}

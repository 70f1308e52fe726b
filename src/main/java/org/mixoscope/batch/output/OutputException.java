package org.mixoscope.batch.output;

import java.io.IOException;
import org.mixoscope.kernel.Objecting;
import org.mixoscope.kernel.Objection;

/// Samples cannot be written, for a reason that lies in them or in what is there already.
public final class OutputException extends IOException implements Objecting {
  private static final long serialVersionUID = 1L;

  private final Objection objection;

  OutputException(Objection objection) {
    super(objection.text());
    this.objection = objection;
  }

  @Override
  public Objection objection() {
    return objection;
  }
}

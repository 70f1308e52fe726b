package org.mixoscope.lesson;

import java.util.Locale;
import org.mixoscope.kernel.Named;

/// What the large picture can show.
public enum ViewName implements Named {
  MIXED,
  A,
  B,
  /// Another source.
  OTHER,
  WEIGHTS;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

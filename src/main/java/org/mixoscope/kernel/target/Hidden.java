package org.mixoscope.kernel.target;

import java.util.Locale;
import org.mixoscope.kernel.Named;

/// What becomes of objects of which too little can be seen. One without a single pixel to be seen
/// always falls away.
public enum Hidden implements Named {
  /// They fall away.
  DROP,
  /// They stay, marked as [Instance#ignored].
  IGNORE,
  /// They stay.
  KEEP;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

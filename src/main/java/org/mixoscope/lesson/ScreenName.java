package org.mixoscope.lesson;

import java.util.Locale;
import org.mixoscope.kernel.Named;

/// The screens of the app.
public enum ScreenName implements Named {
  EXPLORE,
  COMPARE,
  TUNE,
  AUDIT,
  BATCH,
  TRAIN,
  TEXT;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.mixoscope.batch.sample;

import java.util.Locale;
import org.mixoscope.kernel.Named;

/// Who is mixed with whom in a data set.
public enum Partners implements Named {
  /// In a shuffled order, each with the one before it, so that each picture is decoded once.
  ROLL,
  /// Anyone but the sample itself, all as likely.
  RANDOM,
  /// Anyone else of the sample's class; one that is alone in its class is left alone.
  SAME_CLASS,
  /// Anyone of another class, all as likely.
  OTHER_CLASS;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

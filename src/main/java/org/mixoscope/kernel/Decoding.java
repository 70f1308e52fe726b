package org.mixoscope.kernel;

import java.util.Locale;

/// How large pictures are decoded that are made smaller afterwards.
public enum Decoding implements Named {
  /// All pixels.
  EXACT,
  /// Where the format can decode smaller, as JPEG can, and the frame is so much smaller still that
  /// hardly a value shows it: as small as that. Everything else is decoded exactly.
  FAST;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

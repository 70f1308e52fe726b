package org.mixoscope.kernel;

import java.util.Locale;

/// In which light values are blended. Copied pixels (weight 1) are the same either way.
public enum Blending implements Named {
  /// The stored, gamma-encoded values as they are: what every training framework does.
  SRGB,
  /// Decoded by the sRGB curve, blended as light, encoded again: 0 and 255 at λ = ½ give 188, not
  /// 128. float32 values must lie within [0, 1].
  LINEAR_LIGHT;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package org.mixoscope.kernel.profile;

import org.mixoscope.kernel.Named;

/// What a framework's mixes are made of.
public enum Rounding implements Named {
  /// Floating-point pictures: nothing is rounded. Bytes made of them here are rounded half to even.
  FLOAT("float"),
  /// Bytes: blended in float32, rounded half to even.
  HALF_EVEN("half-even");

  private final String id;

  Rounding(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}

package org.mixoscope.kernel.profile;

import org.mixoscope.kernel.Named;

/// Where a framework puts boxes.
public enum Place implements Named {
  /// Each by two random numbers of its own.
  OWN("own"),
  /// All boxes of a batch, although of different sizes, by the same two: kornia.
  SHARED("shared"),
  /// Like [#OWN], but never at the last row or column: timm up to 1.0.28, where sides are drawn.
  NEVER_LAST("never-last");

  private final String id;

  Place(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}

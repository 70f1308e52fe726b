package org.mixoscope.app.explore;

/// The colour of a source, the same wherever it appears. Style sheets have them as `-mx-a` and
/// `-mx-b`.
enum SourceColour {
  A(0xDD6B16),
  B(0x2E74E6);

  private final int rgb;

  SourceColour(int rgb) {
    this.rgb = rgb;
  }

  int rgb() {
    return rgb;
  }

  /// Style class of nodes that belong to source k.
  static String styleClass(int k) {
    return k == 0 ? "source-a" : "source-b";
  }
}

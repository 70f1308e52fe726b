package org.mixoscope.app.explore;

/// What the large picture shows.
enum View {
  /// The mix.
  MIXED,
  /// Source A alone, as it enters the mix.
  A,
  /// Source B alone, as it enters the mix.
  B,
  /// The weight of every source at every pixel, in the colours of the sources.
  WEIGHTS
}

package org.mixoscope.app.train;

/// What is looked at on the Train screen: it changes nothing of what is trained.
///
/// @param look what the panes of runs show
/// @param plot what stands beside accuracy and loss
record Insight(Look look, Insight.Plot plot) {
  static final Insight USUAL = new Insight(Look.PLANE, Plot.RELIABILITY);

  /// What can stand there.
  enum Plot {
    RELIABILITY,
    ROBUSTNESS,
    LAMBDA
  }

  /// Whether A and B are chosen.
  boolean isAlongLambda() {
    return plot == Plot.LAMBDA;
  }

  Insight with(Look other) {
    return new Insight(other, plot);
  }

  Insight with(Plot other) {
    return new Insight(look, other);
  }
}

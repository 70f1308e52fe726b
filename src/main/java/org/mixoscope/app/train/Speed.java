package org.mixoscope.app.train;

/// How fast networks are trained while somebody looks on.
enum Speed {
  ONE(1),
  FIVE(5),
  TWENTY(20),
  /// As fast as the machine can.
  FULL(Double.POSITIVE_INFINITY);

  private final double epochs;

  Speed(double epochs) {
    this.epochs = epochs;
  }

  /// Epochs a second, at most.
  double epochs() {
    return epochs;
  }
}

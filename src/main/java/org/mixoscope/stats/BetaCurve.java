package org.mixoscope.stats;

import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Beta;

/// The density of Beta(α, α) as a curve in a plot, whose ends are infinite where α is below 1: what
/// is higher than the plot is cut off at its top.
///
/// @param beta whose density it is
/// @param top the density at the top of the plot, above 0
public record BetaCurve(Beta beta, double top) {
  private static final double USUAL_TOP = 2.5;
  private static final double ROOM_ABOVE = 1.05;

  /// A point of the curve.
  ///
  /// @param lambda λ within [0, 1]
  /// @param height within [0, 1], 1 at the top of the plot
  public record Point(double lambda, double height) {}

  /// As high as is usual, unless the curve itself is higher in the middle.
  public static BetaCurve of(Beta beta) {
    return new BetaCurve(beta, Math.max(USUAL_TOP, beta.density(0.5) * ROOM_ABOVE));
  }

  /// Points from λ = 0 to λ = 1, evenly spaced.
  ///
  /// @param steps between them, at least 1
  public List<Point> points(int steps) {
    return IntStream.rangeClosed(0, steps).mapToObj(i -> point((double) i / steps)).toList();
  }

  private Point point(double lambda) {
    return new Point(lambda, Math.min(1, beta.density(lambda) / top));
  }
}

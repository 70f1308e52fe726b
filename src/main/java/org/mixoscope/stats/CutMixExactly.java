package org.mixoscope.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;

/// CutMix on a finite frame, counted instead of drawn, for rules whose boxes lie on the grid of
/// pixels.
///
/// The sides of the box are step functions of λ, so that λ falls into finitely many intervals, each
/// with a probability. Within one, the position is uniform over finitely many places, independently
/// along both sides; so the area is distributed as the product of two clipped lengths, and a pixel
/// is covered with the product of two probabilities. Intervals and places are read off the method's
/// own boxes, so that no rule is written down twice.
final class CutMixExactly {
  private static final double BELOW_ONE = Math.nextDown(1.0);

  /// Enough for 1024 × 1024 pixels, where it takes half a second.
  private static final long MOST_WORK = 2_300_000_000L;

  private final CutMix method;
  private final Frame frame;
  private final List<Step> steps;

  /// The boxes that an interval of λ makes.
  private record Step(double probability, Shape shape) {}

  /// Where a box may lie.
  private record Shape(Placement across, Placement down) {}

  CutMixExactly(CutMix method, Frame frame) {
    this.method = method;
    this.frame = frame;
    this.steps = steps();
  }

  /// Whether a frame is small enough to be worth it. There are about as many intervals as the frame
  /// has rows and columns; each takes a walk over its areas and a few along its sides.
  static boolean isFeasible(Frame frame) {
    long sides = (long) frame.width() + frame.height();
    return sides * (frame.pixels() + 16 * sides) <= MOST_WORK;
  }

  MixStatistics statistics(int bins) {
    double[] own = own();
    return new MixStatistics(
        frame,
        Distribution.of(new Beta(method.alpha()), bins),
        Distribution.of(own, bins),
        Estimate.calculated(own[own.length - 1]),
        Estimate.calculated(own[0]),
        coverage());
  }

  private List<Step> steps() {
    Beta beta = new Beta(method.alpha());
    List<Step> found = new ArrayList<>();
    double start = 0;
    for (double below = 0; below < 1; ) {
      Shape shape = shape(start);
      start = end(start, shape);
      double upTo = beta.cumulative(start);
      found.add(new Step(upTo - below, shape));
      below = upTo;
    }
    return found;
  }

  /// The first λ whose boxes have another shape, or 1. Found by bisection on the bits, whose order
  /// is that of the numbers: for small α much depends on the last digits near 0.
  private double end(double start, Shape shape) {
    long same = Double.doubleToLongBits(start);
    long other = Double.doubleToLongBits(1);
    if (shape(1).equals(shape)) {
      return 1;
    }
    while (other - same > 1) {
      long middle = (same + other) / 2;
      if (shape(Double.longBitsToDouble(middle)).equals(shape)) {
        same = middle;
      } else {
        other = middle;
      }
    }
    return Double.longBitsToDouble(other);
  }

  private Shape shape(double lambda) {
    Box first = method.box(new Draw(lambda, 0, 0), frame);
    Box last = method.box(new Draw(lambda, BELOW_ONE, BELOW_ONE), frame);
    return new Shape(
        new Placement(frame.width(), first.x1(), last.x1() - first.x1() + 1, first.width()),
        new Placement(frame.height(), first.y1(), last.y1() - first.y1() + 1, first.height()));
  }

  /// The probability of every number of pixels that A may keep, 0 … all.
  private double[] own() {
    int all = Math.toIntExact(frame.pixels());
    double[] own = new double[all + 1];
    for (Step step : steps) {
      double[] across = step.shape().across().lengths();
      double[] down = step.shape().down().lengths();
      for (int width = 0; width < across.length; width++) {
        double p = step.probability() * across[width];
        for (int height = 0; p > 0 && height < down.length; height++) {
          own[all - width * height] += p * down[height];
        }
      }
    }
    return own;
  }

  private CoverageMap coverage() {
    Grid grid = new Grid(frame);
    int[] xs = grid.xs();
    int[] ys = grid.ys();
    double[] cells = new double[grid.cells()];
    for (Step step : steps) {
      double[] across = step.shape().across().covered(xs);
      double[] down = step.shape().down().covered(ys);
      for (int j = 0; j < down.length; j++) {
        for (int i = 0; i < across.length; i++) {
          cells[j * across.length + i] += step.probability() * down[j] * across[i];
        }
      }
    }
    return CoverageMap.of(grid, Arrays.stream(cells).mapToObj(Estimate::calculated).toList());
  }
}

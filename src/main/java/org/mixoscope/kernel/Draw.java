package org.mixoscope.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The random variables of one mix, free of any image size. Methods draw it, users edit it, and
/// applying it is a pure function of it.
///
/// @param weights the weight of every source as drawn, at least two, each within [0, 1], summing to
///   1; the first is λ
/// @param u horizontal position, within [0, 1)
/// @param v vertical position, within [0, 1)
/// @param noise seed of everything else that a method needs: a noise field, which piece comes from
///   where; 0 where it needs nothing
/// @param region a box placed by hand; it then stands for λ, u and v, and λ is 1 − its area unless
///   the draw repeats one whose λ is known
/// @param slice which part of it is meant, where what is drawn has a depth; null for pictures
public record Draw(
    List<Double> weights,
    double u,
    double v,
    long noise,
    @Nullable Region region,
    @Nullable Slice slice) {
  private static final double BELOW_ONE = Math.nextDown(1.0);
  private static final double TOLERANCE = 1e-6;

  /// @throws IllegalArgumentException if a value is NaN or out of its range
  public Draw {
    weights = List.copyOf(weights);
    Require.atLeast("weights", weights.size(), 2);
    double sum = 0;
    for (int k = 0; k < weights.size(); k++) {
      sum += Require.unit(k == 0 ? "lambda" : "weight", weights.get(k));
    }
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new RefusedException(KernelReason.WRONG_SUM.of(weights));
    }
    unitExclusive("u", u);
    unitExclusive("v", v);
  }

  /// A draw of pictures.
  ///
  /// @throws IllegalArgumentException if a value is NaN or out of its range
  public Draw(List<Double> weights, double u, double v, long noise, @Nullable Region region) {
    this(weights, u, v, noise, region, null);
  }

  /// A draw for a pair, with a box placed by hand or null.
  public Draw(double lambda, double u, double v, @Nullable Region region) {
    this(pair(lambda), u, v, 0, region);
  }

  /// A draw for a pair.
  public Draw(double lambda, double u, double v) {
    this(lambda, u, v, null);
  }

  /// A draw for a pair with a noise seed.
  public Draw(double lambda, double u, double v, long noise) {
    this(pair(lambda), u, v, noise, null);
  }

  private static List<Double> pair(double lambda) {
    return List.of(Require.unit("lambda", lambda), 1 - lambda);
  }

  /// λ, the weight of A as drawn, within [0, 1].
  public double lambda() {
    return weights.getFirst();
  }

  /// The same position with another λ, the other weights in the same proportions; a box placed by
  /// hand is given up but for its centre.
  public Draw withLambda(double newLambda) {
    Draw reweighted = new Draw(reweighted(newLambda), u, v, noise, null, slice);
    return region == null
        ? reweighted
        : reweighted.at((region.x1() + region.x2()) / 2, (region.y1() + region.y2()) / 2);
  }

  private List<Double> reweighted(double lambda) {
    if (weights.size() == 2) {
      return pair(lambda);
    }
    double others = 1 - lambda();
    int count = weights.size() - 1;
    return IntStream.range(0, weights.size())
        .mapToObj(
            k ->
                k == 0
                    ? lambda
                    : (1 - lambda) * (others > 0 ? weights.get(k) / others : 1.0 / count))
        .toList();
  }

  /// Other weights, as many as there are sources now.
  public Draw withWeights(List<Double> newWeights) {
    return new Draw(newWeights, u, v, noise, region, slice);
  }

  /// The same draw with source k at the given weight and the others in the same proportions.
  public Draw withWeight(int k, double weight) {
    List<Double> turned = new ArrayList<>(weights);
    Collections.swap(turned, 0, k);
    List<Double> changed =
        new ArrayList<>(new Draw(turned, u, v, noise, null).withLambda(weight).weights);
    Collections.swap(changed, 0, k);
    return withWeights(changed);
  }

  /// The same draw for another number of sources: one that joins gets its equal part, the weights
  /// of those that stay keep their proportions.
  public Draw forSources(int count) {
    List<Double> kept = weights.subList(0, Math.min(count, weights.size()));
    double sum = kept.stream().mapToDouble(Double::doubleValue).sum();
    double forKept = (double) kept.size() / count;
    return count == weights.size()
        ? this
        : withWeights(
            IntStream.range(0, count)
                .mapToObj(
                    k -> k < kept.size() && sum > 0 ? kept.get(k) / sum * forKept : 1.0 / count)
                .toList());
  }

  /// The same λ at another position, each coordinate moved into [0, 1).
  public Draw at(double newU, double newV) {
    return new Draw(
        weights,
        Math.clamp(newU, 0, BELOW_ONE),
        Math.clamp(newV, 0, BELOW_ONE),
        noise,
        region,
        slice);
  }

  /// A box placed by hand, whose unclipped area gives λ.
  public Draw within(Region box) {
    return new Draw(pair(Math.clamp(1 - box.area(), 0, 1)), u, v, noise, box, slice);
  }

  /// One slice of what was drawn.
  public Draw in(Slice one) {
    return new Draw(weights, u, v, noise, region, one);
  }

  private static void unitExclusive(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new RefusedException(KernelReason.NOT_BELOW.of(name, value, 0, 1));
    }
  }
}

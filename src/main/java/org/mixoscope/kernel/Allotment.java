package org.mixoscope.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Pieces shared out among sources: how many each gets, and which.
public final class Allotment {
  private Allotment() {}

  /// Whole numbers in proportion to the weights: rounded down, and one more for those who lost most
  /// by that until the sum is right (the largest-remainder method).
  ///
  /// @param pieces the sum, at least 0
  /// @param weights of the sources, summing to 1
  public static int[] counts(int pieces, List<Double> weights) {
    int[] counts = weights.stream().mapToInt(weight -> (int) (weight * pieces)).toArray();
    int[] byLoss =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> counts[k] - weights.get(k) * pieces))
            .mapToInt(Integer::intValue)
            .toArray();
    int missing = pieces - IntStream.of(counts).sum();
    for (int i = 0; i < missing; i++) {
      counts[byLoss[i % byLoss.length]]++;
    }
    return counts;
  }

  /// The numbers below n in an order by chance.
  ///
  /// @param random advanced by n − 1 numbers
  public static int[] order(int n, RandomGenerator random) {
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int j = (int) (random.nextDouble() * (i + 1));
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }
}

package org.mixoscope.kernel.batch;

import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Named;

/// Who is mixed with whom within a batch.
public enum Pairing implements Named {
  /// Sample i with sample i − 1, the first with the last: torchvision. The batch must have been
  /// shuffled.
  ROLL {
    @Override
    int[][] partnersOf(int batchSize, int count, RandomGenerator random) {
      return backwards(batchSize, count, i -> Math.floorMod(i - 1, batchSize));
    }
  },
  /// Sample i with sample B − 1 − i, so that two are always mixed with each other: timm. In an odd
  /// batch the one in the middle has only itself.
  FLIP {
    @Override
    int[][] partnersOf(int batchSize, int count, RandomGenerator random) {
      return backwards(batchSize, count, i -> batchSize - 1 - i);
    }
  },
  /// A random permutation, as most frameworks have it: on average one sample of a batch, whatever
  /// its size, gets itself.
  PERMUTATION {
    @Override
    int[][] partnersOf(int batchSize, int count, RandomGenerator random) {
      int[][] partners = new int[batchSize][count];
      for (int rank = 0; rank < count; rank++) {
        int[] permutation = permutation(batchSize, random);
        for (int i = 0; i < batchSize; i++) {
          partners[i][rank] = permutation[i];
        }
      }
      return partners;
    }
  },
  /// A random cycle through the whole batch: nobody gets itself, everybody else is as likely.
  DERANGEMENT {
    @Override
    int[][] partnersOf(int batchSize, int count, RandomGenerator random) {
      int[] order = permutation(batchSize, random);
      int[][] places = ROLL.partnersOf(batchSize, count, random);
      int[][] partners = new int[batchSize][];
      for (int place = 0; place < batchSize; place++) {
        partners[order[place]] = IntStream.of(places[place]).map(other -> order[other]).toArray();
      }
      return partners;
    }
  };

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The partner of every sample.
  ///
  /// @param batchSize B, at least 1; a single sample has only itself
  /// @param random advanced by a pairing that is random
  /// @return B indices within [0, B)
  /// @throws IllegalArgumentException if the batch is empty
  public int[] partners(int batchSize, RandomGenerator random) {
    int[][] partners = partners(batchSize, 1, random);
    return IntStream.range(0, batchSize).map(i -> partners[i][0]).toArray();
  }

  /// Several partners of every sample, for methods that mix more than two. Those of [#PERMUTATION]
  /// come from one permutation each; those of the others are all different, and none after the
  /// first is the sample itself, as long as there are enough in the batch.
  ///
  /// @param batchSize B, at least 1; a single sample has only itself
  /// @param count how many partners, at least 1
  /// @param random advanced by a pairing that is random
  /// @return one row of `count` indices within [0, B) for every sample
  /// @throws IllegalArgumentException if the batch is empty or no partner is asked for
  public int[][] partners(int batchSize, int count, RandomGenerator random) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch size = " + batchSize + ": must be at least 1");
    }
    if (count < 1) {
      throw new IllegalArgumentException("partners = " + count + ": must be at least 1");
    }
    return partnersOf(batchSize, count, random);
  }

  abstract int[][] partnersOf(int batchSize, int count, RandomGenerator random);

  private static int[][] backwards(int batchSize, int count, IntUnaryOperator first) {
    return IntStream.range(0, batchSize)
        .mapToObj(i -> backwards(i, first.applyAsInt(i), batchSize, count))
        .toArray(int[][]::new);
  }

  /// The first partner, and then the samples before it, round the batch and past the sample itself.
  private static int[] backwards(int own, int first, int batchSize, int count) {
    int[] partners = new int[count];
    int next = first;
    for (int rank = 0; rank < count; rank++) {
      partners[rank] = next;
      next = Math.floorMod(next - 1, batchSize);
      if (next == own) {
        next = Math.floorMod(next - 1, batchSize);
      }
    }
    return partners;
  }

  /// The numbers from 0 to below `size` in random order (Fisher, Yates).
  ///
  /// @param random advanced
  public static int[] permutation(int size, RandomGenerator random) {
    int[] order = IntStream.range(0, size).toArray();
    for (int last = size - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int kept = order[last];
      order[last] = order[other];
      order[other] = kept;
    }
    return order;
  }
}

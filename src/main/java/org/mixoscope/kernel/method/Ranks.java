package org.mixoscope.kernel.method;

import java.util.Arrays;
import org.mixoscope.kernel.Workspace;

/// Sorts pixels by value.
final class Ranks {
  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;

  private Ranks() {}

  /// How many pixels come before each one if the largest value comes first, and of equal values the
  /// first pixel: a permutation. Radix sort, as comparing all pixels would take ten times as long.
  ///
  /// @param values no NaN
  /// @param ranks of the same length. Modified
  static void descending(float[] values, int[] ranks, Workspace workspace) {
    int n = values.length;
    int[] keys = workspace.ints("ranks.keys", n);
    int[] keysBetween = workspace.ints("ranks.keys-between", n);
    int[] order = workspace.ints("ranks.order", n);
    int[] orderBetween = workspace.ints("ranks.order-between", n);
    int[] starts = workspace.ints("ranks.starts", BUCKETS);
    for (int pixel = 0; pixel < n; pixel++) {
      keys[pixel] = key(values[pixel]);
      order[pixel] = pixel;
    }
    starts(keys, 0, starts);
    move(keys, order, 0, starts, keysBetween, orderBetween);
    starts(keysBetween, BITS, starts);
    move(keysBetween, orderBetween, BITS, starts, keys, order);
    starts(keys, 2 * BITS, starts);
    for (int i = 0; i < n; i++) {
      ranks[order[i]] = starts[keys[i] >>> (2 * BITS)]++;
    }
  }

  /// Unsigned, the larger the smaller the value is.
  private static int key(float value) {
    int bits = Float.floatToRawIntBits(value + 0f); // −0 is as large as 0
    return bits < 0 ? bits : bits ^ Integer.MAX_VALUE;
  }

  private static void starts(int[] keys, int shift, int[] starts) {
    Arrays.fill(starts, 0);
    for (int key : keys) {
      starts[(key >>> shift) & (BUCKETS - 1)]++;
    }
    int sum = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int count = starts[bucket];
      starts[bucket] = sum;
      sum += count;
    }
  }

  private static void move(
      int[] keys, int[] order, int shift, int[] starts, int[] newKeys, int[] newOrder) {
    for (int i = 0; i < keys.length; i++) {
      int to = starts[(keys[i] >>> shift) & (BUCKETS - 1)]++;
      newKeys[to] = keys[i];
      newOrder[to] = order[i];
    }
  }
}

package org.mixoscope.kernel.method;

import java.util.Arrays;
import org.mixoscope.kernel.Workspace;

/// Orders pixels by value.
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

  /// Weight 1 for the `count` pixels that [#descending] ranks first, 0 for the others. It sorts
  /// nothing but looks for the last of them, which takes a tenth of the time.
  ///
  /// @param values no NaN
  /// @param count 0…length
  /// @param weights of the same length. Modified
  static void markFirst(float[] values, int count, float[] weights, Workspace workspace) {
    if (count == 0) {
      Arrays.fill(weights, 0);
      return;
    }
    int[] counts = workspace.ints("ranks.starts", BUCKETS);
    Arrays.fill(counts, 0);
    for (float value : values) {
      counts[key(value) >>> (2 * BITS)]++;
    }
    int bucket = bucketOf(count, counts);
    int wanted = count - before(bucket, counts);
    int[] near = workspace.ints("ranks.order", values.length);
    int found = 0;
    for (int pixel = 0; pixel < values.length; pixel++) {
      near[found] = pixel;
      found += key(values[pixel]) >>> (2 * BITS) == bucket ? 1 : 0;
    }
    for (int shift = BITS; shift >= 0; shift -= BITS) {
      Arrays.fill(counts, 0);
      for (int i = 0; i < found; i++) {
        counts[(key(values[near[i]]) >>> shift) & (BUCKETS - 1)]++;
      }
      bucket = bucketOf(wanted, counts);
      wanted -= before(bucket, counts);
      int kept = 0;
      for (int i = 0; i < found; i++) {
        if (((key(values[near[i]]) >>> shift) & (BUCKETS - 1)) == bucket) {
          near[kept++] = near[i];
        }
      }
      found = kept;
    }
    markAbove(values, values[near[0]], weights);
    for (int i = 0; i < wanted; i++) {
      weights[near[i]] = 1;
    }
  }

  /// Where [#descending] parts those that it ranks first from the others.
  ///
  /// @param value what is larger is among the first
  /// @param last the last of those that are equal and among the first; −1 if none is
  record Limit(float value, int last) {
    boolean isAbove(float other, int pixel) {
      return other > value || (other == value && pixel <= last);
    }
  }

  /// Finds the limit of the first ones with no memory for each pixel.
  ///
  /// @param values no NaN
  /// @param count 0…length
  static Limit limit(float[] values, int count, Workspace workspace) {
    if (count == 0) {
      return new Limit(Float.POSITIVE_INFINITY, -1);
    }
    int[] counts = workspace.ints("ranks.starts", BUCKETS);
    int key = 0;
    int wanted = count;
    for (int shift = 2 * BITS; shift >= 0; shift -= BITS) {
      Arrays.fill(counts, 0);
      for (float value : values) {
        int own = key(value);
        if (shift == 2 * BITS || own >>> (shift + BITS) == key) {
          counts[(own >>> shift) & (BUCKETS - 1)]++;
        }
      }
      int bucket = bucketOf(wanted, counts);
      wanted -= before(bucket, counts);
      key = key << BITS | bucket;
    }
    float value = Float.intBitsToFloat(key < 0 ? key : key ^ Integer.MAX_VALUE);
    int last = -1;
    for (int left = wanted; left > 0; ) {
      last++;
      left -= values[last] == value ? 1 : 0;
    }
    return new Limit(value, last);
  }

  /// Some pixels whose ranks follow on each other, with weights that fall evenly from 1 to 0 by
  /// rank. What ranks before them has the weight 1, what ranks behind them 0.
  ///
  /// @param sorted the keys of their values by rank, and behind these their numbers
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Band(int[] sorted) {
    float weight(float value, int pixel) {
      int count = sorted.length / 2;
      int key = key(value);
      // Most of what is not in it needs no search, which would take ten times as long as the rest.
      if (count > 0 && Integer.compareUnsigned(key, sorted[0]) < 0) {
        return 1;
      }
      if (count > 0 && Integer.compareUnsigned(key, sorted[count - 1]) > 0) {
        return 0;
      }
      int low = 0;
      for (int high = count; low < high; ) {
        int middle = (low + high) >>> 1;
        int order = Integer.compareUnsigned(sorted[middle], key);
        if (order < 0 || (order == 0 && sorted[count + middle] < pixel)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      boolean within = low < count && sorted[low] == key && sorted[count + low] == pixel;
      return low == 0 && !within
          ? 1
          : within ? (count - 1 - low) / (float) Math.max(count - 1, 1) : 0;
    }
  }

  /// Finds those that [#descending] ranks from `low` on.
  ///
  /// @param values no NaN
  /// @param band what [Band] has, for half as many pixels as it is long. Modified
  static void band(float[] values, int low, int[] band, Workspace workspace) {
    int count = band.length / 2;
    Limit before = limit(values, low, workspace);
    Limit last = limit(values, low + count, workspace);
    long[] sorted = new long[count]; // not of the workspace: nobody needs it again
    int found = 0;
    for (int pixel = 0; pixel < values.length; pixel++) {
      if (last.isAbove(values[pixel], pixel) && !before.isAbove(values[pixel], pixel)) {
        // Signed numbers are sorted: the order of keys is that of unsigned ones.
        sorted[found++] = (long) (key(values[pixel]) ^ Integer.MIN_VALUE) << Integer.SIZE | pixel;
      }
    }
    Arrays.sort(sorted);
    for (int i = 0; i < count; i++) {
      band[i] = (int) (sorted[i] >> Integer.SIZE) ^ Integer.MIN_VALUE;
      band[count + i] = (int) sorted[i];
    }
  }

  /// Weight 1 for the pixels that rank below `count`, 0 for the others.
  ///
  /// @param ranks as [#descending] gives them
  /// @param weights of the same length. Modified
  static void markFirst(int[] ranks, int count, float[] weights) {
    for (int pixel = 0; pixel < weights.length; pixel++) {
      weights[pixel] = (ranks[pixel] - count) >>> (Integer.SIZE - 1); // the sign; vectorises
    }
  }

  private static void markAbove(float[] values, float limit, float[] weights) {
    for (int pixel = 0; pixel < weights.length; pixel++) {
      weights[pixel] = values[pixel] > limit ? 1 : 0;
    }
  }

  /// Where the `count`-th lies.
  private static int bucketOf(int count, int[] counts) {
    int bucket = 0;
    for (int left = count; left > counts[bucket]; bucket++) {
      left -= counts[bucket];
    }
    return bucket;
  }

  private static int before(int bucket, int[] counts) {
    int sum = 0;
    for (int i = 0; i < bucket; i++) {
      sum += counts[i];
    }
    return sum;
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

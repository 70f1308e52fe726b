package org.mixoscope.batch.sample;

import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.batch.Pairing;
import org.mixoscope.kernel.batch.Scattering;

/// How the pictures of a copy come into a random order.
public enum Ordering {
  /// By an array that is shuffled.
  SHUFFLED,
  /// The same up to [#MOST_SHUFFLED] pictures; more of them by a permutation that is computed at
  /// every place, which takes no memory and no time before the first sample.
  SCATTERED;

  /// For so many a shuffle costs nothing, and every order can come.
  static final int MOST_SHUFFLED = 1 << 16;

  /// An order.
  ///
  /// @param size how many pictures there are
  /// @param random advanced
  /// @return the picture at each place within [0, size)
  LongUnaryOperator of(int size, RandomGenerator random) {
    if (this == SCATTERED && size > MOST_SHUFFLED) {
      return new Scattering(size, random)::at;
    }
    int[] order = Pairing.permutation(size, random);
    return place -> order[(int) place];
  }
}

package org.mixoscope.kernel.batch;

import java.util.Objects;
import java.util.random.RandomGenerator;

/// The numbers from 0 to below a size in a random order, any of which is computed by itself: no
/// array, however many there are. A Feistel network permutes the numbers of as many bits as the
/// size needs, and what falls outside of the size is permuted again until it does not (Black and
/// Rogaway, "Ciphers with arbitrary finite domains", 2002): fewer than two rounds of it on average.
///
/// Not every order can come, as none of more than a few dozen numbers can from a seed; where there
/// are few numbers [Pairing#permutation] is nearer to chance.
public final class Scattering {
  private static final int ROUNDS = 8;

  private final long size;
  private final int lowBits;
  private final long lowMask;
  private final long highMask;
  private final long[] keys = new long[ROUNDS];

  /// @param size at least 1, at most 2⁶²
  /// @param random advanced by eight numbers
  /// @throws IllegalArgumentException if there are too few or too many
  public Scattering(long size, RandomGenerator random) {
    if (size < 1 || size > 1L << 62) {
      throw new IllegalArgumentException("size = " + size + ": must be within [1, 2⁶²]");
    }
    this.size = size;
    int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(size - 1));
    lowBits = bits / 2;
    lowMask = (1L << lowBits) - 1;
    highMask = (1L << (bits - lowBits)) - 1;
    for (int round = 0; round < ROUNDS; round++) {
      keys[round] = random.nextLong();
    }
  }

  /// The number at a place; different at every place.
  ///
  /// @param place within [0, size)
  /// @throws IndexOutOfBoundsException if there is no such place
  public long at(long place) {
    long number = Objects.checkIndex(place, size);
    do {
      number = permuted(number);
    } while (number >= size);
    return number;
  }

  /// Each half is changed in turn by what the other one is.
  private long permuted(long number) {
    long low = number & lowMask;
    long high = number >>> lowBits;
    for (int round = 0; round < ROUNDS; round += 2) {
      low ^= mixed(high + keys[round]) & lowMask;
      high ^= mixed(low + keys[round + 1]) & highMask;
    }
    return high << lowBits | low;
  }

  /// SplitMix64's finalizer: Steele, Lea and Flood, "Fast splittable pseudorandom number
  /// generators", 2014.
  private static long mixed(long key) {
    long z = (key ^ (key >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

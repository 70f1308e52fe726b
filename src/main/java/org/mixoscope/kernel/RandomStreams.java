package org.mixoscope.kernel;

import java.util.random.RandomGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/// Random streams keyed by (seed, epoch, index), so that a sample's draw depends on nothing but its
/// place in the data set: any number of threads, any partition of a cluster, any restart gives the
/// same numbers.
///
/// Philox 4×64-10 is a counter-based generator: seed and epoch are its key, the index starts its
/// counter in a block of 2¹²⁸ numbers that no other index reaches. Salmon et al., "Parallel random
/// numbers: as easy as 1, 2, 3", 2011.
public final class RandomStreams {
  private RandomStreams() {}

  /// The stream of one sample. A new generator at each call, at the start of the stream.
  public static RandomGenerator of(long seed, long epoch, long index) {
    UniformRandomProvider philox =
        RandomSource.PHILOX_4X64.create(new long[] {seed, epoch, 0, 0, index, 0});
    return philox::nextLong;
  }
}

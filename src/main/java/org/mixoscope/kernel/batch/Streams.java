package org.mixoscope.kernel.batch;

import java.util.random.RandomGenerator;
import org.mixoscope.kernel.RandomStreams;

/// The random streams of one batch.
///
/// @param seed key
/// @param epoch key
/// @param batch within [0, 2²⁹)
record Streams(long seed, long epoch, long batch) {
  /// A new generator, at the start of its stream.
  ///
  /// @param number of the decision, at least 0
  RandomGenerator of(Purpose purpose, int number) {
    return RandomStreams.of(seed, epoch, (batch << 34) | (purpose.key() << 32) | number);
  }
}

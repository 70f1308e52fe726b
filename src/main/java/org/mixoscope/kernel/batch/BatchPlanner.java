package org.mixoscope.kernel.batch;

import java.util.List;
import org.mixoscope.kernel.Frame;

/// Decides what is done to every sample of a batch: a policy of one's own, or another framework's
/// convention.
public interface BatchPlanner {
  /// The plan of one batch. The same arguments give the same plan, on any thread.
  ///
  /// @param batchSize samples in the batch, at least 1
  /// @param frame the frame of all of them
  /// @param seed key of all random streams
  /// @param epoch from 0
  /// @param batch number of the batch within its epoch, from 0
  /// @return one entry for each sample that comes out, the source indices within the batch
  /// @throws IllegalArgumentException if it cannot be done with a batch of this size
  List<SampleMix> plan(int batchSize, Frame frame, long seed, long epoch, long batch);
}

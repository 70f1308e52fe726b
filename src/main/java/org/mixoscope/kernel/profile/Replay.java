package org.mixoscope.kernel.profile;

import java.util.List;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.SampleMix;

/// What a framework did to one batch after the other, number for number. Holds the state of a
/// stream; not thread-safe.
public sealed interface Replay permits TimmReplay, TorchvisionReplay {
  /// The next batch.
  ///
  /// @param batchSize how many samples go in
  /// @param frame the size of its pictures
  /// @return one entry for each picture that comes out, in their order
  /// @throws IllegalArgumentException if the framework refuses such a batch
  List<SampleMix> next(int batchSize, Frame frame);
}

package org.mixoscope.batch;

import org.mixoscope.batch.sample.Made;

/// Follows a job. Called in the order of the samples, on a thread of the job, which waits.
public interface BatchListener {
  /// A sample is written, or left out.
  ///
  /// @param made what became of it; its pixels must not be modified
  void done(Made made, Progress progress);
}

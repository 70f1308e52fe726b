package org.mixoscope.batch;

import java.util.List;
import java.util.Optional;
import org.mixoscope.batch.sample.Made;
import org.mixoscope.dataset.labelled.Census;

/// Follows a job. Called in the order of the samples, on a thread of the job, which waits.
public interface BatchListener {
  /// Writing begins, or goes on.
  ///
  /// @param census as [BatchJob#census] has it
  default void begun(Optional<Census> census) {}

  /// What could not be read was tried again. What is written anew is not touched yet.
  default void retried(Retry retry) {}

  /// Some samples are written or left out, not in their order, elsewhere.
  ///
  /// @param missed pictures that could not be read, by their names
  default void advanced(Progress progress, List<String> missed) {}

  /// A sample is written, or left out.
  ///
  /// @param made what became of it; its pixels must not be modified
  void done(Made made, Progress progress);
}

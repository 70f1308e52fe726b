package org.mixoscope.app.batch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.output.OutputFormat;

/// What came of a job, which has ended by itself or because it was stopped.
///
/// @param folder that was written
/// @param format of pictures; null of clips and texts
record Ended(Path folder, @Nullable OutputFormat format, Progress progress) {
  boolean isComplete() {
    return progress.done() == progress.total();
  }
}

package org.mixoscope.app.batch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.output.OutputFormat;

/// How far the job is.
sealed interface JobState {
  /// None was started yet.
  record None() implements JobState {}

  /// It works.
  ///
  /// @param progress null until the first sample
  /// @param stopping whether it only finishes what is under way
  record Running(@Nullable Progress progress, boolean stopping) implements JobState {}

  /// It has ended, by itself or because it was stopped.
  ///
  /// @param folder that was written
  record Ended(Path folder, OutputFormat format, Progress progress) implements JobState {
    boolean isComplete() {
      return progress.done() == progress.total();
    }
  }

  /// It could not begin or go on.
  ///
  /// @param progress how far it came; null if it did not begin
  record Failed(Exception why, @Nullable Progress progress) implements JobState {}
}

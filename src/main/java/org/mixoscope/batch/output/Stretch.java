package org.mixoscope.batch.output;

import java.nio.file.Path;

/// The samples that one run writes, and where to: all of a job, or a part of which the files lie
/// among those of other parts.
///
/// @param folder of files that hold samples of this stretch only
/// @param lists folder of what grows with every sample of the job; the same where the stretch is
///   all of it
/// @param begin the first sample
/// @param end after the last one
public record Stretch(Path folder, Path lists, int begin, int end) {
  /// All samples of a job.
  public static Stretch whole(Path folder, int end) {
    return new Stretch(folder, folder, 0, end);
  }

  /// Whether it is all of the job.
  public boolean isWhole() {
    return lists.equals(folder);
  }

  /// How many samples it has.
  public int size() {
    return end - begin;
  }
}

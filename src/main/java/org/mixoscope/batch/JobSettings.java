package org.mixoscope.batch;

import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.SampleSettings;

/// All that decides which bytes a job writes.
///
/// @param edition by whose meaning
/// @param samples what is made
/// @param output how it is written
/// @param strict whether the first picture that cannot be read ends the job
public record JobSettings(
    Edition edition, SampleSettings samples, OutputSettings output, boolean strict) {
  /// The same by another edition.
  public JobSettings as(Edition other) {
    return new JobSettings(other, samples, output, strict);
  }

  /// Whether samples say the weights of their sources in the label: all or none, so that every row
  /// has the same columns.
  boolean saysLabelWeights() {
    return edition.saysLabelWeights()
        && samples.policy().choices().stream()
            .anyMatch(choice -> !choice.drawing().method().labelFollowsPixels());
  }
}

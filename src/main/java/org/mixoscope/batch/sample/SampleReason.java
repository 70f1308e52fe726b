package org.mixoscope.batch.sample;

import org.mixoscope.kernel.Reason;

/// Why samples cannot be made of a data set.
enum SampleReason implements Reason {
  /// Copies, pictures.
  TOO_MANY("copies = {0}: of {1} {1:picture|pictures} are more than 2147483647 samples"),
  /// The class.
  ONE_CLASS("pairing = other-class: the data set has the one class {0}");

  private final String sentence;

  SampleReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "batch.sample";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}

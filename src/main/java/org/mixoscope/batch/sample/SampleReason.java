package org.mixoscope.batch.sample;

import org.mixoscope.kernel.Reason;

/// Why samples cannot be made of a data set.
enum SampleReason implements Reason {
  /// Copies, pictures.
  TOO_MANY("copies = {0}: of {1} {1:picture|pictures} are more than 2147483647 samples"),
  /// The class.
  ONE_CLASS("pairing = other-class: the data set has the one class {0}"),
  /// The rule.
  NEEDS_NUMBERS("pairing = near-label: labels are no numbers; --target number takes them for such"),
  /// The rule.
  NEEDS_CLASSES("pairing = {0}: labels are numbers, not classes"),
  /// The rule.
  NO_BANDWIDTH("bandwidth: only of pairing = near-label, not of {0}"),
  /// The value.
  BANDWIDTH("bandwidth = {0}: near-label needs one above 0, in units of the label"),
  /// Nothing.
  NO_AREAS("label = objects: the data set has neither objects nor class maps; use pixels"),
  /// The method.
  NEEDS_MARKS("method = {0}: needs maps of classes or objects; the data set has none"),
  /// The method.
  NEEDS_OBJECTS("method = {0}: needs objects; maps of classes do not part them"),
  /// The rule.
  PAIRED_BACKGROUND(
      "background: partners are its pictures, and pairing = {0} chooses among those of the data"
          + " set; leave one of both out"),
  /// The method.
  UNMARKED_BACKGROUND(
      "background: method = {0} mixes by what is where in the partner, which pictures of a"
          + " background do not say; choose another method, or leave the background out"),
  /// In the place of a value.
  NOTHING("none");

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

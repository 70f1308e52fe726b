package org.mixoscope.lab;

import org.mixoscope.kernel.Reason;

/// Why something cannot be trained.
public enum LabReason implements Reason {
  /// Parameter, value.
  NOT_BELOW_ONE("{0} = {1}: must be within [0, 1)"),
  /// Parameter, value.
  NOT_POSITIVE("{0} = {1}: must be above 0 and finite"),
  /// Parameter, value.
  NEGATIVE("{0} = {1}: must be at least 0 and finite"),
  /// Parameter, value, least, most.
  OUT_OF_RANGE("{0} = {1}: must be within [{2}, {3}]"),
  /// The shape.
  TOO_SMALL_TO_POOL("a picture of {0} is too small to pool: take another network"),
  /// The text.
  UNKNOWN_NET(
      "net = {0}: must be linear, mlp:64,64, 784-128-10 or cnn, and +dropout:0.5 and"
          + " +batch-norm as wanted"),
  /// The text, what goes in, what comes out.
  OTHER_ENDS(
      "net = {0}: of these data {1} {1:number goes|numbers go} in and {2} {2:class comes|classes"
          + " come} out"),
  /// Weights, the most.
  TOO_LARGE(
      "net: {0} {0:weight is|weights are} more than the {1} that are trained here: train it in"
          + " PyTorch from what batch writes"),
  /// The kind of target.
  NO_CLASSES("pictures labelled with {0} are not trained here, only those with classes"),
  /// Data set, the one class.
  ONE_CLASS("{0}: all its pictures are of one class, {1}; a network needs two to tell apart"),
  /// Data set, how many classes, the most.
  TOO_MANY_CLASSES(
      "{0}: {1} classes are more than the {2} that are trained here: train it in PyTorch from what"
          + " batch writes"),
  /// Two splits.
  OTHER_CLASSES("{0} and {1} have other classes, so that one cannot test the other"),
  /// Data set, what is wrong with it: an objection.
  IN_DATA("{0}: {1}"),
  /// How many there are, how many are needed.
  TOO_FEW("{0} {0:sample is|samples are} too few: {1} are needed"),
  /// The policy.
  NO_ALPHA("{0}: has no alpha to search"),
  /// The method.
  POINTS_BLEND("{0}: points have no pixels to cut, they mix by mixup or k-mixup"),
  /// What is done to samples.
  POINTS_HIDE_NOTHING("{0}: points have no pixels to hide"),
  /// The method.
  NEEDS_MORE_THAN_PICTURES(
      "{0}: needs a mask or what is where in the pictures, of which the lab" + " knows nothing");

  private final String sentence;

  LabReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "lab";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}

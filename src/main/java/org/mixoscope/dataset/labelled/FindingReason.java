package org.mixoscope.dataset.labelled;

import org.mixoscope.kernel.Reason;

/// What was understood of a data set where it might have been understood otherwise.
public enum FindingReason implements Reason {
  /// A rule of classes.
  BY_NAME("by name, character by character"),
  /// A rule of classes.
  NATURALLY("by name, numbers by their value"),
  /// A rule of classes: the file.
  DECLARED("as {0} lists them"),
  /// A rule of classes.
  BY_INDEX("by index"),
  /// A rule of classes: the only one there is.
  ONE_NUMBER("one number a picture"),
  /// The classes, how many.
  EMPTY_CLASSES("{1} {1:class has|classes have} no pictures: {0}"),
  /// The split.
  ONLY_SPLIT("{0} is the only split, and is taken"),
  /// Pictures, the separator.
  SEPARATED("columns are separated by {0}"),
  /// How many.
  BACKSLASHES("{0} {0:path has|paths have} backslashes, taken for slashes"),
  /// How many.
  FOUND_BY_STEM("{0} {0:path has|paths have} no extension: the picture of that name was taken"),
  /// How many, where.
  FOUND_ELSEWHERE("{0} {0:picture was|pictures were} found by name in other folders, such as {1}"),
  /// How many, the first.
  MISSING("{0} {0:picture is|pictures are} missing, such as {1}"),
  /// How many.
  NOT_NORMAL(
      "labels of {0} {0:picture|pictures} do not sum to 1: taken as several labels, for which"
          + " cross-entropy is the wrong loss"),
  /// Only one picture.
  SINGLE("there is one picture: nothing can be mixed");

  private final String words;

  FindingReason(String words) {
    this.words = words;
  }

  @Override
  public String room() {
    return "dataset.finding";
  }

  @Override
  public String sentence() {
    return words;
  }
}

package org.mixoscope.dataset.labelled;

import org.mixoscope.kernel.Named;

/// What the pictures of a data set are labelled with.
public enum TargetKind implements Named {
  /// One class.
  CLASS("class"),
  /// Probabilities of classes, which sum to 1.
  SOFT("soft"),
  /// Any number of classes, each there or not.
  LABELS("labels"),
  /// A number, such as an age.
  NUMBER("number"),
  /// The index of a class at every pixel.
  MAP("map"),
  /// Objects at their places, each of a class.
  OBJECTS("objects");

  private final String id;

  TargetKind(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}

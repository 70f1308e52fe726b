package org.mixoscope.dataset.annotated;

import org.mixoscope.kernel.Reason;

/// A place in a file of objects: a part of a sentence. The first detail is the file.
enum Spot implements Reason {
  /// The number of an annotation, from 0.
  ANNOTATION("{0} annotation {1}"),
  /// The number of an image, from 0.
  IMAGE("{0} image {1}"),
  /// The number of a category, from 0.
  CATEGORY("{0} category {1}"),
  /// The number of an object, from 0.
  OBJECT("{0} object {1}"),
  /// The number of a shape, from 0.
  SHAPE("{0} shape {1}"),
  /// The number of a line, from 1.
  LINE("{0} line {1}");

  private final String words;

  Spot(String words) {
    this.words = words;
  }

  @Override
  public String room() {
    return "dataset.spot";
  }

  @Override
  public String sentence() {
    return words;
  }
}

package org.mixoscope.dataset.annotated;

import org.mixoscope.kernel.Reason;

/// What a field must be: a part of a sentence.
enum Need implements Reason {
  NUMBERS("finite numbers"),
  FOUR("four numbers"),
  WHOLE("whole numbers"),
  ID("a whole number or a text"),
  LIST("a list"),
  SHARE("above 0, at most 1"),
  SEGMENTATION("polygons, or size and counts"),
  POINTS("pairs of x and y"),
  MASK("a PNG of one channel in base64"),
  EACH_INDEX("a name for each index from 0 on"),
  BOXES("a list of boxes, or a list of objects with a box each");

  private final String words;

  Need(String words) {
    this.words = words;
  }

  @Override
  public String room() {
    return "dataset.need";
  }

  @Override
  public String sentence() {
    return words;
  }
}

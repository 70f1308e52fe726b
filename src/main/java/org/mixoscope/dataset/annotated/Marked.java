package org.mixoscope.dataset.annotated;

import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Instance;

/// One object as a file says of it.
///
/// @param category the index of its class, at least 0
/// @param outline where it is
/// @param crowd whether it is a region of many, which is there to be ignored
/// @param ignored whether it is one object that is not to be learnt: too little of it can be seen,
///   or it is called difficult
/// @param visible the share of the object that can be seen, within (0, 1]
/// @param weight what a blend has left of it, within (0, 1]
public record Marked(
    int category, Outline outline, boolean crowd, boolean ignored, double visible, double weight) {
  /// @throws IllegalArgumentException if a number is out of its range
  public Marked {
    if (category < 0) {
      throw new IllegalArgumentException("category = " + category + ": must be at least 0");
    }
    if (!(weight > 0 && weight <= 1 && visible > 0 && visible <= 1)) {
      throw new IllegalArgumentException(
          "weight = %s, visible = %s: must be above 0, at most 1".formatted(weight, visible));
    }
  }

  /// One of which nothing is hidden.
  public Marked(int category, Outline outline, boolean crowd) {
    this(category, outline, crowd, false, 1, 1);
  }

  /// The same of another class.
  public Marked as(int other) {
    return new Marked(other, outline, crowd, ignored, visible, weight);
  }

  /// The object in the pixels of its picture.
  Instance in(Frame frame) {
    Instance plain = outline.instance(category, frame);
    return new Instance(
        category, plain.box(), plain.mask(), crowd, ignored, weight, visible, /* source= */ 0);
  }
}

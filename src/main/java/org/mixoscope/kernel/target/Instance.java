package org.mixoscope.kernel.target;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Origin;

/// One object of a picture.
///
/// @param category the index of its class, at least 0
/// @param box around it. Of an object with a mask the smallest around its pixels
/// @param mask its pixels; null where only the box is known
/// @param crowd whether it is a region of many, which is there to be ignored (COCO's `iscrowd`)
/// @param ignored whether too little of it can be seen to be learnt
/// @param weight within (0, 1]: 1, or what a blend left of it
/// @param visible the share of the object that can be seen, within (0, 1]: of its mask where there
///   is one, else of its box
/// @param source which of the pictures that were mixed it is from, from 0 on
public record Instance(
    int category,
    Edges box,
    @Nullable Mask mask,
    boolean crowd,
    boolean ignored,
    double weight,
    double visible,
    int source) {

  /// @throws IllegalArgumentException if a number is out of its range
  public Instance {
    if (category < 0 || source < 0) {
      throw new IllegalArgumentException(
          "category = %d, source = %d: must be at least 0".formatted(category, source));
    }
    if (!(weight > 0 && weight <= 1 && visible > 0 && visible <= 1)) {
      throw new IllegalArgumentException(
          "weight = %s, visible = %s: must be above 0, at most 1".formatted(weight, visible));
    }
  }

  /// An object as it is annotated, of which only the box is known.
  public static Instance of(int category, Edges box) {
    return new Instance(category, box, null, false, false, 1, 1, 0);
  }

  /// An object as it is annotated, with its pixels.
  public static Instance of(int category, Mask mask) {
    return new Instance(category, Edges.of(mask.box()), mask, false, false, 1, 1, 0);
  }

  /// The same of another class.
  Instance of(int other) {
    return new Instance(other, box, mask, crowd, ignored, weight, visible, source);
  }

  /// The same as a region of many, or not.
  public Instance asCrowd(boolean many) {
    return new Instance(category, box, mask, many, ignored, weight, visible, source);
  }

  /// The same in the upright picture.
  Instance turned(Origin upright) {
    if (mask == null) {
      return new Instance(category, box.at(upright), null, crowd, ignored, weight, visible, source);
    }
    Mask turned = mask.turned(upright.turn(), upright.stored());
    Edges around = Edges.of(turned.box());
    return new Instance(category, around, turned, crowd, ignored, weight, visible, source);
  }

  /// The same, to be ignored.
  Instance asIgnored() {
    return new Instance(category, box, mask, crowd, true, weight, visible, source);
  }

  /// Whether nobody is to learn from it: a region of many, or one of which too little can be seen.
  public boolean isToBeIgnored() {
    return crowd || ignored;
  }

  /// Pixels that it covers: those of its mask where there is one, else of its box.
  public double area() {
    return mask == null ? box.area() : mask.area();
  }
}

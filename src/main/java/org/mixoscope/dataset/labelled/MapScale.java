package org.mixoscope.dataset.labelled;

import org.mixoscope.kernel.ElementType;

/// What the values of all masks of a data set stand for.
///
/// @param twoValued whether there is nothing but 0 and the largest value, which then is class 1
/// @param classes K
record MapScale(boolean twoValued, int classes) {
  private static final int NOBODY_OF_BYTES = 255;

  /// Whether there are more classes than a byte has values for.
  boolean wide() {
    return classes > NOBODY_OF_BYTES;
  }

  /// How an index is stored.
  ElementType type() {
    return wide() ? ElementType.UINT16 : ElementType.UINT8;
  }

  /// The index that a value stands for; of a pixel without class, the largest of the type.
  ///
  /// @param value as [MaskValues] has it
  int index(int value) {
    boolean nobody = value == MaskValues.NOBODY || (!wide() && value == NOBODY_OF_BYTES);
    return !nobody ? value : twoValued ? 1 : type().white();
  }
}

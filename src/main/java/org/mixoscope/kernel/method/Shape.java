package org.mixoscope.kernel.method;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;

/// The pixels of an object: those of its mask, or else all that its box touches.
///
/// @param box around them, inside the frame
/// @param mask null where the box is full
record Shape(Box box, @Nullable Mask mask) {
  static Shape of(Instance instance, Frame frame) {
    Mask mask = instance.mask();
    Box box = mask == null ? instance.box().pixels() : mask.box();
    return new Shape(box.clip(frame), mask);
  }

  /// Writes a value where the object is.
  ///
  /// @param y a row of the frame
  /// @param row as wide as the frame. Modified
  void mark(int y, float[] row, float value) {
    if (y < box.y1() || y >= box.y2()) {
      return;
    }
    for (int x = box.x1(); x < box.x2(); x++) {
      if (mask == null || mask.contains(y, x)) {
        row[x] = value;
      }
    }
  }
}

package org.mixoscope.image;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Pixels;

/// A picture whose values are not looked at but stand for something, such as classes.
///
/// @param pixels HWC on the heap, as stored: indices, uint8 or uint16 of one channel; or colours,
///   uint8 of three
/// @param palette the colours of the indices; null if there is none
public record IndexPicture(Pixels pixels, @Nullable Palette palette) {
  /// Whether colours stand for the indices.
  public boolean isColour() {
    return pixels.channels() == 3;
  }
}

package org.mixoscope.image;

import java.util.Set;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;

/// A decoded picture: upright, opaque, eight-bit RGB, whatever the file was.
///
/// Values are the file's own; colour profiles and gamma are not applied, as in every trainer.
///
/// @param pixels uint8 HWC with three channels, on the heap
/// @param traits what the file was before
public record Picture(Pixels pixels, Set<Trait> traits) {

  /// @throws IllegalArgumentException if the pixels are not uint8 HWC with three channels
  public Picture {
    if (pixels.channels() != 3
        || pixels.type() != ElementType.UINT8
        || pixels.layout() != Layout.HWC) {
      throw new IllegalArgumentException("pixels = " + pixels + ": needs 3 channels UINT8 HWC");
    }
    traits = Set.copyOf(traits);
  }
}

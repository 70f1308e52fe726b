package org.mixoscope.image;

import java.util.Set;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// A decoded picture: upright and opaque, with the channels and the depth that the file has.
///
/// Values are the file's own; colour profiles and gamma are not applied, as in every trainer.
///
/// @param pixels uint8 or uint16 HWC, RGB or grey, on the heap
/// @param origin of which size it is stored, and how it was turned
/// @param traits what the file is
public record Picture(Pixels pixels, Origin origin, Set<Trait> traits) {

  /// @throws IllegalArgumentException if the pixels are of another kind
  public Picture {
    Conversion.requirePicture(pixels);
    traits = Set.copyOf(traits);
  }

  /// The pixels as somebody wants them.
  ///
  /// @param kind 1 or 3 channels, uint8 or uint16
  /// @return as [Conversion#to] makes them; the pixels themselves if they are of that kind
  /// @throws IllegalArgumentException if the kind is another
  public Pixels as(PixelKind kind) {
    return Conversion.to(kind, pixels);
  }
}

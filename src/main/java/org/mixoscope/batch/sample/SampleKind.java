package org.mixoscope.batch.sample;

import org.mixoscope.image.NumberType;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.PixelKind;

/// What the pixels of all samples are brought to.
///
/// @param channels how many
/// @param type of their numbers
/// @param rescaled whether what the numbers of files stand for is mixed in their place
public record SampleKind(Channels channels, NumberType type, boolean rescaled) implements Wanted {
  /// Eight bits.
  static SampleKind bytes(Channels channels) {
    return new SampleKind(channels, NumberType.UINT8, false);
  }

  SampleKind with(Channels other) {
    return new SampleKind(other, type, rescaled);
  }

  @Override
  public PixelKind of(PixelKind stored) {
    return channels.of(stored).with(type.element());
  }
}

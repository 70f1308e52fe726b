package org.mixoscope.kernel;

import java.util.Collection;

/// What pixels are made of.
///
/// @param channels 1 for grey, 3 for colour; at least 1
/// @param type how a value of a channel is stored
public record PixelKind(int channels, ElementType type) {
  /// Colour of eight bits, what a trainer that asks for nothing else gets.
  public static final PixelKind RGB8 = new PixelKind(3, ElementType.UINT8);

  /// Grey of eight bits.
  public static final PixelKind GREY8 = new PixelKind(1, ElementType.UINT8);

  /// @throws IllegalArgumentException if there are no channels
  public PixelKind {
    Require.atLeast("channels", channels, 1);
  }

  /// The kind of some pixels.
  public static PixelKind of(Pixels pixels) {
    return new PixelKind(pixels.channels(), pixels.type());
  }

  /// The narrowest kind that nothing is lost in: the most channels and the widest type of all.
  ///
  /// @param kinds at least one
  /// @throws IllegalArgumentException if there is none
  public static PixelKind widest(Collection<PixelKind> kinds) {
    return kinds.stream()
        .reduce(PixelKind::widened)
        .orElseThrow(() -> new IllegalArgumentException("kinds: none given"));
  }

  private PixelKind widened(PixelKind other) {
    return new PixelKind(
        Math.max(channels, other.channels), type.bytes() >= other.type.bytes() ? type : other.type);
  }

  /// The same channels with other values.
  public PixelKind with(ElementType other) {
    return new PixelKind(channels, other);
  }

  /// Other channels with the same values.
  public PixelKind withChannels(int other) {
    return new PixelKind(other, type);
  }

  /// Bits of a value: 8, 16, 32 or 64.
  public int depth() {
    return Byte.SIZE * type.bytes();
  }

  /// Bytes of a pixel.
  public int bytes() {
    return channels * type.bytes();
  }
}

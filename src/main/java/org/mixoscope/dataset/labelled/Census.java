package org.mixoscope.dataset.labelled;

import org.mixoscope.kernel.PixelKind;

/// How many pictures of a data set have which pixels. Those whose headers cannot be read are not
/// counted.
///
/// @param grey of one channel
/// @param colour of three
/// @param sixteenBit grey or colour, of sixteen bits
public record Census(int grey, int colour, int sixteenBit) {
  static final Census NOBODY = new Census(0, 0, 0);

  static Census of(PixelKind kind) {
    int grey = kind.channels() == 1 ? 1 : 0;
    return new Census(grey, 1 - grey, kind.depth() > Byte.SIZE ? 1 : 0);
  }

  /// All of both.
  public Census plus(Census other) {
    return new Census(grey + other.grey, colour + other.colour, sixteenBit + other.sixteenBit);
  }

  /// All that were counted.
  public int pictures() {
    return grey + colour;
  }

  /// The fewest channels that no picture loses any of: 1 if all are grey, else 3.
  public int channels() {
    return colour == 0 && grey > 0 ? 1 : 3;
  }
}

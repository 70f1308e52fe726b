package org.mixoscope.image;

import java.util.List;
import java.util.stream.IntStream;

/// The colours that indices are shown in.
///
/// @param colours 0xRRGGBB of index 0, 1, …; at most 256
public record Palette(List<Integer> colours) {
  /// How many colours a PNG can have.
  public static final int MOST = 256;

  private static final int BITS = 8;

  /// That of Pascal VOC: black, then colours that neighbours can be told apart by.
  public static final Palette VOC =
      new Palette(IntStream.range(0, MOST).mapToObj(Palette::voc).toList());

  /// Keeps a copy.
  ///
  /// @throws IllegalArgumentException if there are more than 256
  public Palette {
    colours = List.copyOf(colours);
    if (colours.size() > MOST) {
      throw new IllegalArgumentException(
          "palette of %d colours: must be at most %d".formatted(colours.size(), MOST));
    }
  }

  /// The lowest three bits of an index are the highest of red, green and blue, and so on.
  private static int voc(int index) {
    int rgb = 0;
    for (int place = BITS - 1, left = index; left > 0; place--, left >>= 3) {
      rgb |= (left & 1) << (2 * BITS + place);
      rgb |= ((left >> 1) & 1) << (BITS + place);
      rgb |= ((left >> 2) & 1) << place;
    }
    return rgb;
  }

  /// The colour of an index: what the palette does not have, VOC's has.
  int colour(int index) {
    return (index < colours.size() ? colours : VOC.colours).get(index);
  }
}

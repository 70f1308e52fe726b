package org.mixoscope.dataset.labelled;

import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.IndexPicture;
import org.mixoscope.image.Palette;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Pixels;

/// The value of every pixel of a mask, of whatever depth and kind: an index, or [#NOBODY].
final class MaskValues {
  /// Of a pixel without class: 255 in a mask of eight bits, 65535 of sixteen.
  static final int NOBODY = 65_535;

  private static final int NOBODY_OF_BYTES = 255;

  /// Of pixels without class in VOC's palette.
  private static final int VOID = 0xE0E0C0;

  private final IndexPicture mask;
  private final @Nullable ColourMap colours;
  private final String name;

  /// @param colours what colours stand for; null if nobody says
  /// @param name for messages
  MaskValues(IndexPicture mask, @Nullable ColourMap colours, String name) {
    this.mask = mask;
    this.colours = colours;
    this.name = name;
  }

  /// Whether values are of sixteen bits.
  private boolean areDeep() {
    return mask.pixels().type() == ElementType.UINT16;
  }

  /// The index of a class at every pixel.
  ///
  /// @return one channel, uint8 or uint16 as the scale has it
  /// @throws PictureException if a colour stands for nothing, or a value for no class
  Pixels map(MapScale scale) throws PictureException {
    int[] known = meanings();
    BitSet found = new BitSet();
    IntUnaryOperator index =
        value -> {
          int one = scale.index(value);
          found.set(one);
          return one;
        };
    Pixels map =
        mask.isColour() || IntStream.of(known).anyMatch(value -> value < 0)
            ? Pixels.of(
                IntStream.of(all()).map(index).toArray(), mask.pixels().frame(), scale.type())
            : mask.pixels()
                .mapped(
                    scale.type(), raw -> index.applyAsInt(raw < known.length ? known[raw] : raw));
    found.clear(scale.type().white());
    if (found.length() > scale.classes()) {
      throw MaskReason.NOT_DECLARED.failure(name, found.length() - 1, scale.classes());
    }
    return map;
  }

  /// Row by row, in new memory.
  ///
  /// @throws PictureException if a colour stands for nothing
  private int[] all() throws PictureException {
    int[] raw = mask.pixels().whole();
    return mask.isColour() ? ofColours(raw) : ofIndices(raw);
  }

  /// How many pixels have each value, in the order of the values.
  ///
  /// @throws PictureException as for [#all]
  SortedMap<Integer, Integer> counts() throws PictureException {
    SortedMap<Integer, Integer> counts = new TreeMap<>();
    if (mask.isColour()) {
      IntStream.of(all()).forEach(value -> counts.merge(value, 1, Integer::sum));
      return counts;
    }
    // Not a value is written down: a data set has many masks.
    int[] raw = mask.pixels().histogram();
    int[] known = meanings();
    for (int index = 0; index < raw.length; index++) {
      int value = index < known.length ? known[index] : index;
      if (raw[index] > 0 && value < 0) {
        var _ = all(); // which says where
      }
      if (raw[index] > 0) {
        counts.merge(value, raw[index], Integer::sum);
      }
    }
    return counts;
  }

  /// @param values raw ones. Modified
  private int[] ofIndices(int[] values) throws PictureException {
    int[] known = meanings();
    for (int i = 0; i < values.length; i++) {
      int index = values[i];
      if (index < known.length) {
        values[i] = known[index];
        if (values[i] < 0) {
          throw unknown(i, palette().colours().get(index));
        }
      }
    }
    return values;
  }

  /// @param raw three for each pixel
  private int[] ofColours(int[] raw) throws PictureException {
    int[] values = new int[raw.length / 3];
    int before = -1;
    for (int i = 0; i < values.length; i++) {
      int rgb = raw[3 * i] << 16 | raw[3 * i + 1] << 8 | raw[3 * i + 2];
      values[i] = rgb == before ? values[i - 1] : colour(i, rgb);
      before = rgb;
    }
    return values;
  }

  private Palette palette() {
    return mask.palette() == null ? Palette.VOC : mask.palette();
  }

  /// What the indices of a byte stand for; those above stand for themselves.
  private int[] meanings() {
    int[] known = IntStream.rangeClosed(0, NOBODY_OF_BYTES).toArray();
    if (colours != null && mask.palette() != null) {
      int[] ofColours = meanings(colours);
      System.arraycopy(ofColours, 0, known, 0, ofColours.length);
    }
    if (!areDeep()) {
      known[NOBODY_OF_BYTES] = NOBODY;
    }
    return known;
  }

  /// Of each index of a palette, the class of its colour; −1 for none.
  private int[] meanings(ColourMap map) {
    return palette().colours().stream()
        .mapToInt(rgb -> map.indices().getOrDefault(rgb, rgb == VOID ? NOBODY : -1))
        .toArray();
  }

  private int colour(int i, int rgb) throws PictureException {
    int red = rgb >> 16;
    int green = (rgb >> 8) & 0xFF;
    int blue = rgb & 0xFF;
    Map<Integer, Integer> known = colours == null ? Map.of() : colours.indices();
    Integer index = known.get(rgb);
    if (index != null) {
      return index;
    }
    if (colours == null && red == green && green == blue) {
      return red == NOBODY_OF_BYTES ? NOBODY : red; // grey, stored as colour
    }
    if (rgb == VOID) {
      return NOBODY;
    }
    throw unknown(i, rgb);
  }

  private PictureException unknown(int i, int rgb) {
    int width = mask.pixels().width();
    String colour =
        String.format(Locale.ROOT, "%d,%d,%d", rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF);
    return colours == null
        ? MaskReason.COLOURS.failure(name, colour, i % width, i / width)
        : MaskReason.UNKNOWN_COLOUR.failure(name, colour, i % width, i / width, colours.file());
  }
}

package org.mixoscope.dataset.labelled;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.IndexPicture;
import org.mixoscope.image.Palette;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;

/// What all masks of a data set say: each is looked at once, side by side, for nothing else tells
/// which classes there are.
///
/// @param masks what each says
record MapCensus(List<Mask> masks) {
  /// The largest value of a byte.
  private static final int BYTE = 255;

  /// What one mask says.
  ///
  /// @param values that it has, ascending, as [MaskValues] has them
  /// @param counts how many pixels have each
  /// @param size of the mask; null if it cannot be read
  /// @param palette null if it has none
  /// @param problem why it cannot be used; null if it can
  @SuppressWarnings("ArrayRecordComponent") // Made once, never compared.
  record Mask(
      int[] values,
      int[] counts,
      @Nullable Frame size,
      @Nullable Palette palette,
      @Nullable PictureException problem) {}

  /// Looks at all.
  ///
  /// @param count how many there are
  /// @param colours what colours stand for; null if nobody says
  static MapCensus of(Masks masks, int count, @Nullable ColourMap colours) {
    PictureReader reader = new PictureReader();
    // Most masks of a data set have the same one.
    Map<Palette, Palette> palettes = new ConcurrentHashMap<>();
    return new MapCensus(
        IntStream.range(0, count)
            .parallel()
            .mapToObj(index -> look(masks, index, colours, reader, palettes))
            .toList());
  }

  private static Mask look(
      Masks masks,
      int index,
      @Nullable ColourMap colours,
      PictureReader reader,
      Map<Palette, Palette> palettes) {
    try {
      IndexPicture mask = masks.indices(index, reader);
      MaskValues values = new MaskValues(mask, colours, masks.location(index));
      Map<Integer, Integer> counts = values.counts();
      Palette palette = mask.palette();
      return new Mask(
          counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
          counts.values().stream().mapToInt(Integer::intValue).toArray(),
          mask.pixels().frame(),
          palette == null ? null : palettes.computeIfAbsent(palette, UnaryOperator.identity()),
          null);
    } catch (PictureException e) {
      return new Mask(new int[0], new int[0], null, null, e);
    }
  }

  /// The palette of the first mask that has one; VOC's if none has.
  Palette palette() {
    return masks.stream()
        .map(Mask::palette)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Palette.VOC);
  }

  /// Why masks cannot be used, those first of which others will be like: then not a file is wrong
  /// but how all are understood.
  List<PictureException> problems() {
    return masks.stream()
        .map(Mask::problem)
        .filter(Objects::nonNull)
        .sorted((a, b) -> Boolean.compare(isOfKind(b), isOfKind(a)))
        .toList();
  }

  /// Whether others will be like it.
  static boolean isOfKind(PictureException problem) {
    return problem.kind() == PictureException.Kind.UNSUPPORTED_FORMAT;
  }

  /// What values stand for.
  ///
  /// @param declared how many classes there are; 0 if nothing says so
  MapScale scale(int declared) {
    BitSet classes = new BitSet();
    for (Mask mask : masks) {
      IntStream.of(mask.values()).forEach(classes::set);
    }
    boolean nobody = classes.get(MaskValues.NOBODY) || classes.get(BYTE);
    classes.clear(MaskValues.NOBODY);
    boolean wide = classes.length() > BYTE + 1 || declared > BYTE;
    if (!wide) {
      classes.clear(BYTE);
    }
    boolean twoValued = classes.length() == 1 && nobody && (declared == 0 || declared == 2);
    return new MapScale(
        twoValued, declared > 0 ? declared : twoValued ? 2 : Math.max(1, classes.length()));
  }
}

package org.mixoscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.cli.DepthOptions.Depth;
import org.mixoscope.dataset.Measure;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.CommonNumbers;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureNames;
import org.mixoscope.image.Scale;
import org.mixoscope.image.Stored;
import org.mixoscope.image.Trait;
import org.mixoscope.image.Window;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Levels;
import org.mixoscope.recipe.Recipe;

/// Which numbers a mix has, and what of its pictures has to be said because of it.
///
/// @param pictures as they are mixed
/// @param kind of the pixels that are mixed
/// @param type of the numbers that are written
/// @param window which of them the recipe says to show; null for none
/// @param notes sentences, each about what was done to a picture
record MixedDepth(
    List<Picture> pictures,
    PixelKind kind,
    NumberType type,
    @Nullable Levels window,
    List<String> notes) {
  private static final Set<String> OF_EIGHT_BITS = Set.of(".jpg", ".jpeg");
  private static final String OF_ALL = ".npy";

  /// Sixteen bits that are all below this are less.
  private static final int DARK = 1 << 14;

  /// @param recipe what is mixed
  /// @param given whether the recipe was given as one, and so knows its depth
  /// @param pictures its pictures as they are stored
  /// @param output the name of the file that is written
  static MixedDepth of(
      Recipe recipe, boolean given, List<Picture> pictures, DepthOptions options, String output) {
    CommonNumbers common = CommonNumbers.of(pictures);
    String ending = PictureNames.ending(output);
    boolean eight =
        options.depth == null
            ? given ? recipe.kind().type() == ElementType.UINT8 : common.type() == NumberType.UINT8
            : options.depth == Depth.EIGHT;
    if (options.window != null && !eight) {
      throw Refusal.usage("--window: goes with --depth 8");
    }
    boolean jpeg = OF_EIGHT_BITS.contains(ending) && common.type() == NumberType.UINT16;
    List<String> notes = new ArrayList<>();
    pages(recipe, pictures, notes);
    changed(pictures, notes);
    if (eight || jpeg) {
      return reduced(recipe, given, pictures, options.window, notes);
    }
    Levels shown = recipe.window();
    if (shown != null) {
      notes.add(
          "the window of the recipe, %s to %s, is for the screen and for 8 bits: it changes no number"
              .formatted(number(shown.low()), number(shown.high())));
    }
    NumberType type =
        given && recipe.kind().type() != common.type().element()
            ? NumberType.of(recipe.kind().type())
            : common.type();
    requireRoom(output, ending, type);
    if (!type.isLight()) {
      recipe.requireNoLight();
    }
    widened(pictures, common, type, notes);
    return new MixedDepth(
        pictures, given ? recipe.kind() : common.kind(), type, recipe.window(), notes);
  }

  private static void requireRoom(String output, String ending, NumberType type) {
    boolean all = PictureNames.OF_ALL_NUMBERS.contains(ending) || ending.equals(OF_ALL);
    if (!all && !(type.isLight() && !OF_EIGHT_BITS.contains(ending))) {
      throw Refusal.failed(
          "-o %s: cannot hold numbers of type %s: write .tiff or .npy, or add --depth 8"
              .formatted(output, type.id()));
    }
  }

  private static MixedDepth reduced(
      Recipe recipe,
      boolean given,
      List<Picture> pictures,
      DepthOptions.@Nullable Windowing windowing,
      List<String> notes) {
    List<Picture> deep =
        pictures.stream().filter(one -> one.stored().type() != NumberType.UINT8).toList();
    Window common = windowing == null ? Measure.of(recipe) : windowing.of(deep);
    String whose =
        common == null ? ", as its file says" : windowing == null ? ", as the recipe says" : "";
    List<Picture> shown = new ArrayList<>();
    for (int k = 0; k < pictures.size(); k++) {
      Picture picture = pictures.get(k);
      Stored stored = picture.stored();
      NumberType type = stored.type();
      Window window = common == null ? stored.window() : common;
      if (type == NumberType.UINT8 || (type == NumberType.UINT16 && window == null)) {
        shown.add(picture);
        if (type == NumberType.UINT16) {
          notes.add(divided(picture, k));
        }
        continue;
      }
      if (window == null) {
        throw Refusal.usage(
            "--depth 8: %s has %s numbers and names no window: add --window CENTER,WIDTH or min-max"
                .formatted(name(recipe, k), type.id()));
      }
      Pixels pixels = window.shown(picture.pixels(), stored.scale(), ElementType.UINT8);
      shown.add(new Picture(pixels, picture.origin(), picture.traits()));
      notes.add(
          "%c is %s, reduced to 8 bits: %s is black, %s white%s"
              .formatted(letter(k), type.id(), number(window.low()), number(window.high()), whose));
      countNoNumbers(picture, k, "they are black", notes);
    }
    PixelKind kind = given ? recipe.kind().with(ElementType.UINT8) : PixelKind.RGB8;
    Levels kept = common == null || deep.isEmpty() ? null : new Levels(common.low(), common.high());
    return new MixedDepth(List.copyOf(shown), kind, NumberType.UINT8, kept, notes);
  }

  /// Twelve bits in sixteen are nearly black then.
  private static String divided(Picture picture, int k) {
    String note = "%c is uint16, reduced to 8 bits: divided by 257".formatted(letter(k));
    int most = 0;
    for (int value : picture.pixels().whole()) {
      most = Math.max(most, value);
    }
    return most < DARK
        ? note + ", of which %d is the most: --window min-max shows more".formatted(most)
        : note;
  }

  private static void pages(Recipe recipe, List<Picture> pictures, List<String> notes) {
    for (int k = 0; k < pictures.size(); k++) {
      Stored stored = pictures.get(k).stored();
      if (stored.others() > 0) {
        notes.add(
            "%c is page %d of %d of %s; the other %d %s left out, #%d behind the file names one"
                .formatted(
                    letter(k),
                    stored.page(),
                    stored.pages(),
                    name(recipe, k),
                    stored.others(),
                    stored.others() == 1 ? "is" : "are",
                    stored.page() == stored.pages() ? 1 : stored.page() + 1));
      }
    }
  }

  private static void changed(List<Picture> pictures, List<String> notes) {
    for (int k = 0; k < pictures.size(); k++) {
      if (pictures.get(k).traits().contains(Trait.LOSSY)) {
        notes.add("%c was compressed with loss".formatted(letter(k)));
      }
      int factor = pictures.get(k).factor();
      if (factor > 1) {
        notes.add("%c is decoded at 1/%d of its size".formatted(letter(k), factor));
      }
    }
  }

  private static void widened(
      List<Picture> pictures, CommonNumbers common, NumberType type, List<String> notes) {
    for (int k = 0; k < pictures.size(); k++) {
      Picture picture = pictures.get(k);
      NumberType own = picture.stored().type();
      if (common.rescaled()) {
        notes.add(
            "%c is %s with %s: mixed as what its numbers stand for, in %s"
                .formatted(letter(k), own.id(), picture.stored().scale(), type.id()));
      } else if (own != type) {
        notes.add(
            "%c is %s, mixed as %s: its numbers %s"
                .formatted(
                    letter(k), own.id(), type.id(), type.isLight() ? "times 257" : "as they are"));
      }
      countNoNumbers(picture, k, "so has the mix where it takes from there", notes);
    }
    Scale scale = pictures.getFirst().stored().scale();
    if (!common.rescaled() && !scale.isNone()) {
      notes.add("the numbers are those of the files: %s".formatted(scale));
    }
  }

  private static void countNoNumbers(
      Picture picture, int k, String consequence, List<String> notes) {
    if (picture.pixels().type().isWhole()) {
      return;
    }
    long count = 0;
    for (long i = 0; i < picture.pixels().elements(); i++) {
      count += Double.isFinite(picture.pixels().number(i)) ? 0 : 1;
    }
    if (count > 0) {
      notes.add(
          "%c has %d %s that %s no finite %s: %s"
              .formatted(
                  letter(k),
                  count,
                  count == 1 ? "value" : "values",
                  count == 1 ? "is" : "are",
                  count == 1 ? "number" : "numbers",
                  consequence));
    }
  }

  private static String name(Recipe recipe, int k) {
    String location = PackedPicture.fileOf(recipe.sources().get(k).location());
    return location.substring(location.replace('\\', '/').lastIndexOf('/') + 1);
  }

  private static char letter(int k) {
    return (char) ('A' + k);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value)
        .replaceFirst("(\\.[0-9]*?)0+($|e)", "$1$2")
        .replaceFirst("\\.($|e)", "$1");
  }
}

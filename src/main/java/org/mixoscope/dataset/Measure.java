package org.mixoscope.dataset;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.CommonNumbers;
import org.mixoscope.image.Header;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Picture;
import org.mixoscope.image.Scale;
import org.mixoscope.image.Window;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.Turn;
import org.mixoscope.recipe.Levels;
import org.mixoscope.recipe.Recipe;

/// What the numbers of a mix of more than eight bits stand for, and which of them are shown. They
/// are mixed first and shown afterwards, so a window changes no number.
///
/// @param type of the numbers of the mix, where they are written at full depth
/// @param whole whether the files have whole numbers only
/// @param scale what the numbers that are mixed stand for
/// @param usual the window where nobody says another
/// @param named the window that a file names, the first one that does; null for none
/// @param units of each picture, empty where it has none
public record Measure(
    NumberType type,
    boolean whole,
    Scale scale,
    Window usual,
    @Nullable Window named,
    List<String> units) {
  /// Keeps a copy.
  public Measure {
    units = List.copyOf(units);
  }

  /// The same, shown through another window where nobody says one.
  public Measure shownBy(Window otherwise) {
    return new Measure(type, whole, scale, otherwise, named, units);
  }

  /// Of pictures that are mixed as a kind.
  ///
  /// @param pictures in the order of the sources, at least one. Not modified
  /// @return null where the kind has eight bits, of which all are shown
  public static @Nullable Measure of(PixelKind kind, List<Picture> pictures) {
    if (kind.type() == ElementType.UINT8) {
      return null;
    }
    Window named =
        pictures.stream()
            .map(picture -> picture.stored().window())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    List<Header> headers = pictures.stream().map(Header::of).toList();
    Scale first = headers.getFirst().scale();
    boolean agree = headers.stream().allMatch(header -> header.scale().agrees(first));
    Scale scale = agree || kind.type().isWhole() ? first : new Scale(1, 0, first.unit());
    NumberType common = CommonNumbers.type(headers);
    return new Measure(
        common.element() == kind.type() ? common : NumberType.of(kind.type()),
        headers.stream().allMatch(header -> header.type().isWhole()),
        scale,
        named != null ? named : all(kind.type(), scale, pictures),
        named,
        headers.stream().map(header -> header.scale().unit()).toList());
  }

  /// Of numbers of which nothing is known.
  ///
  /// @param pixels one or more, of one kind. Not modified
  /// @return null where they have eight bits
  public static @Nullable Measure of(List<Pixels> pixels) {
    return of(
        PixelKind.of(pixels.getFirst()),
        pixels.stream().map(one -> new Picture(one, origin(one), Set.of())).toList());
  }

  private static Origin origin(Pixels pixels) {
    return Origin.of(pixels.frame(), Turn.UPRIGHT);
  }

  /// Light has a black and a white; other numbers a least and a largest.
  private static Window all(ElementType type, Scale scale, List<Picture> pictures) {
    if (type.isWhole()) {
      double black = scale.of(0);
      double white = scale.of(type.white());
      return new Window(Math.min(black, white), Math.max(black, white));
    }
    return Window.whole(pictures);
  }

  /// Whether all pictures are in the same unit.
  public boolean agrees() {
    return units.stream().distinct().count() == 1;
  }

  /// The unit of the mix; empty where it has none.
  public String unit() {
    return scale.unit();
  }

  /// The window that a recipe is shown through.
  public Window window(Recipe recipe) {
    Window own = of(recipe);
    return own == null ? usual : own;
  }

  /// A recipe's own window, null where it has none.
  public static @Nullable Window of(Recipe recipe) {
    Levels levels = recipe.window();
    return levels == null ? null : new Window(levels.low(), levels.high());
  }

  /// Numbers as a recipe shows them.
  ///
  /// @param measure null where they have eight bits, which stay as they are
  /// @param numbers HWC. Not modified
  /// @return uint8 HWC
  public static Pixels shown(@Nullable Measure measure, Recipe recipe, Pixels numbers) {
    return measure == null
        ? numbers
        : measure.window(recipe).shown(numbers, measure.scale, ElementType.UINT8);
  }

  /// The middle of a window, as [#levels] takes it.
  public double center(Window window) {
    return (window.low() + window.high() + step()) / 2;
  }

  /// The width of a window, as [#levels] takes it.
  public double width(Window window) {
    return window.high() - window.low() + step();
  }

  /// A window by its middle and its width: of whole numbers as DICOM counts them, PS3.3 C.11.2.1.2,
  /// of others from end to end.
  ///
  /// @throws IllegalArgumentException if the width is below 1 of whole numbers, or not above 0 of
  ///   others
  public Levels levels(double center, double width) {
    if (whole && !(width >= 1)) {
      throw new RefusedException(KernelReason.TOO_SMALL.of("width", width, 1));
    }
    return new Levels(
        (2 * center - step() - (width - step())) / 2, (2 * center - step() + (width - step())) / 2);
  }

  private int step() {
    return whole ? 1 : 0;
  }
}

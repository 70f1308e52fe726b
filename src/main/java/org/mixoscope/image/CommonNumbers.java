package org.mixoscope.image;

import java.util.List;
import java.util.Objects;
import org.mixoscope.kernel.PixelKind;

/// What pictures of several types of numbers are mixed as, so that nothing of any is lost: the
/// narrowest type that holds the numbers of all, and colour where one of them is.
///
/// Where the numbers of one picture stand for other things than those of another, what they stand
/// for is mixed instead of them.
///
/// @param type of the numbers of the mix
/// @param kind of its pixels
/// @param rescaled whether numbers were replaced by what they stand for
public record CommonNumbers(NumberType type, PixelKind kind, boolean rescaled) {
  /// @param pictures at least one. Not modified
  public static CommonNumbers of(List<Picture> pictures) {
    List<Picture> alike = alike(pictures);
    NumberType type =
        alike.stream()
            .map(picture -> picture.stored().type())
            .reduce(NumberType::with)
            .orElseThrow();
    int channels = alike.stream().mapToInt(picture -> picture.pixels().channels()).max().orElse(1);
    return new CommonNumbers(
        type, new PixelKind(channels, type.element()), !Objects.equals(alike, pictures));
  }

  /// What pictures are mixed as where nobody chose it: their common kind if one has more than eight
  /// bits, else colour.
  ///
  /// @param headers at least one
  public static PixelKind kind(List<Header> headers) {
    NumberType type = type(headers);
    int channels = headers.stream().mapToInt(header -> header.kind().channels()).max().orElse(1);
    return type == NumberType.UINT8 ? PixelKind.RGB8 : new PixelKind(channels, type.element());
  }

  /// The type of the numbers of their mix.
  ///
  /// @param headers at least one
  public static NumberType type(List<Header> headers) {
    Scale first = headers.getFirst().scale();
    boolean agree = headers.stream().allMatch(header -> header.scale().agrees(first));
    return headers.stream()
        .map(header -> agree ? header.type() : rescaled(header.scale(), header.type()))
        .reduce(NumberType::with)
        .orElseThrow();
  }

  /// The type of what numbers stand for.
  public static NumberType rescaled(Scale scale, NumberType type) {
    if (scale.isNone()) {
      return type;
    }
    return type.bytes() <= Short.BYTES ? NumberType.FLOAT32 : NumberType.FLOAT64;
  }

  /// Pictures in which the same numbers stand for the same.
  ///
  /// @param pictures at least one. Not modified
  /// @return the pictures themselves if they are so
  public static List<Picture> alike(List<Picture> pictures) {
    Scale first = pictures.getFirst().stored().scale();
    return pictures.stream().allMatch(picture -> picture.stored().scale().agrees(first))
        ? pictures
        : pictures.stream().map(Picture::rescaled).toList();
  }
}

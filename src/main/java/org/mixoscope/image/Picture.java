package org.mixoscope.image;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// A decoded picture: upright and opaque, with the channels and the depth that the file has.
///
/// Values are the file's own; colour profiles and gamma are not applied, as in every trainer.
///
/// @param pixels HWC, RGB or grey, on the heap; of the elements that hold the numbers of the file
///   and, unless the factor says otherwise, of the size that the origin says
/// @param origin of which size it is stored, and how it was turned
/// @param traits what the file is
/// @param stored how the file has the numbers, and what they stand for
/// @param factor how much smaller than the picture the pixels are, each way: 1, or what was asked
///   for by [PictureReader#read(String, Frame, Fit)]
public record Picture(Pixels pixels, Origin origin, Set<Trait> traits, Stored stored, int factor) {

  /// @throws IllegalArgumentException if the pixels are of another kind
  public Picture {
    Conversion.requirePicture(pixels);
    traits = Set.copyOf(traits);
  }

  /// In its own size.
  public Picture(Pixels pixels, Origin origin, Set<Trait> traits, Stored stored) {
    this(pixels, origin, traits, stored, 1);
  }

  /// Plain numbers, the only picture of its file.
  public Picture(Pixels pixels, Origin origin, Set<Trait> traits) {
    this(pixels, origin, traits, Stored.plain(NumberType.of(pixels.type())));
  }

  /// How large the picture is, upright, whatever the size it was decoded at.
  public Frame frame() {
    return origin.turn().upright(origin.stored());
  }

  /// The pixels as somebody wants them. Where light is wanted of numbers that are none, or fewer
  /// bits of a file that names a window, it is what [#window] shows.
  ///
  /// @param kind 1 or 3 channels
  /// @return as [Conversion#to] makes them; the pixels themselves if they are of that kind
  /// @throws IllegalArgumentException if the kind is another
  public Pixels as(PixelKind kind) {
    boolean reduced = pixels.type() == ElementType.UINT16 && kind.type() == ElementType.UINT8;
    boolean shown =
        (!pixels.type().isWhole() && kind.type().isWhole()) || (reduced && stored.window() != null);
    return Conversion.to(
        kind, shown ? window().shown(pixels, stored.scale(), kind.type()) : pixels);
  }

  /// The same through a window that somebody chose.
  ///
  /// @param chosen heeded where fewer bits are wanted than there are; null for what the file says
  public Pixels as(PixelKind kind, @Nullable Window chosen) {
    boolean reduced = pixels.type() != ElementType.UINT8 && kind.type() == ElementType.UINT8;
    return chosen == null || !reduced
        ? as(kind)
        : Conversion.to(kind, chosen.shown(pixels, stored.scale(), kind.type()));
  }

  /// The picture as somebody wants it in a frame.
  ///
  /// @param chosen see [#as(PixelKind, Window)]
  /// @return HWC on the heap
  public Pixels in(PixelKind kind, @Nullable Window chosen, Frame frame, Fit fit) {
    return Fitter.fit(as(kind, chosen), origin, new JpegScale(factor), frame, fit);
  }

  /// Which numbers are told apart where the picture is shown: those that the file says, else all
  /// that there are.
  public Window window() {
    Window own = stored.window();
    return own == null ? Window.whole(List.of(this)) : own;
  }

  /// What the numbers stand for in place of them, as floats: singles of numbers of at most sixteen
  /// bits, doubles of others.
  public Picture rescaled() {
    if (stored.scale().isNone()) {
      return this;
    }
    NumberType type = CommonNumbers.rescaled(stored.scale(), stored.type());
    Pixels values = Samples.empty(pixels.frame(), new PixelKind(pixels.channels(), type.element()));
    for (long i = 0; i < pixels.elements(); i++) {
      values.put(i, stored.scale().of(pixels.number(i)));
    }
    return new Picture(values, origin, traits, stored.rescaled(type));
  }
}

package org.mixoscope.app.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Magnifier;
import org.mixoscope.clip.PassingFrame;
import org.mixoscope.dataset.Measure;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.Picture;
import org.mixoscope.image.Window;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// A picture that was read.
///
/// @param glimpse the picture, of which perhaps only a smaller one is there before somebody asks
/// @param thumbnail the same made small, or tiny pixels made squares, BGRA for the screen; of a
///   very long picture not in its ratio
/// @param numbers the small picture of more than eight bits before it is shown; null of eight
public record Loaded(PassingFrame glimpse, Pixels thumbnail, @Nullable Pixels numbers) {
  static final int SHORT_SIDE = 360;

  /// Of what passes less will do.
  private static final int PASSING_SIDE = 180;

  private static final int LONG_SIDE = 1024;

  /// What any screen can draw.
  private static final int LONGEST_SIDE = 4096;

  static Loaded of(Picture picture) {
    return of(PassingFrame.of(picture));
  }

  /// Of a passing frame the small picture is made from what is seen of it.
  static Loaded of(PassingFrame glimpse) {
    Picture picture = glimpse.seen();
    Pixels pixels = picture.pixels();
    double side = glimpse.isWhole() ? SHORT_SIDE : PASSING_SIDE;
    double scale = Math.min(1, side / Math.min(pixels.width(), pixels.height()));
    Frame wanted = pixels.frame().scaled(scale);
    Frame frame =
        new Frame(Math.min(wanted.height(), LONGEST_SIDE), Math.min(wanted.width(), LONGEST_SIDE));
    boolean deep = pixels.type() != ElementType.UINT8;
    Pixels small = Fitter.fit(deep ? pixels : picture.as(PixelKind.RGB8), frame, Fit.STRETCH);
    Measure measure = Measure.of(PixelKind.of(pixels), List.of(picture));
    if (!glimpse.isWhole()) {
      return new Loaded(glimpse, Prepared.toScreen(small), null);
    }
    return measure == null
        ? new Loaded(glimpse, squares(Prepared.toScreen(small)), null)
        : new Loaded(glimpse, shown(small, picture, measure.usual()), small);
  }

  /// As it is there: its file, its size, and its pixels or less of them.
  public Picture seen() {
    return glimpse.seen();
  }

  /// In its own size.
  public Picture picture() {
    return glimpse.whole();
  }

  /// Another picture with the thumbnail of this one.
  Loaded showing(PassingFrame other) {
    return new Loaded(other, thumbnail, numbers);
  }

  /// The thumbnail through another window, BGRA; the same of eight bits.
  public Pixels thumbnail(Window window) {
    return numbers == null ? thumbnail : shown(numbers, glimpse.seen(), window);
  }

  private static Pixels shown(Pixels numbers, Picture picture, Window window) {
    return squares(
        Prepared.toScreen(window.shown(numbers, picture.stored().scale(), ElementType.UINT8)));
  }

  private static Pixels squares(Pixels small) {
    int room = LONG_SIDE / Math.max(small.width(), small.height());
    int factor = Math.min(room, SHORT_SIDE / Math.min(small.width(), small.height()));
    if (factor < 2) {
      return small;
    }
    Box whole = Box.of(small.frame());
    Pixels squares = Magnifier.room(whole, factor);
    Magnifier.magnify(small, whole, factor, squares);
    return squares;
  }
}

package org.mixoscope.app.state;

import java.util.List;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Resampling;

/// How much smaller than the frame the picture on the screen is: 1:n. A frame of up to 2 megapixels
/// is shown as it is, and what is shown of it is what is written, to the byte.
///
/// @param n 1 for a frame that is shown as it is
public record Reduction(int n) {
  /// Measured: every method mixes so many pixels within a frame of the screen. It is also about
  /// what a large window has room for.
  private static final long MOST_PIXELS = 1 << 21;

  /// Measured: what is resized, or has a weight per pixel, takes about 8 ms then.
  private static final long MOST_SLOW_PIXELS = 1 << 19;

  static Reduction of(Frame frame) {
    return new Reduction((int) Math.ceil(Math.sqrt((double) frame.pixels() / MOST_PIXELS)));
  }

  /// Whether it takes longer than a frame of the screen to show a composition of this kind.
  ///
  /// @param kind for whatever frame
  /// @param shown the frame of what is shown
  /// @param deep whether numbers are mixed first and shown afterwards, which passes over them twice
  static boolean isSlow(Composition kind, Frame shown, boolean deep) {
    boolean heavy =
        switch (kind) {
          case Blend blend -> deep;
          case Patchwork patchwork -> deep || !patchwork.isAllCopies();
          case Matte matte -> true;
        };
    return heavy && shown.pixels() > MOST_SLOW_PIXELS;
  }

  /// Whether less is shown than there is.
  public boolean isPreview() {
    return n > 1;
  }

  /// The frame of what is shown.
  Frame shown(Frame frame) {
    return new Frame(Math.ceilDiv(frame.height(), n), Math.ceilDiv(frame.width(), n));
  }

  /// The same composition for what is shown of its frame: edges move to the nearest pixel.
  static Composition reduced(Composition whole, Frame shown) {
    return switch (whole) {
      case Blend blend -> new Blend(shown, blend.weights());
      case Patchwork(Frame frame, int sources, List<Patch> patches) ->
          new Patchwork(
              shown,
              sources,
              patches.stream()
                  .map(patch -> reduced(patch, frame, shown))
                  .filter(patch -> !patch.box().isEmpty())
                  .toList());
      case Matte matte -> throw new IllegalArgumentException(matte.frame() + ": has no edges");
    };
  }

  private static Patch reduced(Patch patch, Frame frame, Frame shown) {
    Box box = reduced(patch.box(), frame, shown);
    Box from = reduced(patch.from(), frame, shown);
    if (patch.isCopy()) {
      // Still a copy, though the places that it goes from and to are rounded apart.
      int x = Math.min(from.x1(), shown.width() - box.width());
      int y = Math.min(from.y1(), shown.height() - box.height());
      Box same = new Box(x, y, x + box.width(), y + box.height());
      return new Patch(patch.source(), box, same, Resampling.NEAREST);
    }
    int x = Math.min(from.x1(), shown.width() - 1);
    int y = Math.min(from.y1(), shown.height() - 1);
    Box seen = new Box(x, y, Math.max(from.x2(), x + 1), Math.max(from.y2(), y + 1));
    return new Patch(patch.source(), box, seen, patch.resampling());
  }

  private static Box reduced(Box box, Frame frame, Frame shown) {
    return new Box(
        reduced(box.x1(), frame.width(), shown.width()),
        reduced(box.y1(), frame.height(), shown.height()),
        reduced(box.x2(), frame.width(), shown.width()),
        reduced(box.y2(), frame.height(), shown.height()));
  }

  private static int reduced(int edge, int side, int shown) {
    return (int) Math.round((double) edge * shown / side);
  }
}

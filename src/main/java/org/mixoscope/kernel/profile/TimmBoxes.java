package org.mixoscope.kernel.profile;

import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.profile.TimmMixup.MinMax;
import org.mixoscope.kernel.profile.TimmMixup.Mode;
import org.mixoscope.kernel.profile.TimmMixup.Version;

/// The boxes of timm's CutMix: rows are drawn before columns.
///
/// @param settings which boxes
/// @param random advanced
record TimmBoxes(TimmMixup settings, NumpyRandom random) {
  /// @throws IllegalArgumentException if no whole number of pixels lies between the smallest and
  ///   the largest side
  void requireRoom(Frame frame) {
    MinMax range = settings.cutmixMinmax();
    if (range != null) {
      drawn(range).requireRoom(frame);
    }
  }

  /// Draws a box.
  ///
  /// @param lambda λ as drawn; a box whose sides have a range does not depend on it
  Draw draw(double lambda, Frame frame) {
    MinMax range = settings.cutmixMinmax();
    return range == null ? centred(lambda, frame) : drawn(range).draw(frame, random::nextInt);
  }

  private DrawnSides drawn(MinMax range) {
    return new DrawnSides(range.method(), settings.version().place());
  }

  /// The sides follow λ. Where float32 makes them differ from the rule's, the box is placed by
  /// hand; λ stays the one that was drawn, which an uncorrected label needs.
  private Draw centred(double lambda, Frame frame) {
    int y = random.nextInt(0, frame.height());
    int x = random.nextInt(0, frame.width());
    int height = sideOf(lambda, frame.height());
    int width = sideOf(lambda, frame.width());
    int odd = settings.version() == Version.V1_0_28 ? 0 : 1;
    Box box = new Box(x - width / 2, y - height / 2, x + (width + odd) / 2, y + (height + odd) / 2);
    Draw draw = new Draw(lambda, (x + 0.5) / frame.width(), (y + 0.5) / frame.height());
    return settings.version().boxRule().box(draw, frame).equals(box)
        ? draw
        : new Draw(lambda, draw.u(), draw.v(), Region.of(box, frame));
  }

  /// `trunc(dim · √(1 − λ))`, in float32 where timm's λ is one (as numpy 2 computes it).
  private int sideOf(double lambda, int dim) {
    if (settings.mode() == Mode.BATCH) {
      return (int) (dim * Math.sqrt(1 - lambda));
    }
    return (int) (dim * (float) Math.sqrt(1 - (float) lambda));
  }
}

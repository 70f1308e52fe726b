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
    if (range != null && !(range.hasRoom(frame.height()) && range.hasRoom(frame.width()))) {
      throw new IllegalArgumentException(
          "cutmix_minmax = %s,%s: no side of a frame of %s pixels lies between"
              .formatted(range.min(), range.max(), frame));
    }
  }

  /// Draws a box.
  ///
  /// @param lambda λ as drawn; a box whose sides have a range does not depend on it
  Draw draw(double lambda, Frame frame) {
    MinMax range = settings.cutmixMinmax();
    return range == null ? centred(lambda, frame) : between(range, frame);
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

  /// Sides and place are drawn each by itself, and λ is what is left of the frame.
  private Draw between(MinMax range, Frame frame) {
    int height = sideWithin(range, frame.height());
    int width = sideWithin(range, frame.width());
    int last = settings.version() == Version.V1_0_28 ? 0 : 1;
    int y = random.nextInt(0, frame.height() - height + last);
    int x = random.nextInt(0, frame.width() - width + last);
    Box box = new Box(x, y, x + width, y + height);
    return new Draw(1, 0.5, 0.5).within(Region.of(box, frame));
  }

  private int sideWithin(MinMax range, int dim) {
    return random.nextInt(range.least(dim), range.bound(dim));
  }
}

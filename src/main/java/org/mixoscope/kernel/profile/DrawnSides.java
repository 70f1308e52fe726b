package org.mixoscope.kernel.profile;

import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.method.CutMixMinMax;

/// How timm draws a box whose sides have a range: height, width, row and column, each a whole
/// number, whoever makes the random numbers.
///
/// @param range of the sides
/// @param place where the box may be
record DrawnSides(CutMixMinMax range, Place place) {
  /// A source of whole numbers.
  @FunctionalInterface
  interface Whole {
    /// The next one within [from, bound).
    int next(int from, int bound);
  }

  /// @throws RefusedException if no whole number of pixels lies between the smallest and the
  ///   largest side
  void requireRoom(Frame frame) {
    if (!range.hasRoom(frame)) {
      throw new RefusedException(
          KernelReason.NO_SIDE_BETWEEN.of(range.minSide(), range.maxSide(), frame));
    }
  }

  /// Draws the box of a frame; λ is what is left of it.
  ///
  /// @throws RefusedException as for [#requireRoom]
  Draw draw(Frame frame, Whole random) {
    requireRoom(frame);
    int height = side(frame.height(), random);
    int width = side(frame.width(), random);
    int last = place == Place.NEVER_LAST ? 0 : 1;
    int y = random.next(0, frame.height() - height + last);
    int x = random.next(0, frame.width() - width + last);
    Box box = new Box(x, y, x + width, y + height);
    return new Draw(1, 0.5, 0.5).within(Region.of(box, frame));
  }

  private int side(int dim, Whole random) {
    return random.next(range.least(dim), range.bound(dim));
  }
}

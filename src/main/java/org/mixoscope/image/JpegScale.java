package org.mixoscope.image;

import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Landing;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Turn;

/// At which part of its size a JPEG is decoded: libjpeg leaves the finest waves of each block out,
/// which costs a part of the time.
///
/// @param factor how much smaller: 1, 2, 4 or 8
record JpegScale(int factor) {
  static final JpegScale WHOLE = new JpegScale(1);

  /// How much smaller pictures are made after decoding, at least. What libjpeg leaves out is then
  /// averaged away: of photographs 55 dB and more are left, with half of it 51.
  private static final int LEAST_LEFT = 4;

  private static final int MOST = 8;

  /// The smallest one that leaves enough to do on both axes.
  ///
  /// @param upright size of the picture
  static JpegScale of(Frame upright, Frame frame, Fit fit) {
    Landing landing = fit.place(upright, frame);
    long wide = (long) LEAST_LEFT * landing.to().width();
    long high = (long) LEAST_LEFT * landing.to().height();
    int factor = MOST;
    while (factor > 1
        && (landing.from().width() < factor * wide || landing.from().height() < factor * high)) {
      factor /= 2;
    }
    return new JpegScale(factor);
  }

  boolean isWhole() {
    return factor == 1;
  }

  /// The size that is decoded: what is begun at the right and lower border is whole.
  Frame of(Frame stored) {
    return new Frame(Math.ceilDiv(stored.height(), factor), Math.ceilDiv(stored.width(), factor));
  }

  /// A part of the upright picture within what is decoded and turned upright: in pixels of the
  /// picture still, of which a decoded pixel has [#factor] on each axis. The border of the picture
  /// may lie inside the last decoded pixel, which turning can make the first.
  Box within(Origin origin, Box part) {
    Frame stored = origin.stored();
    Turn turn = origin.turn();
    Frame upright = turn.upright(stored);
    Frame decoded = turn.upright(of(stored));
    boolean fromRight = turn.x(0, 0, stored) > 0;
    boolean fromBottom = turn.y(0, 0, stored) > 0;
    int x = fromRight ? decoded.width() * factor - upright.width() : 0;
    int y = fromBottom ? decoded.height() * factor - upright.height() : 0;
    return new Box(part.x1() + x, part.y1() + y, part.x2() + x, part.y2() + y);
  }
}

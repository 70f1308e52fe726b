package org.mixoscope.kernel.method;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.RandomStreams;

/// The two methods that are called GridMix.
public enum GridPattern implements Named {
  /// n×n cells; about λ·n² of them, by chance, are A's, the others B's.
  CELLS("cells") {
    @Override
    Patchwork composition(Draw draw, int n, Frame frame) {
      return new Pieces(n, n).composition(frame, draw.weights(), draw.noise());
    }
  },
  /// IlyaDobrynin/GridMixup and OpenMixup: a part of the frame is cut into squares, n of them
  /// across, and B shows through a hole in the upper left corner of each, `√(1−λ)` of its sides but
  /// at least a pixel and not the whole square, unless that is one. The part has ½ to all of the
  /// area of the frame and ½ to 2 times its aspect ratio. Without a hole only for λ = 1, which
  /// those two do not have.
  HOLES("holes") {
    @Override
    Patchwork composition(Draw draw, int n, Frame frame) {
      List<Patch> patches = new ArrayList<>();
      patches.add(new Patch(0, Box.of(frame)));
      if (draw.lambda() < 1) {
        holes(part(draw, frame), n, Math.sqrt(1 - draw.lambda()))
            .forEach(hole -> patches.add(new Patch(1, hole)));
      }
      return new Patchwork(frame, 2, patches);
    }
  };

  private static final double LEAST_AREA = 0.5;
  private static final double LEAST_LOG_ASPECT = -1;
  private final String id;

  GridPattern(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  abstract Patchwork composition(Draw draw, int n, Frame frame);

  private static Box part(Draw draw, Frame frame) {
    RandomGenerator random = RandomStreams.of(draw.noise(), 0, 0);
    double area = LEAST_AREA + (1 - LEAST_AREA) * random.nextDouble();
    double aspect = Math.pow(2, LEAST_LOG_ASPECT * (1 - 2 * random.nextDouble()));
    int width = Math.clamp((int) (frame.width() * Math.sqrt(area / aspect)), 1, frame.width());
    int height = Math.clamp((int) (frame.height() * Math.sqrt(area * aspect)), 1, frame.height());
    int x = (int) (draw.u() * (frame.width() - width + 1));
    int y = (int) (draw.v() * (frame.height() - height + 1));
    return new Box(x, y, x + width, y + height);
  }

  private static List<Box> holes(Box part, int n, double side) {
    int square = (part.width() + n - 1) / n;
    int hole = Math.clamp((int) (square * side), 1, Math.max(square - 1, 1));
    List<Box> holes = new ArrayList<>();
    for (int y = part.y1(); y < part.y2(); y += square) {
      for (int x = part.x1(); x < part.x2(); x += square) {
        holes.add(new Box(x, y, Math.min(x + hole, part.x2()), Math.min(y + hole, part.y2())));
      }
    }
    return holes;
  }
}

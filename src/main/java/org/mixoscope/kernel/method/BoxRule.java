package org.mixoscope.kernel.method;

import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Named;

/// How a CutMix box follows from λ, the position and the frame. With `r = √(1−λ)` the sides are
/// about `r` times those of the frame, whose aspect ratio the box so keeps.
public enum BoxRule implements Named {
  /// clovaai, torchvision, composer, mmpretrain, OpenMixup, timm up to 1.0.28: side `trunc(dim·r)`,
  /// half of it (rounded down) to each side of the centre, so that odd sides lose a pixel.
  LEGACY("legacy") {
    @Override
    int side(double ideal) {
      return (int) ideal;
    }
  },
  /// timm from 1.0.29 on: as legacy, but odd sides keep their pixel, to the right and below.
  TIMM_1_0_29("timm-1.0.29") {
    @Override
    int side(double ideal) {
      return (int) ideal;
    }

    @Override
    int end(int centre, int side) {
      return centre + (side + 1) / 2;
    }
  },
  /// fastai: as legacy with sides rounded half to even.
  FASTAI("fastai") {
    @Override
    int side(double ideal) {
      return (int) Math.rint(ideal);
    }
  },
  /// keras-cv: corners at `centre ± side/2` as real numbers; a pixel is inside if its index is.
  KERAS_CV("keras-cv") {
    @Override
    int side(double ideal) {
      return (int) ideal;
    }

    @Override
    int end(int centre, int side) {
      return centre + (side + 1) / 2;
    }

    @Override
    public boolean countsUnclipped() {
      return true;
    }
  },
  /// keras 3: a real-valued rectangle, always inside the frame; a pixel is inside if its index is.
  /// So the same λ covers a row or column more or less, as it falls.
  KERAS_3("keras-3") {
    // What rounding may add to a position or take from it.
    private static final double[] HAIRS = {
      0, 0x1p-52, -0x1p-52, 0x1p-50, -0x1p-50, 0x1p-47, -0x1p-47
    };

    @Override
    public Box box(Draw draw, Frame frame) {
      double r = Math.sqrt(1 - draw.lambda());
      int x1 = first(draw.u(), frame.width(), r);
      int y1 = first(draw.v(), frame.height(), r);
      return new Box(x1, y1, end(draw.u(), frame.width(), r), end(draw.v(), frame.height(), r));
    }

    // By whole pixels, so that the box keeps its size.
    @Override
    public Draw moved(Draw draw, int x1, int y1, Frame frame) {
      double r = Math.sqrt(1 - draw.lambda());
      return draw.at(moved(draw.u(), frame.width(), r, x1), moved(draw.v(), frame.height(), r, y1));
    }

    private static int first(double position, int dim, double r) {
      return (int) Math.ceil(position * (dim - dim * r));
    }

    private static int end(double position, int dim, double r) {
      return (int) Math.min(Math.ceil(position * (dim - dim * r) + dim * r), dim);
    }

    private static double moved(double position, int dim, double r, int wantedStart) {
      double room = dim - dim * r;
      double start = position * room;
      int first = first(position, dim, r);
      int by =
          Math.clamp(
              (long) wantedStart - first, (int) -Math.floor(start), (int) Math.floor(room - start));
      int end = end(position, dim, r);
      // As far as the box keeps its size: at the very edge its sides may round differently.
      for (; by != 0; by -= Integer.signum(by)) {
        double moved = (start + by) / room;
        // A real number a hair above a whole one is in the next pixel.
        for (double hair : HAIRS) {
          double near = moved - hair;
          if (near >= 0
              && near <= 1
              && first(near, dim, r) == first + by
              && end(near, dim, r) == end + by) {
            return near;
          }
        }
      }
      return position;
    }

    @Override
    int side(double ideal) {
      return (int) ideal;
    }

    @Override
    public boolean staysInside() {
      return true;
    }

    @Override
    public boolean onGrid() {
      return false;
    }
  },
  /// kornia: always inside, but the last place along a side is never taken, and a box as large as
  /// the frame starts a pixel outside of it.
  KORNIA("kornia") {
    @Override
    int side(double ideal) {
      return (int) ideal;
    }

    @Override
    int anchors(int dim, int side) {
      return dim - side - 1;
    }

    @Override
    int anchor(double position, int anchors) {
      return anchors < 0 ? -1 : super.anchor(position, anchors);
    }

    @Override
    int start(int anchor, int side) {
      return anchor;
    }

    @Override
    int end(int anchor, int side) {
      return anchor + side;
    }

    @Override
    public boolean countsUnclipped() {
      return true;
    }

    @Override
    public boolean staysInside() {
      return true;
    }
  },
  /// Our own: sides rounded, the box always inside the frame, so that λ̂ is λ but for rounding and
  /// E(λ̂) = ½.
  UNBIASED("unbiased") {
    @Override
    int side(double ideal) {
      return (int) Math.rint(ideal);
    }

    @Override
    int anchors(int dim, int side) {
      return dim - side + 1;
    }

    @Override
    int start(int anchor, int side) {
      return anchor;
    }

    @Override
    int end(int anchor, int side) {
      return anchor + side;
    }

    @Override
    public boolean staysInside() {
      return true;
    }
  };

  private final String id;

  BoxRule(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /// The box of a draw, not clipped. The centre is at (⌊u·W⌋, ⌊v·H⌋); where the box stays inside
  /// the frame, u and v choose among its places.
  public Box box(Draw draw, Frame frame) {
    double r = Math.sqrt(1 - draw.lambda());
    int width = side(frame.width() * r);
    int height = side(frame.height() * r);
    int x = anchor(draw.u(), anchors(frame.width(), width));
    int y = anchor(draw.v(), anchors(frame.height(), height));
    return new Box(start(x, width), start(y, height), end(x, width), end(y, height));
  }

  /// The same draw moved so that its box starts at (`x1`, `y1`), or as near as the rule lets it.
  public Draw moved(Draw draw, int x1, int y1, Frame frame) {
    double r = Math.sqrt(1 - draw.lambda());
    return draw.at(
        position(x1, frame.width(), side(frame.width() * r)),
        position(y1, frame.height(), side(frame.height() * r)));
  }

  /// The box of a draw with its centre at a pixel, or as near as the rule lets it; not clipped.
  Box around(int x, int y, Draw draw, Frame frame) {
    Box box = box(draw, frame);
    return box(moved(draw, x - box.width() / 2, y - box.height() / 2, frame), frame);
  }

  /// Whether a label that is not corrected by the pixels counts the box before it is clipped, as in
  /// keras-cv and kornia; it has λ as drawn else.
  public boolean countsUnclipped() {
    return false;
  }

  /// The λ that goes into the label where it is not corrected by the pixels.
  public double uncorrectedLambda(double lambda, Frame frame) {
    return countsUnclipped() ? ownShareOfUnclipped(lambda, frame) : lambda;
  }

  /// Whether boxes are meant to lie inside the frame, so that λ̂ is about λ. The others lie around
  /// a centre anywhere, and the border clips them.
  public boolean staysInside() {
    return false;
  }

  /// Whether λ alone decides how many pixels wide and high the box is before it is clipped, and all
  /// its places are equally likely.
  public boolean onGrid() {
    return true;
  }

  /// The share of the frame that is not in the box before it is clipped.
  private double ownShareOfUnclipped(double lambda, Frame frame) {
    double r = Math.sqrt(1 - lambda);
    long cut = (long) side(frame.width() * r) * side(frame.height() * r);
    return (double) (frame.pixels() - cut) / frame.pixels();
  }

  private double position(int wantedStart, int dim, int side) {
    int anchor = wantedStart - start(0, side);
    return (anchor + 0.5) / anchors(dim, side);
  }

  /// The whole-pixel side for the ideal one, `dim·r`.
  abstract int side(double ideal);

  /// How many places the position chooses from.
  int anchors(int dim, int side) {
    return dim;
  }

  /// The place that a position chooses.
  int anchor(double position, int anchors) {
    return (int) (position * anchors);
  }

  int start(int centre, int side) {
    return centre - side / 2;
  }

  int end(int centre, int side) {
    return centre + side / 2;
  }
}

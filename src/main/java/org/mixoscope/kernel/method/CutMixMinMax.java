package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Workspace;

/// CutMix with a box whose sides are drawn by themselves: timm's `cutmix_minmax`, after darknet.
///
/// Paper: none; CutMix is Yun et al. 2019. Formula: the height is uniform over the whole numbers
/// from `⌊m·H⌋` to `⌊M·H⌋ − 1`, the width likewise and independent, the place uniform over all
/// inside the frame (timm from 1.0.29 on); `λ̂ = 1 − h·w/(H·W)`.
///
/// What people get wrong: there is no λ to choose and no α, only the area of the box; the largest
/// side is not reached; timm refuses a frame in which `⌊m·H⌋ = ⌊M·H⌋`, here that is the side. timm
/// up to 1.0.28 never puts the box at the last row or column.
///
/// @param minSide m, the smallest side in sides of the frame, within [0, 1]
/// @param maxSide M, within [m, 1]
public record CutMixMinMax(double minSide, double maxSide) implements BoxMethod {
  private static final Parameter.Real MIN = Parameter.Real.within("min-side", "", 0.2, 0, 1);
  private static final Parameter.Real MAX = Parameter.Real.within("max-side", "", 0.8, 0, 1);

  /// The name of the method.
  public static final String ID = "cutmix-minmax";

  static final MethodType TYPE =
      new MethodType(
          ID,
          2,
          Set.of(Trait.POSITION, Trait.BOX, Trait.NOISE),
          List.of(MIN, MAX),
          s -> new CutMixMinMax(s.get(MIN), s.get(MAX)));

  /// @throws IllegalArgumentException if a side is out of range or the smallest above the largest
  public CutMixMinMax {
    Parameter.Real.requireOrdered(MIN, minSide, MAX, maxSide);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL.with(MIN, minSide).with(MAX, maxSide);
  }

  /// λ is that of the frame-free sides; whole pixels make it another.
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    double u = random.nextDouble();
    double v = random.nextDouble();
    long noise = random.nextLong();
    Sides sides = Sides.of(noise);
    double range = maxSide - minSide;
    double area = (minSide + range * sides.vertical) * (minSide + range * sides.horizontal);
    return new Draw(Math.clamp(1 - area, 0, 1), u, v, noise);
  }

  @Override
  public Box box(Draw draw, Frame frame) {
    if (draw.region() != null) {
      return draw.region().on(frame);
    }
    Sides sides = Sides.of(draw.noise());
    int height = side(sides.vertical, frame.height());
    int width = side(sides.horizontal, frame.width());
    int x = (int) (draw.u() * (frame.width() - width + 1));
    int y = (int) (draw.v() * (frame.height() - height + 1));
    return new Box(x, y, x + width, y + height);
  }

  @Override
  public Draw moved(Draw draw, int x1, int y1, Frame frame) {
    Box box = box(draw, frame);
    return draw.at(
        (x1 + 0.5) / (frame.width() - box.width() + 1),
        (y1 + 0.5) / (frame.height() - box.height() + 1));
  }

  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    return Patchwork.pair(inputs.frame(), box(draw, inputs.frame()));
  }

  /// The shortest side, in pixels of one of `dim`.
  public int least(int dim) {
    return (int) (dim * minSide);
  }

  /// One above the longest side, or the shortest itself where there is none between.
  public int bound(int dim) {
    return (int) (dim * maxSide);
  }

  /// Whether any whole number of pixels lies between, as timm requires.
  public boolean hasRoom(Frame frame) {
    return least(frame.height()) < bound(frame.height())
        && least(frame.width()) < bound(frame.width());
  }

  private int side(double at, int dim) {
    int choices = Math.max(bound(dim) - least(dim), 1);
    return least(dim) + (int) (at * choices);
  }

  /// Where between the smallest and the largest the sides of a box are, within [0, 1).
  private record Sides(double vertical, double horizontal) {
    static Sides of(long noise) {
      RandomGenerator random = RandomStreams.of(noise, 0, 0);
      return new Sides(random.nextDouble(), random.nextDouble());
    }
  }
}

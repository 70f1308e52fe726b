package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fill;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Workspace;

/// RandomErasing: a rectangle of random area and shape is taken out of A. Nothing but A is mixed,
/// and its label stays.
///
/// Paper: Zhong et al., "Random Erasing Data Augmentation", 2017. Formula: area `s ~ U(minArea,
/// maxArea)` of the frame, height : width `r` log-uniform within [`minAspect`, 1/`minAspect`],
/// sides `√(s·H·W·r)` and `√(s·H·W/r)` rounded, anywhere inside the frame; drawn anew, up to ten
/// times, until it is smaller than the frame both ways; `ỹ = y_A`. These are torchvision's and
/// timm's rules; the paper draws r evenly, takes areas up to 0.4 and repeats until it fits. How
/// often pictures are erased at all is the probability of a policy, ½ in the paper.
///
/// What people get wrong: r drawn evenly, so that lying rectangles are rarer than standing ones.
///
/// @param minArea the least area as a share of the frame, within [0, 1], at most `maxArea`
/// @param maxArea the greatest, within [0, 1]
/// @param minAspect the least ratio of the sides, within [0.05, 1]
/// @param fill what stands there; the paper takes random values
public record RandomErasing(double minArea, double maxArea, double minAspect, Fill fill)
    implements BoxMethod {
  private static final Parameter.Real LEAST = Parameter.Real.within("min-area", "", 0.02, 0, 1);
  private static final Parameter.Real MOST = Parameter.Real.within("max-area", "", 0.33, 0, 1);
  private static final Parameter.Real ASPECT =
      Parameter.Real.within("min-aspect", "", 0.3, 0.05, 1);
  private static final Parameter.Choice<Fill> FILL = new Parameter.Choice<>("fill", Fill.MEAN);
  static final MethodType TYPE =
      new MethodType(
          "random-erasing",
          1,
          Set.of(Trait.POSITION, Trait.BOX, Trait.NOISE),
          List.of(LEAST, MOST, ASPECT, FILL),
          s -> new RandomErasing(s.get(LEAST), s.get(MOST), s.get(ASPECT), s.get(FILL)));

  private static final int ATTEMPTS = 10;

  /// @throws IllegalArgumentException if a parameter is out of its range, or the least area above
  ///   the greatest
  public RandomErasing {
    Parameter.Real.requireOrdered(LEAST, minArea, MOST, maxArea);
    ASPECT.require(minAspect);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public boolean fillsLight() {
    return fill == Fill.NOISE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL
        .with(LEAST, minArea)
        .with(MOST, maxArea)
        .with(ASPECT, minAspect)
        .with(FILL, fill);
  }

  /// λ is that of the first attempt, before sides have whole pixels.
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    double u = random.nextDouble();
    double v = random.nextDouble();
    long noise = random.nextLong();
    return new Draw(1 - area(RandomStreams.of(noise, 0, 0).nextDouble()), u, v, noise);
  }

  private double area(double chance) {
    return minArea + chance * (maxArea - minArea);
  }

  @Override
  public Box box(Draw draw, Frame frame) {
    if (draw.region() != null) {
      return draw.region().on(frame);
    }
    RandomGenerator random = RandomStreams.of(draw.noise(), 0, 0);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      double area = area(random.nextDouble()) * frame.pixels();
      double aspect = StrictMath.exp((2 * random.nextDouble() - 1) * StrictMath.log(minAspect));
      int height = (int) Math.rint(Math.sqrt(area * aspect));
      int width = (int) Math.rint(Math.sqrt(area / aspect));
      if (height < frame.height() && width < frame.width()) {
        int x = (int) (draw.u() * (frame.width() - width + 1));
        int y = (int) (draw.v() * (frame.height() - height + 1));
        return new Box(x, y, x + width, y + height);
      }
    }
    return new Box(0, 0, 0, 0);
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

  @Override
  public Pixels filler(Draw draw, Pixels own, Frame whole) {
    return fill.of(own, box(draw, own.frame()), draw.noise(), whole);
  }
}

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
import org.mixoscope.kernel.Workspace;

/// Cutout: a square is taken out of A. Nothing but A is mixed, and its label stays.
///
/// Paper: DeVries, Taylor, "Improved Regularization of Convolutional Neural Networks with Cutout",
/// 2017. Formula: a square of `hole` times the shorter side around (⌊u·W⌋, ⌊v·H⌋), clipped by the
/// border; `ỹ = y_A`. The paper's 16 of 32 pixels for CIFAR-10 are a hole of 0.5, its 8 for
/// CIFAR-100 of 0.25.
///
/// What people get wrong: the square must be able to stick out of the frame, or the middle of the
/// picture is hidden too often; odd sides lose a pixel in the public code; and a square in zeros is
/// the mean colour only after pictures were normalised.
///
/// @param hole the side of the square in shorter sides of the frame, within [0, 2]
/// @param fill what stands there
public record Cutout(double hole, Fill fill) implements BoxMethod {
  private static final Parameter.Real HOLE = Parameter.Real.within("hole", "", 0.5, 0, 2);
  private static final Parameter.Choice<Fill> FILL = new Parameter.Choice<>("fill", Fill.MEAN);
  static final MethodType TYPE =
      new MethodType(
          "cutout",
          1,
          Set.of(Trait.POSITION, Trait.BOX, Trait.NOISE),
          List.of(HOLE, FILL),
          s -> new Cutout(s.get(HOLE), s.get(FILL)));

  /// @throws IllegalArgumentException if the hole is out of range
  public Cutout {
    HOLE.require(hole);
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
    return Settings.INITIAL.with(HOLE, hole).with(FILL, fill);
  }

  /// λ is that of a square frame which does not clip.
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(
        Math.max(0, 1 - hole * hole), random.nextDouble(), random.nextDouble(), random.nextLong());
  }

  @Override
  public Box box(Draw draw, Frame frame) {
    if (draw.region() != null) {
      return draw.region().on(frame);
    }
    int side = side(frame);
    int x = (int) (draw.u() * frame.width()) - side / 2;
    int y = (int) (draw.v() * frame.height()) - side / 2;
    return new Box(x, y, x + side, y + side);
  }

  private int side(Frame frame) {
    return (int) Math.round(hole * Math.min(frame.height(), frame.width()));
  }

  @Override
  public Draw moved(Draw draw, int x1, int y1, Frame frame) {
    int half = side(frame) / 2;
    return draw.at((x1 + half + 0.5) / frame.width(), (y1 + half + 0.5) / frame.height());
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

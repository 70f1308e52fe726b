package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.kernel.Workspace;

/// ResizeMix: the whole of B, made small, pasted into A, so that B's object is always there.
///
/// Paper: Qin et al., "ResizeMix: Mixing Data with Preserved Object Information and True Labels",
/// 2020. Formula: `τ ~ U(m, M)`, the sides of the box are τ of those of the frame; here λ = 1 − τ².
/// All of B is resized into what the border leaves of the box; `λ̂ = 1 − area`.
///
/// What people get wrong: τ is a side, not an area (from 0.1 to 0.8 means λ from 0.99 to 0.36);
/// height and width, swapped between the box and the pasting; resizing B to the whole box but
/// pasting it into the clipped one; boxes of no pixel in small frames.
///
/// @param minSide m, the smallest τ, within [0, 1]; the paper uses 0.1
/// @param maxSide M, within [m, 1]; the paper uses 0.8
/// @param rule how λ and the position become a box
/// @param resampling how B is made small; public code takes the nearest pixel or interpolates, the
///   mean of the area is the one without false patterns
public record ResizeMix(double minSide, double maxSide, BoxRule rule, Resampling resampling)
    implements BoxMethod {
  private static final Parameter.Real MIN = Parameter.Real.within("min-side", "", 0.1, 0, 1);
  private static final Parameter.Real MAX = Parameter.Real.within("max-side", "", 0.8, 0, 1);
  private static final Parameter.Choice<BoxRule> RULE =
      new Parameter.Choice<>("box-rule", BoxRule.LEGACY);
  private static final Parameter.Choice<Resampling> RESAMPLING =
      new Parameter.Choice<>("resampling", Resampling.AREA);
  static final MethodType TYPE =
      new MethodType(
          "resizemix",
          2,
          Set.of(Trait.LAMBDA, Trait.POSITION, Trait.BOX),
          List.of(MIN, MAX, RULE, RESAMPLING),
          s -> new ResizeMix(s.get(MIN), s.get(MAX), s.get(RULE), s.get(RESAMPLING)));

  /// @throws IllegalArgumentException if a side is out of range or the smallest above the largest
  public ResizeMix {
    Parameter.Real.requireOrdered(MIN, minSide, MAX, maxSide);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL
        .with(MIN, minSide)
        .with(MAX, maxSide)
        .with(RULE, rule)
        .with(RESAMPLING, resampling);
  }

  @Override
  public Draw draw(RandomGenerator random, int sources) {
    double side = minSide + (maxSide - minSide) * random.nextDouble();
    return new Draw(Math.clamp(1 - side * side, 0, 1), random.nextDouble(), random.nextDouble());
  }

  @Override
  public Box box(Draw draw, Frame frame) {
    return draw.region() == null ? rule.box(draw, frame) : draw.region().on(frame);
  }

  @Override
  public Draw moved(Draw draw, int x1, int y1, Frame frame) {
    return rule.moved(draw, x1, y1, frame);
  }

  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    Frame frame = inputs.frame();
    Box whole = Box.of(frame);
    Box box = box(draw, frame).clip(frame);
    return new Patchwork(
        frame, 2, List.of(new Patch(0, whole), new Patch(1, box, whole, resampling)));
  }
}

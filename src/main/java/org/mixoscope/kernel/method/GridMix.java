package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Workspace;

/// GridMix: a regular grid of A and B.
///
/// Paper: Baek, Bang, Shim, "GridMix: Strong regularization through local context mapping", 2021;
/// the code that goes by the name does something else, so there are two patterns. Formula: `λ ~
/// Beta(α, α)`, `x̃ = M⊙A + (1−M)⊙B` with M of [GridPattern], `λ̂ = mean(M)`.
///
/// What people get wrong: holes for 1 − λ of every square are holes for less of the frame, so the
/// label must follow λ̂; height and width, which the public code swaps, so that the grid of a frame
/// that is no square sticks out of it.
///
/// @param alpha α > 0
/// @param pattern which grid
/// @param cells n, how many cells or squares across, 1…32
public record GridMix(double alpha, GridPattern pattern, int cells) implements Method {
  private static final Parameter.Real ALPHA = Parameter.Real.alpha(1);
  private static final Parameter.Choice<GridPattern> PATTERN =
      new Parameter.Choice<>("grid", GridPattern.CELLS);
  private static final Parameter.Whole CELLS = new Parameter.Whole("cells", "n", 4, 1, 32);
  static final MethodType TYPE =
      new MethodType(
          "gridmix",
          2,
          Set.of(Trait.LAMBDA, Trait.POSITION, Trait.NOISE),
          List.of(ALPHA, PATTERN, CELLS),
          s -> new GridMix(s.get(ALPHA), s.get(PATTERN), s.get(CELLS)));

  /// @throws IllegalArgumentException if α is not a positive, finite number, or there are too few
  ///   or too many cells
  public GridMix {
    ALPHA.require(alpha);
    CELLS.require(cells);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL.with(ALPHA, alpha).with(PATTERN, pattern).with(CELLS, cells);
  }

  /// The position moves the part with [GridPattern#HOLES] only.
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(
        new Beta(alpha).sample(random),
        random.nextDouble(),
        random.nextDouble(),
        random.nextLong());
  }

  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    return pattern.composition(draw, cells, inputs.frame());
  }
}

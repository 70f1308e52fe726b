package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;

/// SaliencyMix: the box of B around what stands out most in B, pasted into A at the same place.
///
/// Paper: Uddin et al., "SaliencyMix: A Saliency Guided Data Augmentation Strategy for Better
/// Regularization", 2021. Formula: that of [CutMix], with the centre of the box at the largest
/// value of a saliency map of B; `λ ~ Beta(α, α)`, the paper takes α = 1; `λ̂ = mean(M)`.
///
/// What people get wrong: one map for a whole batch. The published code looks at the partner of the
/// first sample only and puts the box of all others there as well; this looks at every partner.
/// Salient things sit in the middle, so the border clips less than with CutMix, but still it does.
///
/// @param alpha α > 0; the paper uses 1
/// @param saliency how to find what stands out
/// @param rule how λ and the centre become a box; where it stays inside the frame, it is moved
///   there
public record SaliencyMix(double alpha, SaliencyMap saliency, BoxRule rule) implements Method {
  private static final Parameter.Real ALPHA = Parameter.Real.alpha(1);
  private static final Parameter.Choice<SaliencyMap> SALIENCY =
      new Parameter.Choice<>("saliency", SaliencyMap.SPECTRAL_RESIDUAL);
  private static final Parameter.Choice<BoxRule> RULE =
      new Parameter.Choice<>("box-rule", BoxRule.LEGACY);
  static final MethodType TYPE =
      new MethodType(
          "saliencymix",
          2,
          Set.of(Trait.LAMBDA, Trait.PICTURES),
          List.of(ALPHA, SALIENCY, RULE),
          s -> new SaliencyMix(s.get(ALPHA), s.get(SALIENCY), s.get(RULE)));

  /// @throws IllegalArgumentException if α is not a positive, finite number
  public SaliencyMix {
    ALPHA.require(alpha);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL.with(ALPHA, alpha).with(SALIENCY, saliency).with(RULE, rule);
  }

  /// The position is drawn, but the picture decides it.
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(new Beta(alpha).sample(random), random.nextDouble(), random.nextDouble());
  }

  /// @throws IllegalArgumentException if the pictures are not among the inputs
  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    if (inputs.originals().size() < 2) {
      throw new IllegalArgumentException(
          "saliencymix: needs the pictures, at least 2; there are " + inputs.originals().size());
    }
    Box box = box(draw, inputs.originals().get(1), inputs.frame(), workspace);
    return Patchwork.pair(inputs.frame(), box);
  }

  private Box box(Draw draw, Pixels partner, Frame frame, Workspace workspace) {
    Plane map = saliency.of(partner, workspace);
    int peak = map.peak();
    return rule.around(
        middle(peak % map.width(), map.width(), frame.width()),
        middle(peak / map.width(), map.height(), frame.height()),
        draw,
        frame);
  }

  /// The pixel in the middle of a cell.
  private static int middle(int cell, int cells, int pixels) {
    return (int) ((2L * cell + 1) * pixels / (2L * cells));
  }
}

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
import org.mixoscope.kernel.Workspace;

/// CutMix: a box of B pasted into A at the same place.
///
/// Paper: Yun et al., "CutMix: Regularization Strategy to Train Strong Classifiers with Localizable
/// Features", 2019. Formula: `x̃ = M⊙A + (1−M)⊙B` with M = 0 inside the box; its sides are `√(1−λ)`
/// of the frame's, `λ ~ Beta(α, α)`; `λ̂ = mean(M)`, `ỹ = λ̂·y_A + (1−λ̂)·y_B`.
///
/// What people get wrong: the border clips the box, so that λ̂ is mostly above λ (for α = 1 it is
/// 0.68 on average, not 0.5) and the label must follow λ̂; swapped height and width; odd sides that
/// lose a pixel.
///
/// @param alpha α > 0; the paper and most recipes use 1
/// @param rule how λ and the position become a box; [BoxRule#LEGACY] is what users train with
/// @param correctLambda whether the label follows the pixels (λ̂); if not, it follows what the
///   rule's framework would put there without correction, see [BoxRule#uncorrectedLambda]
public record CutMix(double alpha, BoxRule rule, boolean correctLambda) implements BoxMethod {
  private static final Parameter.Real ALPHA = Parameter.Real.alpha(1);
  private static final Parameter.Choice<BoxRule> RULE =
      new Parameter.Choice<>("box-rule", BoxRule.LEGACY);
  private static final Parameter.Flag CORRECT = new Parameter.Flag("correct-lambda", true);
  static final MethodType TYPE =
      new MethodType(
          "cutmix",
          2,
          Set.of(Trait.LAMBDA, Trait.POSITION, Trait.BOX),
          List.of(ALPHA, RULE, CORRECT),
          s -> new CutMix(s.get(ALPHA), s.get(RULE), s.get(CORRECT)));

  /// @throws IllegalArgumentException if α is not a positive, finite number
  public CutMix {
    ALPHA.require(alpha);
  }

  /// With torchvision's boxes and a label that follows the pixels.
  public CutMix(double alpha) {
    this(alpha, BoxRule.LEGACY, true);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL.with(ALPHA, alpha).with(RULE, rule).with(CORRECT, correctLambda);
  }

  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(new Beta(alpha).sample(random), random.nextDouble(), random.nextDouble());
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
    return Patchwork.pair(inputs.frame(), box(draw, inputs.frame()));
  }

  @Override
  public boolean labelFollowsPixels() {
    return correctLambda;
  }

  @Override
  public List<Double> labelWeights(Draw draw, Frame frame, List<Double> shares) {
    if (correctLambda) {
      return shares;
    }
    double lambda =
        draw.region() == null ? rule.uncorrectedLambda(draw.lambda(), frame) : draw.lambda();
    return List.of(lambda, 1 - lambda);
  }
}

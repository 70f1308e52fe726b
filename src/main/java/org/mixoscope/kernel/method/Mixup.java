package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Workspace;

/// Mixup: the whole of A and the whole of B, laid over each other.
///
/// Paper: Zhang, Cissé, Dauphin, Lopez-Paz, "mixup: Beyond Empirical Risk Minimization", 2018.
/// Formula: `x̃ = λ·A + (1−λ)·B`, `ỹ = λ·y_A + (1−λ)·y_B`, `λ ~ Beta(α, α)`.
///
/// What people get wrong: another λ or another partner for the label than for the pixels; class
/// ids, not one-hot vectors, multiplied by λ; drawing one of the two labels at random.
///
/// @param alpha α > 0. Below 1 most mixes are nearly pure, at 1 every λ is as likely, above 1 λ
///   gathers at ½. ImageNet recipes use 0.1…0.8, CIFAR 1
public record Mixup(double alpha) implements Method {
  private static final Parameter.Real ALPHA = Parameter.Real.alpha(1);
  static final MethodType TYPE =
      new MethodType(
          "mixup",
          2,
          Set.of(Trait.LAMBDA, Trait.BLENDS),
          List.of(ALPHA),
          s -> new Mixup(s.get(ALPHA)));

  /// @throws IllegalArgumentException if α is not a positive, finite number
  public Mixup {
    ALPHA.require(alpha);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL.with(ALPHA, alpha);
  }

  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(new Beta(alpha).sample(random), random.nextDouble(), random.nextDouble());
  }

  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    return Blend.pair(inputs.frame(), draw.lambda());
  }
}

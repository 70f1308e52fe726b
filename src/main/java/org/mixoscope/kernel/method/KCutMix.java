package org.mixoscope.kernel.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Dirichlet;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Workspace;

/// CutMix of several: boxes of B, C, … pasted into A at the same place, one after another.
///
/// Paper: none; it is CutMix (Yun et al. 2019) with the Dirichlet distribution. Formula: `w ~
/// Dirichlet(α, …, α)`; the box of source j is that of CutMix with `λⱼ = 1 − wⱼ/(w₀+…+wⱼ)`, so that
/// later boxes leave about wⱼ of the frame to it, rather less, for boxes overlap most in the
/// middle; `ỹ = Σₖ ŵₖ·yₖ`, where ŵₖ is the share of the pixels that show source k in the end.
///
/// What people get wrong: the label. Those who multiply the λ of one box after the other, or add up
/// areas, give weight to pixels that nobody sees.
///
/// @param alpha α > 0
/// @param rule how λⱼ and a position become a box
public record KCutMix(double alpha, BoxRule rule) implements Method {
  private static final Parameter.Real ALPHA = Parameter.Real.alpha(1);
  private static final Parameter.Choice<BoxRule> RULE =
      new Parameter.Choice<>("box-rule", BoxRule.LEGACY);
  static final MethodType TYPE =
      new MethodType(
          "k-cutmix",
          MethodType.MOST_SOURCES,
          Set.of(Trait.LAMBDA, Trait.POSITION, Trait.POINT, Trait.NOISE),
          List.of(ALPHA, RULE),
          s -> new KCutMix(s.get(ALPHA), s.get(RULE)));

  /// @throws IllegalArgumentException if α is not a positive, finite number
  public KCutMix {
    ALPHA.require(alpha);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL.with(ALPHA, alpha).with(RULE, rule);
  }

  /// For two sources the draw of [CutMix].
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    List<Double> weights = new Dirichlet(alpha, TYPE.mixed(sources)).sample(random);
    double u = random.nextDouble();
    double v = random.nextDouble();
    return new Draw(weights, u, v, weights.size() > 2 ? random.nextLong() : 0, null);
  }

  /// The draw's position is that of the first box, its noise gives those of the others.
  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    Frame frame = inputs.frame();
    List<Double> weights = draw.weights();
    List<Patch> patches = new ArrayList<>();
    patches.add(new Patch(0, Box.of(frame)));
    RandomGenerator random = RandomStreams.of(draw.noise(), 0, 0);
    double before = draw.lambda();
    for (int k = 1; k < weights.size(); k++) {
      double u = k == 1 ? draw.u() : random.nextDouble();
      double v = k == 1 ? draw.v() : random.nextDouble();
      double weight = weights.get(k);
      double lambda = weight == 0 ? 1 : before / (before + weight);
      patches.add(new Patch(k, rule.box(new Draw(lambda, u, v), frame).clip(frame)));
      before += weight;
    }
    return new Patchwork(frame, weights.size(), patches);
  }
}

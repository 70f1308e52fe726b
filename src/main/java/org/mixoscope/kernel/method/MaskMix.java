package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;

/// Mixing by a given mask: white keeps A, black shows B, grey blends.
///
/// Formula: `x̃ = A⊙M + B⊙(1−M)`, M within [0, 1]; label weights are mean(M) and 1 − mean(M). What
/// people get wrong: giving the mix the label of B alone, or dividing by the area of the mask.
public record MaskMix() implements Method {
  static final MethodType TYPE =
      new MethodType("mask", 2, Set.of(Trait.MASK, Trait.BLENDS), List.of(), s -> new MaskMix());

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL;
  }

  /// Nothing is random: λ is a placeholder that the mask's mean replaces.
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(0.5, 0.5, 0.5);
  }

  /// @throws IllegalArgumentException if the mask is missing, has more than one channel, or weights
  ///   outside [0, 1]
  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    Pixels mask = mask(inputs);
    float[] weights = workspace.floats("mask", Math.toIntExact(mask.frame().pixels()));
    mask.units(weights, workspace);
    return new Matte(inputs.frame(), List.of(weights));
  }

  /// The mean of the mask: nothing is kept.
  @Override
  public List<Double> shares(Draw draw, Inputs inputs, Workspace workspace) {
    double share = mask(inputs).mean(workspace);
    return List.of(share, 1 - share);
  }

  private static Pixels mask(Inputs inputs) {
    Pixels mask = inputs.mask();
    if (mask == null || mask.channels() != 1) {
      throw new IllegalArgumentException(
          "mask = %s: needs a picture of one channel".formatted(mask));
    }
    return mask;
  }
}

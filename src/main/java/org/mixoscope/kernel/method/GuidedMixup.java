package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Workspace;

/// GuidedMixup: every pixel blends A and B by how much each stands out there.
///
/// Paper: Kang, Kim, "GuidedMixup: An Efficient Mixup Strategy Guided by Saliency Maps", 2023, the
/// variant without a network (Guided-SR). Formula: `M = s_A / (s_A + s_B)` with s a saliency map,
/// blurred by a bell of σ = 3 pixels on 7×7 and divided by its sum; `x̃ = M⊙A + (1−M)⊙B`, `λ̂ =
/// mean(M)`, `ỹ = λ̂·y_A + (1−λ̂)·y_B`.
///
/// What people get wrong: λ is not drawn at all, the pictures decide it, so that the label must be
/// taken from the mask of this pair; maps that are not brought to the same sum, so that the picture
/// with more contrast always wins. Where nothing stands out in either picture, both count alike.
///
/// @param saliency how to find what stands out; the paper uses the spectral residual
public record GuidedMixup(SaliencyMap saliency) implements Method {
  private static final Parameter.Choice<SaliencyMap> SALIENCY =
      new Parameter.Choice<>("saliency", SaliencyMap.SPECTRAL_RESIDUAL);
  static final MethodType TYPE =
      new MethodType(
          "guidedmixup",
          2,
          Set.of(Trait.PICTURES, Trait.BLENDS),
          List.of(SALIENCY),
          s -> new GuidedMixup(s.get(SALIENCY)));

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL.with(SALIENCY, saliency);
  }

  /// Nothing is random: λ is a placeholder that the mean of the matte replaces.
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(0.5, 0.5, 0.5);
  }

  /// @throws IllegalArgumentException if the pictures are not among the inputs
  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    requirePictures(inputs);
    float[] weights = workspace.floats("guided.weights", Math.toIntExact(inputs.frame().pixels()));
    int width = inputs.frame().width();
    List<Double> shares =
        weigh(
            inputs,
            workspace,
            (y, row) -> System.arraycopy(row, 0, weights, Math.multiplyExact(y, width), width));
    return new Matte(inputs.frame(), List.of(weights), shares);
  }

  @Override
  public List<Double> shares(Draw draw, Inputs inputs, Workspace workspace) {
    requirePictures(inputs);
    return weigh(inputs, workspace, (y, row) -> {});
  }

  private static void requirePictures(Inputs inputs) {
    if (inputs.originals().size() < 2) {
      throw new IllegalArgumentException(
          "guidedmixup: needs the pictures, at least 2; there are " + inputs.originals().size());
    }
  }

  private interface Rows {
    void take(int y, float[] weightsOfA);
  }

  /// @param rows gets the weights of A, row by row
  /// @return the mean weights
  private List<Double> weigh(Inputs inputs, Workspace workspace, Rows rows) {
    Frame frame = inputs.frame();
    StandingOut a = standingOut("guided.a", inputs, 0, workspace);
    StandingOut b = standingOut("guided.b", inputs, 1, workspace);
    float[] own = workspace.floats("guided.own", frame.width());
    float[] other = workspace.floats("guided.other", frame.width());
    double total = 0;
    for (int y = 0; y < frame.height(); y++) {
      a.fill(y, own);
      b.fill(y, other);
      for (int x = 0; x < own.length; x++) {
        float sum = own[x] + other[x];
        own[x] = sum > 0 ? own[x] / sum : 0.5f;
        total += own[x];
      }
      rows.take(y, own);
    }
    double share = total / frame.pixels();
    return List.of(share, 1 - share);
  }

  private StandingOut standingOut(String name, Inputs inputs, int source, Workspace workspace) {
    return new StandingOut(name, saliency, inputs.originals().get(source), inputs, workspace);
  }
}

package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Workspace;

/// SmoothMix: B shows through a Gaussian spot in A, without an edge.
///
/// Paper: Lee et al., "SmoothMix: a Simple Yet Effective Data Augmentation to Train Robust
/// Classifiers", 2020. Formula: `x̃ = (1−G)⊙A + G⊙B` with `G = exp(−½·((x−cx)/(σ·W))² −
/// ½·((y−cy)/(σ·H))²)`, centre (⌊u·W⌋, ⌊v·H⌋), σ uniform within [`sigmaLow`, `sigmaHigh`]; `λ̂ = 1
/// − mean(G)`. In a frame that is not square the spot is an ellipse of the frame's proportions, so
/// that its share does not depend on them.
///
/// λ of the draw is uniform and places σ: `σ = sigmaHigh − λ·(sigmaHigh − sigmaLow)`. So a larger λ
/// is a smaller spot and more of A, but λ̂ is another number, and λ = 1 is not the whole of A.
///
/// What people get wrong: the labels changed over. OpenMixup sets λ = mean(G) and gives that to A.
///
/// @param sigmaLow the least σ, as a share of the sides, within [0.01, 2], at most `sigmaHigh`
/// @param sigmaHigh the greatest σ, within [0.01, 2]
public record SmoothMix(double sigmaLow, double sigmaHigh) implements Method {
  private static final Parameter.Real LOW = Parameter.Real.within("sigma-low", "σ₁", 0.25, 0.01, 2);
  private static final Parameter.Real HIGH =
      Parameter.Real.within("sigma-high", "σ₂", 0.5, 0.01, 2);
  static final MethodType TYPE =
      new MethodType(
          "smoothmix",
          2,
          Set.of(Trait.LAMBDA, Trait.POSITION, Trait.POINT, Trait.BLENDS),
          List.of(LOW, HIGH),
          s -> new SmoothMix(s.get(LOW), s.get(HIGH)));

  /// @throws IllegalArgumentException if a σ is out of its range, or the least above the greatest
  public SmoothMix {
    Parameter.Real.requireOrdered(LOW, sigmaLow, HIGH, sigmaHigh);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL.with(LOW, sigmaLow).with(HIGH, sigmaHigh);
  }

  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(random.nextDouble(), random.nextDouble(), random.nextDouble());
  }

  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    Frame frame = inputs.frame();
    double sigma = sigma(draw);
    float[] across = bell("smoothmix.across", frame.width(), draw.u(), sigma, workspace);
    float[] down = bell("smoothmix.down", frame.height(), draw.v(), sigma, workspace);
    float[] weights = workspace.floats("smoothmix.weights", Math.toIntExact(frame.pixels()));
    float[] row = workspace.floats("smoothmix.row", across.length);
    for (int y = 0; y < down.length; y++) {
      fade(down[y], across, row);
      System.arraycopy(row, 0, weights, y * row.length, row.length);
    }
    return new Matte(frame, List.of(weights));
  }

  /// One row: with an offset in one of the arrays the compiler does not vectorise the loop.
  private static void fade(float height, float[] bell, float[] weights) {
    for (int x = 0; x < bell.length; x++) {
      weights[x] = 1 - height * bell[x];
    }
  }

  /// The mean of a product is the product of the means.
  @Override
  public List<Double> shares(Draw draw, Inputs inputs, Workspace workspace) {
    Frame frame = inputs.frame();
    double spot =
        mean(bell("smoothmix.across", frame.width(), draw.u(), sigma(draw), workspace))
            * mean(bell("smoothmix.down", frame.height(), draw.v(), sigma(draw), workspace));
    return List.of(1 - spot, spot);
  }

  private double sigma(Draw draw) {
    return sigmaHigh - draw.lambda() * (sigmaHigh - sigmaLow);
  }

  private static double mean(float[] bell) {
    double sum = 0;
    for (float value : bell) {
      sum += value;
    }
    return sum / bell.length;
  }

  private static float[] bell(
      String name, int side, double position, double sigma, Workspace workspace) {
    float[] bell = workspace.floats(name, side);
    int centre = (int) (position * side);
    for (int i = 0; i < side; i++) {
      double distance = (i - centre) / (sigma * side);
      bell[i] = (float) StrictMath.exp(-distance * distance / 2);
    }
    return bell;
  }
}

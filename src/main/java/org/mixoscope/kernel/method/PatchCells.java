package org.mixoscope.kernel.method;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Workspace;

/// Patch cells: random square cells of B in A, as large as the tokens of a vision transformer, so
/// that every token is of one picture.
///
/// Papers: Zhao et al., "MixPro: Data Augmentation with MaskMix and Progressive Attention Labeling
/// for Vision Transformer", 2023, whose MaskMix this is; Liu et al., "TokenMix", 2022, takes fewer,
/// larger blocks of such cells. Formula: `λ ~ Beta(α, α)`; of n cells of p×p pixels
/// `round((1−λ)·n)` by chance are B's; `λ̂ = mean(M)`.
///
/// What people get wrong: a coin for each cell, so that the share of B is itself random; cells that
/// do not lie on the tokens, so that a token mixes both pictures. At the right and lower border of
/// a frame that p does not divide cells are smaller, and the label counts their pixels.
///
/// @param alpha α > 0; MixPro uses 1
/// @param side p, pixels, 4…512: a multiple of the patch of the transformer, mostly 16
public record PatchCells(double alpha, int side) implements Method {
  private static final Parameter.Real ALPHA = Parameter.Real.alpha(1);
  private static final Parameter.Whole SIDE = new Parameter.Whole("cell-px", "p", 16, 4, 512);
  static final MethodType TYPE =
      new MethodType(
          "patch-cells",
          2,
          Set.of(Trait.LAMBDA, Trait.NOISE),
          List.of(ALPHA, SIDE),
          s -> new PatchCells(s.get(ALPHA), s.get(SIDE)));

  /// @throws IllegalArgumentException if α is not a positive, finite number, or the side out of
  ///   range
  public PatchCells {
    ALPHA.require(alpha);
    SIDE.require(side);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL.with(ALPHA, alpha).with(SIDE, side);
  }

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
    Frame frame = inputs.frame();
    float[] weights = workspace.floats("cells.weights", Math.toIntExact(frame.pixels()));
    Arrays.fill(weights, 1);
    List<Double> shares =
        choose(
            draw,
            inputs.whole(),
            workspace,
            (x1, y1, x2, y2) -> clear(x1, y1, x2, y2, inputs.whole(), frame, weights));
    return new Matte(frame, List.of(weights), shares);
  }

  @Override
  public List<Double> shares(Draw draw, Inputs inputs, Workspace workspace) {
    return choose(draw, inputs.whole(), workspace, (x1, y1, x2, y2) -> {});
  }

  private interface Cells {
    void take(int x1, int y1, int x2, int y2);
  }

  /// @param ofB gets the cells of B, in any order
  /// @return the shares, exact
  private List<Double> choose(Draw draw, Frame frame, Workspace workspace, Cells ofB) {
    int columns = Math.ceilDiv(frame.width(), side);
    int[] cells = workspace.ints("cells", Math.ceilDiv(frame.height(), side) * columns);
    Arrays.setAll(cells, cell -> cell);
    RandomGenerator random = RandomStreams.of(draw.noise(), 0, 0);
    int count = (int) Math.round((1 - draw.lambda()) * cells.length);
    long area = 0;
    for (int i = 0; i < count; i++) {
      int j = i + (int) (random.nextDouble() * (cells.length - i));
      int x1 = cells[j] % columns * side;
      int y1 = cells[j] / columns * side;
      int x2 = Math.min(x1 + side, frame.width());
      int y2 = Math.min(y1 + side, frame.height());
      cells[j] = cells[i];
      area += (long) (x2 - x1) * (y2 - y1);
      ofB.take(x1, y1, x2, y2);
    }
    double share = (double) (frame.pixels() - area) / frame.pixels();
    return List.of(share, 1 - share);
  }

  /// Gives a cell of the whole to B in a frame that stands for it: edges move to the nearest pixel.
  private static void clear(
      int x1, int y1, int x2, int y2, Frame whole, Frame frame, float[] weights) {
    int left = edge(x1, whole.width(), frame.width());
    int right = edge(x2, whole.width(), frame.width());
    int bottom = edge(y2, whole.height(), frame.height());
    for (int y = edge(y1, whole.height(), frame.height()); y < bottom; y++) {
      Arrays.fill(weights, y * frame.width() + left, y * frame.width() + right, 0);
    }
  }

  private static int edge(int edge, int whole, int side) {
    return (int) Math.round((double) edge * side / whole);
  }
}

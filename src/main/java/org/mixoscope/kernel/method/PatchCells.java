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
/// @param side p, pixels, 1…512: a multiple of the patch of the transformer, mostly 16
public record PatchCells(double alpha, int side) implements Method {
  private static final Parameter.Real ALPHA = Parameter.Real.alpha(1);
  private static final Parameter.Whole SIDE = new Parameter.Whole("cell-px", "p", 16, 1, 512);
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
    int columns = (frame.width() + side - 1) / side;
    int rows = (frame.height() + side - 1) / side;
    int[] cells = workspace.ints("cells", Math.multiplyExact(rows, columns));
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] = cell;
    }
    float[] weights = workspace.floats("cells.weights", Math.toIntExact(frame.pixels()));
    Arrays.fill(weights, 1);
    RandomGenerator random = RandomStreams.of(draw.noise(), 0, 0);
    int ofB = (int) Math.round((1 - draw.lambda()) * cells.length);
    long cleared = 0;
    for (int i = 0; i < ofB; i++) {
      int j = i + (int) (random.nextDouble() * (cells.length - i));
      int cell = cells[j];
      cells[j] = cells[i];
      cleared += clear(cell % columns * side, cell / columns * side, frame, weights);
    }
    double share = (double) (frame.pixels() - cleared) / frame.pixels();
    return new Matte(frame, List.of(weights), List.of(share, 1 - share));
  }

  /// Gives the cell with this corner to B.
  private int clear(int x1, int y1, Frame frame, float[] weights) {
    int x2 = Math.min(x1 + side, frame.width());
    int y2 = Math.min(y1 + side, frame.height());
    for (int y = y1; y < y2; y++) {
      Arrays.fill(weights, y * frame.width() + x1, y * frame.width() + x2, 0);
    }
    return (x2 - x1) * (y2 - y1);
  }
}

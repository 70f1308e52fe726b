package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Dirichlet;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Workspace;

/// PieceMix: up to eight pictures, each cut into the same grid of pieces, mixed piece by piece.
///
/// Paper: none; it is CutMix (Yun et al. 2019) with many pieces in place of one box. Formula: `w ~
/// Dirichlet(α, …, α)`; of m pieces source k gives mₖ ≈ wₖ·m, `Σₖ mₖ = m`, at places by chance; `ỹ
/// = Σₖ ŵₖ·yₖ` with ŵₖ the share of the pixels that show source k.
///
/// What people get wrong: dividing α or m by k in whole numbers. `⌊α/k⌋` is 0 for α < k, all
/// weights are then 0, and normalised they are 0/0. Shares of pixels sum to 1 whatever was drawn.
///
/// @param alpha α > 0
/// @param pieces m, 2…256: a grid of m cells, as near to a square of cells as m allows (12 is 4×3),
///   with more of them along the longer side of the frame
public record PieceMix(double alpha, int pieces) implements Method {
  private static final Parameter.Real ALPHA = Parameter.Real.alpha(1);
  private static final Parameter.Whole PIECES = new Parameter.Whole("pieces", "m", 16, 2, 256);
  static final MethodType TYPE =
      new MethodType(
          "piecemix",
          MethodType.MOST_SOURCES,
          Set.of(Trait.LAMBDA, Trait.NOISE),
          List.of(ALPHA, PIECES),
          s -> new PieceMix(s.get(ALPHA), s.get(PIECES)));

  /// @throws IllegalArgumentException if α is not a positive, finite number, or there are too few
  ///   or too many pieces
  public PieceMix {
    ALPHA.require(alpha);
    PIECES.require(pieces);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL.with(ALPHA, alpha).with(PIECES, pieces);
  }

  @Override
  public Draw draw(RandomGenerator random, int sources) {
    List<Double> weights = new Dirichlet(alpha, TYPE.mixed(sources)).sample(random);
    return new Draw(weights, random.nextDouble(), random.nextDouble(), random.nextLong(), null);
  }

  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    Frame frame = inputs.frame();
    int few = (int) Math.sqrt(pieces);
    while (pieces % few != 0) {
      few--;
    }
    int many = pieces / few;
    boolean upright = frame.height() > frame.width();
    Pieces grid = upright ? new Pieces(many, few) : new Pieces(few, many);
    return grid.composition(frame, draw.weights(), draw.noise());
  }
}

package org.mixoscope.kernel.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.kernel.Workspace;

/// RICAP, random image cropping and patching: a crop from anywhere in each of four pictures, in
/// four tiles around a point. Of three pictures A has two tiles, of two each has two.
///
/// Paper: Takahashi, Matsubara, Uehara, "RICAP: Random Image Cropping and Patching Data
/// Augmentation for Deep CNNs", 2018. Formula: `x = ⌊x'·W⌉`, `x' ~ Beta(β, β)`, y likewise; every
/// crop has the size of its tile and is uniform over all that lie in the picture; `ỹ = Σₖ ŵₖ·yₖ`
/// with ŵₖ the area of the tiles of source k.
///
/// What people get wrong: the label of the point as drawn, not as rounded to pixels; crops from the
/// place of the tile, which shows no picture's far side.
///
/// @param beta β > 0; the paper uses 0.3: the point is mostly near a border, and one picture rules
public record Ricap(double beta) implements Method {
  private static final double BELOW_ONE = Math.nextDown(1.0);
  private static final Parameter.Real BETA =
      Parameter.Real.positive("beta", "β", 0.3, new Parameter.Span(0.05, 32, true));
  static final MethodType TYPE =
      new MethodType(
          "ricap",
          Quadrants.TILES,
          Set.of(Trait.POSITION, Trait.POINT, Trait.NOISE),
          List.of(BETA),
          s -> new Ricap(s.get(BETA)));

  /// @throws IllegalArgumentException if β is not a positive, finite number
  public Ricap {
    BETA.require(beta);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL.with(BETA, beta);
  }

  /// The position is the point itself.
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    Beta border = new Beta(beta);
    double u = Math.min(border.sample(random), BELOW_ONE);
    double v = Math.min(border.sample(random), BELOW_ONE);
    Quadrants quadrants = new Quadrants(TYPE.mixed(sources));
    return new Draw(quadrants.weights(u, v), u, v, random.nextLong(), null);
  }

  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    Frame frame = inputs.frame();
    Quadrants quadrants = new Quadrants(draw.weights().size());
    List<Box> boxes = Quadrants.around(draw, frame);
    RandomGenerator random = RandomStreams.of(draw.noise(), 0, 0);
    List<Patch> patches = new ArrayList<>();
    for (int tile = 0; tile < boxes.size(); tile++) {
      Box box = boxes.get(tile);
      Box crop = crop(box, frame, random.nextDouble(), random.nextDouble());
      if (!box.isEmpty()) {
        patches.add(new Patch(quadrants.owner(tile), box, crop, Resampling.NEAREST));
      }
    }
    return new Patchwork(frame, quadrants.sources(), patches);
  }

  /// A box of the same size elsewhere in the frame.
  private static Box crop(Box box, Frame frame, double u, double v) {
    int x = (int) (u * (frame.width() - box.width() + 1));
    int y = (int) (v * (frame.height() - box.height() + 1));
    return new Box(x, y, x + box.width(), y + box.height());
  }
}

package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.Slic.Segments;

/// SuperpixelMix: parts of B whose edges follow what B shows, pasted into A at the same places.
///
/// Papers: Franchi et al., "Robust Semantic Segmentation with Superpixel-Mix", 2021; the grid of
/// superpixels of "SuperpixelGridMix", arXiv 2512.00130, 2025. Formula: `λ ~ Beta(α, α)`; of the
/// [Slic] segments of B each stays A's with probability λ, by a coin of its own; `x̃ = M⊙A +
/// (1−M)⊙B`, `λ̂ = mean(M)`.
///
/// What people get wrong: the label takes λ, or the number of segments, but segments differ in size
/// and a few coins are far from their mean. Only the pixels know.
///
/// @param alpha α > 0
/// @param segments n, about how many segments there are, 2…1024
/// @param compactness m, how much nearness counts beside colour, within [1, 100]: the larger, the
///   more like squares
public record SuperpixelMix(double alpha, int segments, double compactness) implements Method {
  private static final Parameter.Real ALPHA = Parameter.Real.alpha(1);
  private static final Parameter.Whole SEGMENTS = new Parameter.Whole("segments", "n", 64, 2, 1024);
  private static final Parameter.Real COMPACTNESS =
      Parameter.Real.within("compactness", "m", 10, 1, 100);
  static final MethodType TYPE =
      new MethodType(
          "superpixelmix",
          2,
          Set.of(Trait.LAMBDA, Trait.NOISE, Trait.PICTURES),
          List.of(ALPHA, SEGMENTS, COMPACTNESS),
          s -> new SuperpixelMix(s.get(ALPHA), s.get(SEGMENTS), s.get(COMPACTNESS)));

  /// @throws IllegalArgumentException if a parameter is out of its range
  public SuperpixelMix {
    ALPHA.require(alpha);
    SEGMENTS.require(segments);
    COMPACTNESS.require(compactness);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL
        .with(ALPHA, alpha)
        .with(SEGMENTS, segments)
        .with(COMPACTNESS, compactness);
  }

  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(
        new Beta(alpha).sample(random),
        random.nextDouble(),
        random.nextDouble(),
        random.nextLong());
  }

  /// @throws IllegalArgumentException if the pictures are not among the inputs
  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    Segments found = segments(inputs, workspace);
    float[] own = own(draw, found, workspace);
    Frame frame = inputs.frame();
    float[] weights = workspace.floats("superpixels.weights", Math.toIntExact(frame.pixels()));
    for (int y = 0; y < frame.height(); y++) {
      int row = found.row(y, frame.height()) * found.width();
      for (int x = 0; x < frame.width(); x++) {
        int segment = found.labels()[row + found.column(x, frame.width())];
        weights[y * frame.width() + x] = own[segment];
      }
    }
    return new Matte(frame, List.of(weights), shares(found, own, inputs.whole()));
  }

  @Override
  public List<Double> shares(Draw draw, Inputs inputs, Workspace workspace) {
    Segments found = segments(inputs, workspace);
    return shares(found, own(draw, found, workspace), inputs.whole());
  }

  private Segments segments(Inputs inputs, Workspace workspace) {
    List<Pixels> pictures = inputs.originals();
    if (pictures.size() < 2) {
      throw new IllegalArgumentException(
          "superpixelmix: needs the pictures, at least 2; there are " + pictures.size());
    }
    return Slic.of(pictures.get(1), segments, compactness, workspace);
  }

  /// 1 for the segments that stay A's, 0 for the others. One that is A's stays A's as λ grows.
  private static float[] own(Draw draw, Segments found, Workspace workspace) {
    float[] own = workspace.floats("superpixels.own", found.count());
    RandomGenerator random = RandomStreams.of(draw.noise(), 0, 0);
    for (int segment = 0; segment < own.length; segment++) {
      own[segment] = random.nextDouble() < draw.lambda() ? 1 : 0;
    }
    return own;
  }

  /// Exact: by the pixels of the whole frame that a cell stands for.
  private static List<Double> shares(Segments found, float[] own, Frame whole) {
    int[] columns = new int[found.width()];
    for (int x = 0; x < whole.width(); x++) {
      columns[found.column(x, whole.width())]++;
    }
    long pixels = 0;
    for (int y = 0; y < whole.height(); y++) {
      int row = found.row(y, whole.height()) * found.width();
      for (int column = 0; column < columns.length; column++) {
        pixels += own[found.labels()[row + column]] == 0 ? 0 : columns[column];
      }
    }
    double share = (double) pixels / whole.pixels();
    return List.of(share, 1 - share);
  }
}

package org.mixoscope.app.state;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.mixoscope.dataset.Measure;
import org.mixoscope.image.Scale;
import org.mixoscope.image.Window;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// Which numbers there are, in what they stand for.
///
/// @param all from the least to the largest of the pictures that are mixed
/// @param most without the lowest and the highest two percent of them
/// @param bins how many numbers of the mix, as it is shown, lie in each part of `all`; what lies
///   beyond is in the last one there
public record Spread(Window all, Window most, List<Integer> bins) {
  private static final int BINS = 128;
  private static final double PERCENT = 2;

  /// Of more numbers only so many are sorted, at even distances.
  private static final int MOST_SORTED = 1 << 22;

  /// Keeps a copy.
  public Spread {
    bins = List.copyOf(bins);
  }

  /// Mixes once more: slow for a large frame.
  ///
  /// @param ready of more than eight bits
  /// @throws IllegalArgumentException if they cannot be mixed
  public static Spread of(Recipe recipe, Prepared ready, Measure measure) {
    Scale scale = measure.scale();
    List<Pixels> sources = ready.full().sources().subList(0, recipe.mixedSources().size());
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Pixels source : sources) {
      for (long i = 0; i < source.elements(); i++) {
        double value = scale.of(source.number(i));
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    Window all = low > high ? new Window(0, 0) : new Window(low, high);
    long count = sources.stream().mapToLong(Pixels::elements).sum();
    long step = Math.max(1, Math.ceilDiv(count, MOST_SORTED));
    double[] sampled =
        sources.stream().flatMapToDouble(source -> every(step, source, scale)).toArray();
    Mix mix = ready.mix(recipe, new Workspace());
    Pixels mixed = mix.outcome().mix(recipe.blending(), ready.screen());
    return new Spread(all, Window.within(PERCENT, sampled), bins(mixed, scale, all));
  }

  private static DoubleStream every(long step, Pixels source, Scale scale) {
    return LongStream.range(0, Math.ceilDiv(source.elements(), step))
        .mapToDouble(i -> scale.of(source.number(i * step)))
        .filter(Double::isFinite);
  }

  private static List<Integer> bins(Pixels mixed, Scale scale, Window all) {
    int[] counts = new int[BINS];
    double width = all.high() - all.low();
    for (long i = 0; i < mixed.elements(); i++) {
      double value = scale.of(mixed.number(i));
      if (Double.isFinite(value)) {
        double place = width == 0 ? 0 : (value - all.low()) / width * BINS;
        counts[(int) Math.clamp(place, 0, BINS - 1)]++;
      }
    }
    return Arrays.stream(counts).boxed().toList();
  }
}

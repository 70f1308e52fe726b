package org.mixoscope.app.state;

import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// What is to be known of one pixel of the frame. Its neighbours are not computed, however large
/// the frame is.
///
/// @param sources of every source that is mixed, 1×1; the last may be what the method fills in
/// @param mixed 1×1
/// @param weights one for each source
/// @param exact false where weights, and with them the mixed pixel, are those of a preview
/// @param passing whether the sources, too, are those of a preview: of a clip that plays
public record PixelReading(
    List<Pixels> sources, Pixels mixed, List<Double> weights, boolean exact, boolean passing) {

  static PixelReading of(Recipe recipe, Prepared ready, Mix mix, int y, int x) {
    Outcome shown = mix.outcome();
    boolean filled = shown.filler() != null;
    if (ready.isPassing() && !filled) {
      return passing(recipe, ready, mix.composition(), y, x);
    }
    Outcome full = filled ? recipe.mix(ready.full()).outcome() : shown;
    List<Pixels> sources = full.sources(ready.full().sources());
    List<Pixels> pixels = sources.stream().map(source -> source.pixelAt(y, x)).toList();
    int n = ready.reduction().n();
    if (mix.composition() instanceof Matte matte && n > 1) {
      List<Double> weights = weights(matte, y / n, x / n);
      List<Pixels> small = ready.inputs().sources().subList(0, pixels.size());
      Pixels mixed =
          matte.moved().isEmpty()
              ? Mixer.pixelAt(matte.at(y / n, x / n), recipe.blending(), pixels, 0, 0)
              : Mixer.pixelAt(matte, recipe.blending(), small, y / n, x / n);
      return new PixelReading(pixels, mixed, weights, false, false);
    }
    Composition whole =
        n == 1 || filled
            ? full.composition()
            : recipe.method().compose(recipe.draw(), ready.full(), new Workspace());
    Pixels mixed = Mixer.pixelAt(whole, recipe.blending(), sources, y, x);
    return new PixelReading(pixels, mixed, weights(whole, y, x), true, false);
  }

  /// All of what is shown: to look closer would take as long as a frame of the screen.
  private static PixelReading passing(
      Recipe recipe, Prepared ready, Composition shown, int y, int x) {
    int n = ready.reduction().n();
    List<Pixels> sources = ready.inputs().sources().subList(0, shown.sources());
    List<Pixels> pixels = sources.stream().map(source -> source.pixelAt(y / n, x / n)).toList();
    Pixels mixed = Mixer.pixelAt(shown, recipe.blending(), sources, y / n, x / n);
    return new PixelReading(pixels, mixed, weights(shown, y / n, x / n), false, true);
  }

  private static List<Double> weights(Composition composition, int y, int x) {
    return IntStream.range(0, composition.sources())
        .mapToObj(k -> composition.weightAt(k, y, x))
        .toList();
  }
}

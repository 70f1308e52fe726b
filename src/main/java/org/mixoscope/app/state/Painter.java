package org.mixoscope.app.state;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.dataset.Measure;
import org.mixoscope.image.Window;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.recipe.Recipe;

/// Paints what the screen shows. All of it is mixing: a view of the weights mixes plain colours, a
/// highlight mixes the other sources paled.
final class Painter {
  private static final int PALE = 0x8C8C8C;
  private static final double KEPT = 0.3;

  private final Workspace workspace = new Workspace(Runtime.getRuntime().availableProcessors());
  private List<Pixels> colours = List.of();
  private @Nullable Paled paled;
  private @Nullable Pixels deep;

  /// Sources, and the same without much of their colour.
  ///
  /// @param number of the grey
  private record Paled(List<Pixels> sources, double number, List<Pixels> pale) {}

  /// @param highlight a source that stands out, or anything else
  /// @param out of the frame's size, BGRA. Modified
  void paint(
      View view, Highlight highlight, Prepared ready, Outcome outcome, Recipe recipe, Pixels out) {
    if (view instanceof View.Alone(int k)) {
      Pixels alone = ready.screen().get(Math.min(k, ready.screen().size() - 1));
      if (ready.measure() == null) {
        Mixer.mix(new Blend(out.frame(), List.of(1.0)), Blending.SRGB, List.of(alone), out);
      }
      ready.show(recipe, alone, out);
      return;
    }
    boolean isMix = view.equals(View.MIXED);
    Composition composition = outcome.composition();
    List<Pixels> all =
        isMix ? outcome.sources(ready.screen()) : colours(ready, composition.sources());
    List<Pixels> sources = all;
    if (highlight instanceof Highlight.Source(int k) && k < sources.size()) {
      List<Pixels> pale = paled(ready, all, isMix ? grey(ready, recipe) : PALE & 0xFF);
      sources =
          IntStream.range(0, composition.sources())
              .mapToObj(i -> i == k ? all.get(i) : pale.get(i))
              .toList();
    }
    if (isMix && ready.measure() != null) {
      Pixels mixed = room(ready);
      Mixer.mix(composition, recipe.blending(), sources, mixed, workspace);
      ready.show(recipe, mixed, out);
    } else {
      Mixer.mix(composition, recipe.blending(), sources, out, workspace);
    }
  }

  /// Used again for the same pictures: a mix that is dragged allocates nothing.
  private Pixels room(Prepared ready) {
    Pixels known = deep;
    Pixels like = ready.screen().getFirst();
    if (known == null
        || !known.frame().equals(like.frame())
        || !PixelKind.of(known).equals(PixelKind.of(like))) {
      known = like.allocateLike();
      deep = known;
    }
    return known;
  }

  /// What pales a picture: of more than eight bits the number that the window shows so.
  private static double grey(Prepared ready, Recipe recipe) {
    Measure measure = ready.measure();
    if (measure == null) {
      return PALE & 0xFF;
    }
    Window window = measure.window(recipe);
    double part = (double) (PALE & 0xFF) / ElementType.UINT8.white();
    double value = window.low() + part * (window.high() - window.low());
    double number = (value - measure.scale().intercept()) / measure.scale().slope();
    ElementType type = ready.screen().getFirst().type();
    return type.isWhole() ? Math.clamp(Math.rint(number), 0, type.white()) : number;
  }

  /// A picture of its colour for every source, made once for a frame.
  private List<Pixels> colours(Prepared ready, int count) {
    if (colours.size() != count || !colours.getFirst().frame().equals(ready.inputs().frame())) {
      colours =
          IntStream.range(0, count).mapToObj(k -> ready.uniform(SourceColour.of(k).rgb())).toList();
    }
    return colours;
  }

  /// Made once for the same pictures and grey.
  private List<Pixels> paled(Prepared ready, List<Pixels> sources, double number) {
    Paled known = paled;
    if (known == null || !known.sources().equals(sources) || known.number() != number) {
      Pixels grey = uniform(ready, sources.getFirst(), number);
      Blend blend = new Blend(grey.frame(), List.of(KEPT, 1 - KEPT));
      known =
          new Paled(
              sources,
              number,
              sources.stream().map(source -> Mixer.mix(blend, List.of(source, grey))).toList());
      paled = known;
    }
    return known.pale();
  }

  private static Pixels uniform(Prepared ready, Pixels like, double number) {
    if (like.type() == ElementType.UINT8) {
      return ready.uniform(PALE);
    }
    Pixels grey = like.allocateLike();
    grey.fill((float) number);
    return grey;
  }
}

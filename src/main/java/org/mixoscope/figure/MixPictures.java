package org.mixoscope.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Measure;
import org.mixoscope.dataset.annotated.Marks;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// The pictures of a mix with what stands below them: sources, mix, weights.
///
/// @param measure what is shown of numbers of more than eight bits; null of eight
/// @param marks what is where in the sources, to be drawn over them and the mix; null for nothing
record MixPictures(
    Recipe recipe,
    Mix mix,
    Inputs inputs,
    @Nullable Measure measure,
    @Nullable Marks marks,
    Type type) {
  private static final int PAIR = 2;

  /// More values have no room below a picture.
  private static final int MOST_CLASSES = 4;

  /// Those that a style has, in their order.
  List<Picture> of(FigureStyle style) {
    int count = mix.outcome().pictures();
    List<Pixels> sources = inputs.sources().subList(0, count);
    List<Picture> pictures = new ArrayList<>();
    if (style.has(Panel.SOURCES)) {
      for (int k = 0; k < count; k++) {
        String sign = k + 1 < count ? "+" : style.has(Panel.MIX) ? "→" : "";
        pictures.add(new Picture(shown(sources.get(k)), caption(k), sign).with(layer(k), type));
      }
    }
    if (style.has(Panel.MIX)) {
      Pixels mixed = mix.outcome().mix(recipe.blending(), sources);
      pictures.add(new Picture(shown(mixed), lambdas(), "").with(layer(), type));
    }
    if (style.has(Panel.WEIGHTS)) {
      Phrase caption = type.muted(type.word("weights"));
      pictures.add(new Picture(weights(mix.composition()), List.of(caption), ""));
    }
    return pictures;
  }

  private Pixels shown(Pixels numbers) {
    return Measure.shown(measure, recipe, numbers);
  }

  private @Nullable MarkLayer layer(int k) {
    return marks == null || !marks.known().get(k)
        ? null
        : new MarkLayer(marks.targets().get(k), marks.names(), k);
  }

  private @Nullable MarkLayer layer() {
    return marks == null
        ? null
        : new MarkLayer(mix.outcome().target(marks.targets()), marks.names(), -1);
  }

  /// Letter and class; for a pair, the label too.
  private List<Phrase> caption(int k) {
    Source source = recipe.sources().get(k);
    Phrase called =
        source.isLabelled()
            ? type.plain(type.className(recipe, source.className()))
            : type.muted(type.word("class.none"));
    Phrase name = type.bold(Ink.letter(k) + "  ", type.paper().ofSource(k)).and(called);
    boolean isShort =
        recipe.mixedSources().size() <= PAIR && recipe.classes().size() <= MOST_CLASSES;
    if (!isShort || !source.isLabelled()) {
      return List.of(name);
    }
    List<String> label =
        Arrays.stream(recipe.label(k))
            .mapToObj(v -> String.format(Locale.ROOT, "%.2f", v))
            .toList();
    return List.of(name, type.muted(label.toString()));
  }

  /// λ where it is drawn and one number says it, and λ̂.
  private List<Phrase> lambdas() {
    Phrase effective = type.quantity("λ̂", mix.effectiveLambda());
    return recipe.method().type().uses(Trait.LAMBDA) && recipe.draw().weights().size() == PAIR
        ? List.of(type.quantity("λ", recipe.draw().lambda()), effective)
        : List.of(effective);
  }

  /// Every source as a plain sheet of its colour, mixed like the pictures.
  private static Pixels weights(Composition composition) {
    List<Pixels> colours =
        IntStream.range(0, composition.sources())
            .mapToObj(k -> uniform(composition.frame(), Ink.ofSource(k)))
            .toList();
    return Mixer.mix(composition, Blending.SRGB, colours);
  }

  private static Pixels uniform(Frame frame, int rgb) {
    byte[] bytes = new byte[Math.toIntExact(frame.pixels() * 3)];
    for (int i = 0; i < bytes.length; i += 3) {
      bytes[i] = (byte) (rgb >> 16);
      bytes[i + 1] = (byte) (rgb >> 8);
      bytes[i + 2] = (byte) rgb;
    }
    return Pixels.of(bytes, frame, 3);
  }
}

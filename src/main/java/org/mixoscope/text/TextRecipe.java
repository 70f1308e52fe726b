package org.mixoscope.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.batch.Weights;
import org.mixoscope.kernel.method.MethodType;

/// Everything needed to make the same mixed text and the same label again: what
/// [org.mixoscope.recipe.Recipe] is to pictures, with the same draws of the same streams.
///
/// @param method how to mix
/// @param draw what was drawn, perhaps edited by hand since
/// @param seed key of the random stream
/// @param index which draw of the seed this is, from 0
/// @param sources A, B and perhaps more, 2…8; a method for fewer mixes the first of them
/// @param smoothing label smoothing ε within [0, 1)
public record TextRecipe(
    TextMethod method,
    Draw draw,
    long seed,
    long index,
    List<TextSource> sources,
    double smoothing) {
  /// @throws IllegalArgumentException if there are fewer than two sources or more than eight, the
  ///   draw has a box or weights for others than those mixed, the index is negative or the
  ///   smoothing out of range
  public TextRecipe {
    sources = List.copyOf(sources);
    requireCount(sources.size());
    int mixed = method.type().mixed(sources.size());
    if (draw.weights().size() != mixed) {
      throw new RefusedException(
          TextReason.WEIGHTS.of(draw.weights().size(), method.type().id(), mixed));
    }
    if (draw.region() != null) {
      throw new RefusedException(TextReason.BOX.of());
    }
    if (index < 0) {
      throw new RefusedException(KernelReason.TOO_SMALL.of("index", index, 0));
    }
    SoftLabels.requireSmoothing(smoothing);
  }

  /// The first draw of a seed, with plain one-hot labels.
  public static TextRecipe of(TextMethod method, long seed, List<TextSource> sources) {
    requireCount(sources.size());
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0), sources.size());
    return new TextRecipe(method, draw, seed, 0, sources, 0);
  }

  /// The draw with this index of the seed's stream, in place of the present one.
  public TextRecipe drawn(long newIndex) {
    Draw drawn = method.draw(RandomStreams.of(seed, 0, newIndex), sources.size());
    return new TextRecipe(method, drawn, seed, newIndex, sources, smoothing);
  }

  /// The first draw of another seed.
  public TextRecipe seeded(long newSeed) {
    return new TextRecipe(method, draw, newSeed, 0, sources, smoothing).drawn(0);
  }

  /// Another draw, edited by hand.
  public TextRecipe with(Draw newDraw) {
    return new TextRecipe(method, newDraw, seed, index, sources, smoothing);
  }

  /// Another method or setting. A draw that was edited by hand stays; otherwise this draw of the
  /// seed is drawn again by the new method.
  public TextRecipe retuned(TextMethod newMethod) {
    Draw same = draw.forSources(newMethod.type().mixed(sources.size()));
    return redrawnLike(new TextRecipe(newMethod, same, seed, index, sources, smoothing));
  }

  /// Another text or class for source k.
  public TextRecipe with(int k, TextSource source) {
    List<TextSource> changed = new ArrayList<>(sources);
    changed.set(k, source);
    return withSources(changed);
  }

  /// Other sources. If the method now mixes more or fewer of them, the draw follows as for
  /// pictures.
  public TextRecipe withSources(List<TextSource> newSources) {
    requireCount(newSources.size());
    int mixed = method.type().mixed(newSources.size());
    TextRecipe changed =
        new TextRecipe(method, draw.forSources(mixed), seed, index, newSources, smoothing);
    return mixed == draw.weights().size() ? changed : redrawnLike(changed);
  }

  /// B as A and A as B.
  public TextRecipe swapped() {
    List<TextSource> changed = new ArrayList<>(sources);
    Collections.swap(changed, 0, 1);
    return withSources(changed);
  }

  /// Another label smoothing.
  public TextRecipe withSmoothing(double epsilon) {
    return new TextRecipe(method, draw, seed, index, sources, epsilon);
  }

  /// A changed recipe with this draw of its seed, if ours was that; one edited by hand stays.
  private TextRecipe redrawnLike(TextRecipe changed) {
    return equals(drawn(index)) ? changed.drawn(index) : changed;
  }

  /// The sources that the method mixes: the first ones.
  public List<TextSource> mixedSources() {
    return sources.subList(0, method.type().mixed(sources.size()));
  }

  /// The distinct names of the classes of the sources that are mixed, in their order: what the
  /// label vector is over.
  public List<String> classes() {
    return mixedSources().stream()
        .filter(TextSource::isLabelled)
        .map(TextSource::className)
        .distinct()
        .toList();
  }

  /// The sources that are mixed, cut into words.
  ///
  /// @throws RefusedException if one has no word or is too long; the message has its letter
  public List<Passage> passages() {
    return IntStream.range(0, mixedSources().size())
        .mapToObj(k -> Passage.of(Character.toString('A' + k), sources.get(k).text()))
        .toList();
  }

  /// Makes the recipe definite.
  ///
  /// @throws RefusedException if a text has no word or is too long
  public MixedText mix() {
    return mix(passages());
  }

  /// Makes the recipe definite.
  ///
  /// @param passages its own, as [#passages] gives them
  public MixedText mix(List<Passage> passages) {
    TextComposition composition = method.compose(draw, passages);
    return new MixedText(composition, classes(), label(composition.shares()));
  }

  /// The label in which every source has a given weight; those without a label have none, and the
  /// weights of the others are divided by their sum.
  private List<Double> label(List<Double> weights) {
    List<String> classes = classes();
    if (classes.isEmpty()) {
      return List.of();
    }
    List<double[]> labels = mixedSources().stream().map(one -> alone(one, classes)).toList();
    Weights labelled = new Weights(weights, weights).labelled(k -> sources.get(k).isLabelled());
    return Arrays.stream(SoftLabels.mix(labels, labelled.label())).boxed().toList();
  }

  private double[] alone(TextSource source, List<String> classes) {
    return source.isLabelled()
        ? SoftLabels.oneHot(classes.indexOf(source.className()), classes.size(), smoothing)
        : new double[classes.size()];
  }

  private static void requireCount(int sources) {
    if (sources < 2 || sources > MethodType.MOST_SOURCES) {
      throw new RefusedException(TextReason.SOURCES.of(sources, 2, MethodType.MOST_SOURCES));
    }
  }
}

package org.mixoscope.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;

/// Everything needed to make the same picture and the same label again. The whole editable state of
/// the app: undo, presets, shared text, an exported PNG and a command line are all recipes.
///
/// @param method how to mix
/// @param draw what was drawn, perhaps edited by hand since
/// @param seed key of the random stream
/// @param index which draw of the seed this is, from 0; the next draw has the next index
/// @param sources A and B
/// @param mask location of the mask for methods that mix by one, else null
/// @param frame the frame of the mix; null for the size of A
/// @param fit how pictures of another size are brought to the frame
/// @param blending in which light values are blended
/// @param smoothing label smoothing ε within [0, 1)
public record Recipe(
    Method method,
    Draw draw,
    long seed,
    long index,
    List<Source> sources,
    @Nullable String mask,
    @Nullable Frame frame,
    Fit fit,
    Blending blending,
    double smoothing) {

  /// The largest frame, 100 megapixels: as large as the largest picture that is read by default.
  public static final long MAX_FRAME_PIXELS = 100_000_000;

  /// @throws IllegalArgumentException if there are not two sources, the index is negative, the mask
  ///   blank, the frame too large or the smoothing out of range
  public Recipe {
    sources = List.copyOf(sources);
    if (sources.size() != 2) {
      throw new IllegalArgumentException("sources = " + sources.size() + ": must be two");
    }
    if (index < 0) {
      throw new IllegalArgumentException("index = " + index + ": must be at least 0");
    }
    if (frame != null && frame.pixels() > MAX_FRAME_PIXELS) {
      throw new IllegalArgumentException("frame = " + frame + ": larger than 100 megapixels");
    }
    if (mask != null && mask.isBlank()) {
      throw new IllegalArgumentException("mask: needs a file or sample");
    }
    SoftLabels.requireSmoothing(smoothing);
  }

  /// The first draw of a seed, everything else at its default: A's frame, cover, plain one-hot.
  public static Recipe of(Method method, long seed, Source a, Source b) {
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0));
    return new Recipe(
        method, draw, seed, 0, List.of(a, b), null, null, Fit.COVER, Blending.SRGB, 0);
  }

  /// The draw with this index of the seed's stream, in place of the present one.
  public Recipe drawn(long newIndex) {
    return with(method.draw(RandomStreams.of(seed, 0, newIndex)), newIndex);
  }

  /// The first draw of another seed.
  public Recipe seeded(long newSeed) {
    return new Recipe(method, draw, newSeed, 0, sources, mask, frame, fit, blending, smoothing)
        .drawn(0);
  }

  /// Another draw, edited by hand.
  public Recipe with(Draw newDraw) {
    return with(newDraw, index);
  }

  /// The same draw applied by another method.
  public Recipe with(Method newMethod) {
    return new Recipe(newMethod, draw, seed, index, sources, mask, frame, fit, blending, smoothing);
  }

  /// Another method or setting. A draw that was edited by hand stays; otherwise this draw of the
  /// seed is drawn again by the new method.
  public Recipe retuned(Method newMethod) {
    Recipe retuned = with(newMethod);
    return equals(drawn(index)) ? retuned.drawn(index) : retuned;
  }

  /// Another picture or class for source k.
  public Recipe with(int k, Source source) {
    List<Source> changed = new ArrayList<>(sources);
    changed.set(k, source);
    return withSources(changed);
  }

  /// B as A and A as B.
  public Recipe swapped() {
    return withSources(sources.reversed());
  }

  /// Other sources.
  public Recipe withSources(List<Source> newSources) {
    return new Recipe(method, draw, seed, index, newSources, mask, frame, fit, blending, smoothing);
  }

  /// Another mask.
  public Recipe withMask(@Nullable String newMask) {
    return new Recipe(method, draw, seed, index, sources, newMask, frame, fit, blending, smoothing);
  }

  /// Another frame (null for the size of A) and fit.
  public Recipe with(@Nullable Frame newFrame, Fit newFit) {
    return new Recipe(
        method, draw, seed, index, sources, mask, newFrame, newFit, blending, smoothing);
  }

  /// Another light to blend in.
  public Recipe with(Blending newBlending) {
    return new Recipe(method, draw, seed, index, sources, mask, frame, fit, newBlending, smoothing);
  }

  /// Another label smoothing.
  public Recipe withSmoothing(double epsilon) {
    return new Recipe(method, draw, seed, index, sources, mask, frame, fit, blending, epsilon);
  }

  /// The distinct class names, in the order of their sources: what the label vector is over.
  public List<String> classes() {
    return sources.stream().map(Source::className).distinct().toList();
  }

  /// The label vector of one source alone: one-hot over [#classes], smoothed.
  public double[] label(int k) {
    List<String> classes = classes();
    int index = classes.indexOf(sources.get(k).className());
    return SoftLabels.oneHot(index, classes.size(), smoothing);
  }

  /// Makes the recipe definite: the composition and the soft label.
  ///
  /// @throws IllegalArgumentException if the method needs an input that is not there
  public Mix mix(Inputs inputs) {
    Composition composition = method.compose(draw, inputs);
    List<Double> weights = method.labelWeights(draw, composition);
    double[] label = SoftLabels.mix(List.of(label(0), label(1)), weights);
    return new Mix(composition, composition.shares(), weights, classes(), boxed(label));
  }

  private Recipe with(Draw newDraw, long newIndex) {
    return new Recipe(
        method, newDraw, seed, newIndex, sources, mask, frame, fit, blending, smoothing);
  }

  private static List<Double> boxed(double[] values) {
    List<Double> list = new ArrayList<>(values.length);
    for (double value : values) {
      list.add(value);
    }
    return Collections.unmodifiableList(list);
  }
}

package org.mixoscope.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.course.Course;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.FMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.profile.Convention;

/// Everything needed to make the same picture and the same label again. The whole editable state of
/// the app: undo, presets, shared text, an exported PNG and a command line are all recipes.
///
/// @param method how to mix
/// @param draw what was drawn, perhaps edited by hand since
/// @param seed key of the random stream
/// @param index which draw of the seed this is, from 0; the next draw has the next index
/// @param sources A, B and perhaps more, 2…8; a method for fewer mixes the first of them
/// @param mask location of the mask for methods that mix by one, else null
/// @param frame the frame of the mix; null for the size of A
/// @param fit how pictures of another size are brought to the frame
/// @param blending in which light values are blended
/// @param smoothing label smoothing ε within [0, 1)
/// @param kind what all pictures are brought to before they are mixed, and what the mix is: 1 or 3
///   channels, of any type of elements
/// @param window which numbers of more than eight bits are shown, from black to white; null for
///   those that the files say. It changes no number of the mix
/// @param along how the draw runs over the frames of clips; null for pictures
/// @param decoding how large pictures are decoded for the frame; it has no say where that is the
///   size of A
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
    double smoothing,
    PixelKind kind,
    @Nullable Levels window,
    @Nullable Course along,
    Decoding decoding) {

  /// The largest frame, 100 megapixels: as large as the largest picture that is read by default.
  public static final long MAX_FRAME_PIXELS = 100_000_000;

  /// @throws IllegalArgumentException if there are fewer than two sources or more than eight, the
  ///   draw has weights for others than those mixed, the index is negative, the mask blank, the
  ///   frame too large, the smoothing out of range, the kind none of those, or the course none for
  ///   the method
  public Recipe {
    sources = List.copyOf(sources);
    requireCount(sources.size());
    int weights = method.type().weights(sources.size());
    if (draw.weights().size() != weights) {
      throw new RefusedException(
          RecipeReason.WEIGHTS.of(draw.weights().size(), method.type(), weights));
    }
    if (index < 0) {
      throw new RefusedException(KernelReason.TOO_SMALL.of("index", index, 0));
    }
    if (frame != null && frame.pixels() > MAX_FRAME_PIXELS) {
      throw new RefusedException(RecipeReason.FRAME_TOO_LARGE.of(frame));
    }
    if (mask != null && mask.isBlank()) {
      throw new RefusedException(RecipeReason.NO_MASK.of());
    }
    SoftLabels.requireSmoothing(smoothing);
    if (kind.channels() != 1 && kind.channels() != 3) {
      throw new RefusedException(KernelReason.NO_SUCH_VALUE.of("channels", kind.channels(), 1, 3));
    }
    if (along != null) {
      along.type().require(method);
    }
  }

  /// The first draw of a seed, everything else at its default: A's frame, cover, plain one-hot,
  /// colour of eight bits.
  public static Recipe of(Method method, long seed, Source a, Source b) {
    return of(method, seed, List.of(a, b));
  }

  /// Like the form for a pair, with any number of sources.
  public static Recipe of(Method method, long seed, List<Source> sources) {
    requireCount(sources.size());
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0), sources.size());
    return new Recipe(
        method,
        draw,
        seed,
        0,
        sources,
        null,
        null,
        Fit.COVER,
        Blending.SRGB,
        0,
        PixelKind.RGB8,
        null,
        null,
        Decoding.EXACT);
  }

  /// The draw with this index of the seed's stream, in place of the present one.
  public Recipe drawn(long newIndex) {
    RandomGenerator random = RandomStreams.of(seed, 0, newIndex);
    Recipe drawn = with(method.draw(random, sources.size()), newIndex);
    return along == null ? drawn : drawn.with(along.type().draw(method, sources.size(), random));
  }

  /// Refuses what only light can be: blending in linear light, and noise in what is taken out.
  ///
  /// @throws IllegalArgumentException if it is one of both
  public void requireNoLight() {
    Objection needing = needingLight();
    if (needing != null) {
      throw new RefusedException(needing);
    }
  }

  /// As a recipe of clips: with the course of this kind that the seed draws here, behind what it
  /// draws of a picture.
  ///
  /// @throws IllegalArgumentException if it is none for the method
  public Recipe along(CourseType type) {
    type.require(method);
    RandomGenerator random = RandomStreams.of(seed, 0, index);
    method.draw(random, sources.size());
    return with(type.draw(method, sources.size(), random));
  }

  /// With another course; null for pictures.
  public Recipe with(@Nullable Course newAlong) {
    return changed(d -> d.along = newAlong);
  }

  /// The recipe of one frame of a clip, which is a picture. A recipe without a course is the same
  /// in all frames.
  ///
  /// @param t which frame, within [0, frames)
  /// @param frames how many there are
  public Recipe at(int t, int frames) {
    return along == null ? this : with((Course) null).with(along.at(draw, t, frames));
  }

  /// The first draw of another seed.
  public Recipe seeded(long newSeed) {
    return changed(
            d -> {
              d.seed = newSeed;
              d.index = 0;
            })
        .drawn(0);
  }

  /// As a framework does it: its method and label smoothing, and what it draws for this seed.
  ///
  /// @param smoothing ε of the framework
  /// @param pixels the frame that is mixed: some draw boxes by its pixels
  /// @throws IllegalArgumentException if the frame is too small for what the framework draws
  public Recipe as(Convention convention, double smoothing, Frame pixels) {
    Recipe tuned = with(convention.method()).withSmoothing(smoothing);
    return tuned.with(convention.first(seed, pixels, tuned.draw.weights().size()), 0);
  }

  /// Another draw, edited by hand.
  public Recipe with(Draw newDraw) {
    return with(newDraw, index);
  }

  /// The same draw applied by another method.
  public Recipe with(Method newMethod) {
    Draw same = draw.forSources(newMethod.type().weights(sources.size()));
    Course kept = along != null && along.type().suits(newMethod) ? along : null;
    return changed(
        d -> {
          d.method = newMethod;
          d.draw = same;
          d.along = kept;
        });
  }

  /// Another method or setting. A draw that was edited by hand stays; otherwise this draw of the
  /// seed is drawn again by the new method.
  public Recipe retuned(Method newMethod) {
    return redrawnLike(with(newMethod));
  }

  /// A method of another kind, with the settings of the present one where both have the same.
  public Recipe retuned(MethodType type) {
    return retuned(type.like(method));
  }

  /// A changed recipe with this draw of its seed, if ours was that; one edited by hand stays.
  private Recipe redrawnLike(Recipe changed) {
    return equals(drawn(index)) ? changed.drawn(index) : changed;
  }

  /// Another picture or class for source k.
  public Recipe with(int k, Source source) {
    List<Source> changed = new ArrayList<>(sources);
    changed.set(k, source);
    return withSources(changed);
  }

  /// B as A and A as B.
  public Recipe swapped() {
    List<Source> changed = new ArrayList<>(sources);
    Collections.swap(changed, 0, 1);
    return withSources(changed);
  }

  /// Other sources. If the method now mixes more or fewer of them, the draw follows: it is drawn
  /// again, or, if it was edited by hand, adapted.
  public Recipe withSources(List<Source> newSources) {
    requireCount(newSources.size());
    int mixed = method.type().weights(newSources.size());
    Recipe changed =
        changed(
            d -> {
              d.draw = draw.forSources(mixed);
              d.sources = newSources;
            });
    return mixed == draw.weights().size() ? changed : redrawnLike(changed);
  }

  /// The sources that the method mixes: the first ones.
  public List<Source> mixedSources() {
    return sources.subList(0, method.type().mixed(sources.size()));
  }

  /// Another mask.
  public Recipe withMask(@Nullable String newMask) {
    return changed(d -> d.mask = newMask);
  }

  /// The same pictures at other places.
  ///
  /// @param place from the location of a source or mask to where it is now
  public Recipe moved(UnaryOperator<String> place) {
    Recipe changed = mask == null ? this : withMask(place.apply(mask));
    return changed.withSources(sources.stream().map(source -> moved(source, place)).toList());
  }

  private static Source moved(Source source, UnaryOperator<String> place) {
    String annotation = source.annotation();
    return new Source(
        place.apply(source.location()),
        source.className(),
        annotation == null ? null : place.apply(annotation),
        source.soft());
  }

  /// Another frame (null for the size of A) and fit.
  public Recipe with(@Nullable Frame newFrame, Fit newFit) {
    return changed(
        d -> {
          d.frame = newFrame;
          d.fit = newFit;
        });
  }

  /// Another light to blend in.
  public Recipe with(Blending newBlending) {
    return changed(d -> d.blending = newBlending);
  }

  /// Another label smoothing.
  public Recipe withSmoothing(double epsilon) {
    return changed(d -> d.smoothing = epsilon);
  }

  /// Pictures of another kind.
  public Recipe with(PixelKind newKind) {
    return changed(d -> d.kind = newKind);
  }

  /// With large pictures decoded in another way.
  public Recipe with(Decoding newDecoding) {
    return changed(d -> d.decoding = newDecoding);
  }

  /// Shown through another window.
  public Recipe withWindow(@Nullable Levels newWindow) {
    return changed(d -> d.window = newWindow);
  }

  /// The distinct names of the classes of the sources that are mixed, in their order: what the
  /// label vector is over.
  public List<String> classes() {
    return labels().classes();
  }

  /// The label vector of one source alone over [#classes], one-hot unless it is soft, smoothed; all
  /// 0 if it has no label. The source must be one that is mixed.
  public double[] label(int k) {
    return labels().label(k);
  }

  private SourceLabels labels() {
    return new SourceLabels(mixedSources(), smoothing);
  }

  /// Why numbers that are no light cannot be mixed so; null where they are light or need not be.
  public @Nullable Objection lackingLight() {
    return kind.type().isWhole() ? null : needingLight();
  }

  private @Nullable Objection needingLight() {
    if (blending == Blending.LINEAR_LIGHT) {
      return RecipeReason.NO_LIGHT.of(blending.id());
    }
    return method.fillsLight() ? RecipeReason.NO_LIGHT_TO_FILL.of(method.type()) : null;
  }

  /// Why what it draws has no room in a frame; null where it has.
  public @Nullable Objection lackingRoom(Frame mixed) {
    return method instanceof FMix fmix ? fmix.lackingRoom(draw, mixed) : null;
  }

  /// Makes the recipe definite in memory of its own.
  ///
  /// @throws IllegalArgumentException if the method needs an input that is not there
  public Mix mix(Inputs inputs) {
    return mix(inputs, new Workspace());
  }

  /// Makes the recipe definite: the composition and the soft label.
  ///
  /// @param inputs with all sources; those that the method does not mix are ignored
  /// @param workspace memory to work in; the composition may lie in it. Modified
  /// @throws IllegalArgumentException if the method needs an input that is not there
  public Mix mix(Inputs inputs, Workspace workspace) {
    return mix(Outcome.of(method, draw, inputs, workspace));
  }

  /// What a composition of this recipe does to the label.
  public Mix mix(Composition composition) {
    return mix(Outcome.of(method, draw, composition));
  }

  private Mix mix(Outcome outcome) {
    Outcome labelled = outcome.labelled(k -> sources.get(k).isLabelled());
    return new Mix(labelled, classes(), label(labelled.weights().label()));
  }

  /// The label in which every source that is mixed has a given weight; those without a label have
  /// none, and the weights of the others are divided by their sum.
  public List<Double> label(List<Double> weights) {
    return labels().label(weights);
  }

  /// A copy that differs in what a change says.
  private Recipe changed(Consumer<RecipeDraft> change) {
    RecipeDraft draft = new RecipeDraft(this);
    change.accept(draft);
    return draft.recipe();
  }

  private Recipe with(Draw newDraw, long newIndex) {
    return changed(
        d -> {
          d.draw = newDraw;
          d.index = newIndex;
        });
  }

  private static void requireCount(int sources) {
    if (sources < 2 || sources > MethodType.MOST_SOURCES) {
      throw new RefusedException(RecipeReason.SOURCES.of(sources, 2, MethodType.MOST_SOURCES));
    }
  }
}

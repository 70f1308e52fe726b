package org.mixoscope.app.state;

import java.lang.foreign.ValueLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.dataset.Measure;
import org.mixoscope.dataset.SourceReader.Marked;
import org.mixoscope.dataset.annotated.Marks;
import org.mixoscope.image.Conversion;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// Pictures brought to the frame, as they are written to files, and BGRA as the screen wants them.
/// The kernel mixes either; its result on screen is the memory that the screen shows. Of a large
/// frame the screen shows a smaller preview, and all numbers are still those of the frame.
///
/// @param atFrame the pictures at the frame, of the kind of the recipe
/// @param reduction how much smaller the preview is
/// @param inputs what is shown of them; the same unless it is a preview
/// @param screen what is mixed for the screen: BGRA of eight bits, else the numbers that are shown
///   of the frame, which are mixed first and shown through a window afterwards
/// @param marks what is where in the pictures, in the frame that is shown; null where nothing is
///   known
/// @param measure what the numbers stand for and which are shown; null of eight bits
public record Prepared(
    AtFrame atFrame,
    Reduction reduction,
    Inputs inputs,
    List<Pixels> screen,
    @Nullable Marks marks,
    @Nullable Measure measure) {
  private static final int SCREEN_CHANNELS = ScreenPixels.CHANNELS;

  /// Of pictures at a frame, RGB or grey.
  public static Prepared of(Inputs full) {
    return of(new Marked(full, null, Measure.of(full.sources())));
  }

  /// The same, with what is where in the pictures.
  public static Prepared of(Marked marked) {
    return of(marked, Reduction.of(marked.inputs().frame()));
  }

  /// The same, shown smaller than it might be.
  static Prepared of(Marked marked, Reduction reduction) {
    Inputs full = marked.inputs();
    return showing(
        AtFrame.of(full),
        reduction,
        reduction.isPreview() ? shown(full, reduction.shown(full.frame())) : full,
        marked.marks(),
        marked.measure(),
        full.frame());
  }

  /// Of passing frames of clips, of eight bits, of which only what is shown is there.
  ///
  /// @param shown of the frame that is shown
  static Prepared passing(AtFrame atFrame, Reduction reduction, Inputs shown) {
    Inputs standing = shown.standingFor(atFrame.geometry());
    return showing(atFrame, reduction, standing, null, null, shown.frame());
  }

  /// Of the pictures of a recipe, as it says.
  ///
  /// @throws PictureException if something cannot be read
  public static Prepared of(Recipe recipe, PictureCache cache) throws PictureException {
    cache.require(recipe);
    PictureLoader.Result loaded = new PictureLoader(cache).load(PictureLoader.Needs.of(recipe));
    Prepared prepared = loaded.prepared();
    if (prepared == null) {
      throw new IllegalStateException("pictures that were there a moment ago");
    }
    return prepared;
  }

  /// What is shown of a frame, however small: its numbers are those of the frame.
  ///
  /// @param shown stands for the frame
  /// @param marks in what is shown; null where nothing is known
  /// @param measure of the numbers; null of eight bits
  public static Prepared previewing(
      Inputs full, Inputs shown, @Nullable Marks marks, @Nullable Measure measure) {
    boolean isPreview = !shown.frame().equals(full.frame());
    return showing(
        AtFrame.of(isPreview ? full : shown),
        new Reduction(isPreview ? 2 : 1),
        shown,
        marks,
        measure,
        shown.frame());
  }

  private static Inputs shown(Inputs full, Frame frame) {
    Pixels mask = full.mask();
    Inputs larger = full.larger();
    return new Inputs(
            frame,
            full.sources().parallelStream()
                .map(source -> Fitter.fit(source, frame, Fit.STRETCH))
                .toList(),
            mask == null ? null : Fitter.fitMask(mask, frame, Fit.STRETCH))
        .standingFor(larger == null ? full : larger);
  }

  /// The same, shown half as large: for what takes long to mix, while it is dragged. Made of what
  /// is shown now, which is quick.
  Prepared coarser() {
    Reduction twice = new Reduction(2 * reduction.n());
    return showing(
        atFrame, twice, shown(inputs, twice.shown(frame())), marks, measure, inputs.frame());
  }

  private static Prepared showing(
      AtFrame atFrame,
      Reduction reduction,
      Inputs shown,
      @Nullable Marks marks,
      @Nullable Measure measure,
      Frame from) {
    Frame frame = shown.frame();
    return new Prepared(
        atFrame,
        reduction,
        shown,
        measure == null
            ? shown.sources().parallelStream().map(Prepared::toScreen).toList()
            : shown.sources(),
        marks == null || frame.equals(from) ? marks : marks.stretched(from, frame),
        measure);
  }

  /// The frame of the mix.
  public Frame frame() {
    return atFrame.geometry().frame();
  }

  /// The pictures at the frame, of the kind of the recipe.
  public Inputs full() {
    return atFrame.inputs();
  }

  /// The same for whoever looks closer later, when it may have passed.
  Prepared held() {
    var _ = full();
    return this;
  }

  /// Whether only what is shown is there, and the rest is made when somebody asks.
  boolean isPassing() {
    return !atFrame.isThere();
  }

  /// What methods look at that do not look at the pictures, at the frame.
  Inputs geometry() {
    return atFrame.geometry();
  }

  /// The pictures at the frame, and what is where in them there.
  public Marked whole() {
    Inputs full = full();
    Marks known = marks;
    if (known == null || !reduction.isPreview()) {
      return new Marked(full, known, measure);
    }
    return new Marked(
        full,
        full.targets().isEmpty()
            ? known.stretched(inputs.frame(), full.frame())
            : new Marks(known.names(), full.targets(), known.known()),
        measure);
  }

  /// Why these pictures cannot be mixed by a recipe; null if they can.
  @Nullable Objection lacking(Recipe recipe) {
    Objection lacking = recipe.method().type().lacking(inputs);
    if (lacking != null) {
      return lacking;
    }
    Objection light = recipe.lackingLight();
    return light == null ? recipe.lackingRoom(frame()) : light;
  }

  /// Whether everything is there that a recipe mixes: what it has just been given may not be read.
  boolean isComplete(Recipe recipe) {
    boolean maskIsMissing = recipe.method().type().uses(Trait.MASK) && inputs.mask() == null;
    return !maskIsMissing
        && lacking(recipe) == null
        && screen.size() >= recipe.mixedSources().size();
  }

  /// Makes a recipe definite: the weights for what is shown, and all else for the whole frame.
  public Mix mix(Recipe recipe, Workspace workspace) {
    Mix mix = composed(recipe, workspace);
    Pixels own = inputs.sources().getFirst();
    Pixels filler = recipe.method().filler(recipe.draw(), own, inputs.whole());
    return filler == null
        ? mix
        : mix.with(mix.outcome().filledBy(measure == null ? toScreen(filler) : filler));
  }

  private Mix composed(Recipe recipe, Workspace workspace) {
    boolean looks = recipe.method().type().uses(Trait.PICTURES);
    Inputs full = looks ? full() : geometry();
    Inputs seen = looks && geometry().sources().isEmpty() ? inputs.standingFor(full) : inputs;
    Composition shown = recipe.method().compose(recipe.draw(), seen, workspace);
    if (!reduction.isPreview()) {
      return recipe.mix(shown);
    }
    if (shown instanceof Matte matte) {
      return recipe.mix(matte.standingFor(recipe.method().shares(recipe.draw(), full, workspace)));
    }
    // Not what was just composed: its edges are rounded otherwise.
    Mix whole = recipe.mix(recipe.method().compose(recipe.draw(), full, workspace));
    return whole.with(Reduction.reduced(whole.composition(), inputs.frame()));
  }

  /// What came of a mix of pictures, for those of the screen.
  public static Outcome onScreen(Outcome outcome) {
    Pixels filler = outcome.filler();
    return filler == null ? outcome : outcome.filledBy(toScreen(filler));
  }

  /// Mixes the whole frame: the very pixels that every other face of the program writes. Slow for a
  /// large one.
  Pixels mixed(Recipe recipe) {
    Inputs full = full();
    return recipe.mix(full).outcome().mix(recipe.blending(), full.sources());
  }

  /// New memory for what is shown, BGRA.
  public Pixels newOutput() {
    byte[] bytes = new byte[Math.toIntExact(inputs.frame().pixels() * SCREEN_CHANNELS)];
    return Pixels.of(bytes, inputs.frame(), SCREEN_CHANNELS);
  }

  /// Mixes what is shown: at full depth first, and then through the window of the recipe.
  ///
  /// @param outcome of [#mix]
  /// @param out of the frame that is shown, BGRA. Modified
  public void paint(Recipe recipe, Outcome outcome, Pixels out, Workspace workspace) {
    Pixels mixed = room(out);
    outcome.mix(recipe.blending(), screen, mixed, workspace);
    show(recipe, mixed, out);
  }

  /// Memory that is mixed into before it is shown: that of the screen itself where it has eight
  /// bits.
  Pixels room(Pixels out) {
    return measure == null ? out : screen.getFirst().allocateLike();
  }

  /// Shows numbers through the window of a recipe; nothing is to be done of eight bits.
  ///
  /// @param numbers as [#screen] has them, or `out` itself. Not modified
  /// @param out BGRA. Modified
  void show(Recipe recipe, Pixels numbers, Pixels out) {
    Measure known = measure;
    if (known != null) {
      Greys.paint(numbers, known.scale(), known.window(recipe), out);
    }
  }

  /// A mix of the frame, of whatever size, as the screen shows it.
  ///
  /// @param mixed of the kind of the recipe. Not modified
  /// @return BGRA
  public Pixels toScreen(Recipe recipe, Pixels mixed) {
    return toScreen(seen(recipe, mixed));
  }

  /// Pixels of the kind of the recipe as it shows them: light, or eight bits of numbers.
  Pixels seen(Recipe recipe, Pixels pixels) {
    return Measure.shown(measure, recipe, pixels);
  }

  /// A picture of one colour that can be mixed with the screen's.
  Pixels uniform(int rgb) {
    byte[] bytes = new byte[Math.toIntExact(inputs.frame().pixels() * SCREEN_CHANNELS)];
    for (int i = 0; i < bytes.length; i += SCREEN_CHANNELS) {
      bytes[i] = (byte) rgb;
      bytes[i + 1] = (byte) (rgb >> 8);
      bytes[i + 2] = (byte) (rgb >> 16);
      bytes[i + 3] = (byte) 0xFF;
    }
    return Pixels.of(bytes, inputs.frame(), SCREEN_CHANNELS);
  }

  /// Opaque BGRA of RGB or grey.
  ///
  /// @param picture uint8 or uint16 HWC. Not modified
  public static Pixels toScreen(Pixels picture) {
    int channels = picture.channels();
    Pixels bytes = Conversion.to(new PixelKind(channels, ElementType.UINT8), picture);
    byte[] from = bytes.memory().asSlice(0, bytes.byteSize()).toArray(ValueLayout.JAVA_BYTE);
    byte[] to = new byte[Math.toIntExact(picture.frame().pixels() * SCREEN_CHANNELS)];
    int green = channels / 2;
    int blue = channels - 1;
    for (int i = 0, o = 0; i < from.length; i += channels, o += SCREEN_CHANNELS) {
      to[o] = from[i + blue];
      to[o + 1] = from[i + green];
      to[o + 2] = from[i];
      to[o + 3] = (byte) 0xFF;
    }
    return Pixels.of(to, picture.frame(), SCREEN_CHANNELS);
  }
}

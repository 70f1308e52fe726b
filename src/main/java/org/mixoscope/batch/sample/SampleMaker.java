package org.mixoscope.batch.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Made.Skipped;
import org.mixoscope.batch.sample.SourceFinder.Found;
import org.mixoscope.dataset.Contents;
import org.mixoscope.dataset.Departure;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.dataset.labelled.Census;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.Outcome.Paste;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.target.AreaLabel;
import org.mixoscope.kernel.target.Example;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Target;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeReason;
import org.mixoscope.recipe.Source;

/// Makes the samples of a job, in any order, on any number of threads.
public final class SampleMaker {
  private static final Set<String> BACKGROUND = Set.of("background", "_background_");

  private final Stock stock;
  private final SampleSettings settings;
  private final SamplePlan plan;
  private final SourceFinder sources;
  private final @Nullable Pixels mask;
  private final @Nullable AreaLabel areas;
  private final ThreadLocal<Workspace> workspaces = ThreadLocal.withInitial(Workspace::new);

  /// @param alike whether all samples must have the same channels, as in one array
  /// @throws PictureException if the mask cannot be read
  /// @throws IllegalArgumentException as for [SamplePlan]
  public SampleMaker(Stock stock, SampleSettings settings, boolean alike, PictureReader reader)
      throws PictureException {
    this(stock, settings, alike, Depth.EIGHT, Ordering.SCATTERED, reader);
  }

  /// The same at another depth and in another order.
  ///
  /// @throws PictureException if the mask cannot be read
  /// @throws IllegalArgumentException as for [SamplePlan]; also if numbers are to be blended as
  ///   light that may be none
  public SampleMaker(
      Stock stock,
      SampleSettings settings,
      boolean alike,
      Depth depth,
      Ordering ordering,
      PictureReader reader)
      throws PictureException {
    this(stock, settings, alike, depth, ordering, reader, mask(settings, reader), null);
  }

  /// The same where others have looked at the mask and the pictures before.
  ///
  /// @param mask that the settings name; null if they name none. Not modified
  /// @param settled as [#settled] of those others; null if nobody has asked the pictures
  /// @throws IllegalArgumentException as the form with a depth and an order
  public SampleMaker(
      Stock stock,
      SampleSettings settings,
      boolean alike,
      Depth depth,
      Ordering ordering,
      PictureReader reader,
      @Nullable Pixels mask,
      @Nullable SampleKind settled) {
    if (depth == Depth.KEEP) {
      requireNoLight(settings);
    }
    this.stock = stock;
    this.settings = settings;
    plan = new SamplePlan(stock, settings, ordering);
    sources = new SourceFinder(stock, settings, alike, depth, reader, plan, settled);
    this.mask = mask;
    areas =
        settings.labelling().by() == Labelling.By.OBJECTS
            ? areas(stock.data(), settings.smoothing())
            : null;
  }

  private static @Nullable Pixels mask(SampleSettings settings, PictureReader reader)
      throws PictureException {
    String file = settings.mask();
    return file == null ? null : new SourceReader(reader).readMask(file);
  }

  private static void requireNoLight(SampleSettings settings) {
    if (settings.blending() == Blending.LINEAR_LIGHT) {
      throw new RefusedException(RecipeReason.NO_LIGHT.of(settings.blending().id()));
    }
    for (Policy.Choice choice : settings.policy().choices()) {
      if (choice.drawing().method().fillsLight()) {
        throw new RefusedException(
            RecipeReason.NO_LIGHT_TO_FILL.of(choice.drawing().method().type()));
      }
    }
  }

  private static AreaLabel areas(DataSet data, double smoothing) {
    int classes = data.classes().size();
    return switch (data.findings().target()) {
      case OBJECTS -> new AreaLabel(classes, OptionalInt.empty(), smoothing);
      case MAP -> new AreaLabel(classes, background(data), smoothing);
      case CLASS, SOFT, LABELS, NUMBER -> throw new RefusedException(SampleReason.NO_AREAS.of());
    };
  }

  /// A class that is called so stands for what no object is at.
  private static OptionalInt background(DataSet data) {
    List<String> names = data.classes();
    return IntStream.range(0, names.size())
        .filter(i -> BACKGROUND.contains(names.get(i).toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /// What samples are labelled with.
  public TargetKind target() {
    return areas == null ? stock.data().findings().target() : TargetKind.SOFT;
  }

  /// What the channels of all samples follow from; none if every sample has those of its own
  /// pictures, or the settings say how many. Asks every picture of the data set and the background
  /// the first time.
  public Optional<Census> census() {
    return sources.census();
  }

  /// How many pictures are decoded smaller than they are; empty if the settings do not permit it.
  /// Asks every picture.
  public OptionalInt shrunk() {
    return sources.shrunk();
  }

  /// What the pixels of all samples are. Where it is for the pictures to say, asks every one the
  /// first time.
  public SampleKind kind() {
    return sources.numbers();
  }

  /// What the pixels of all pictures are brought to before they are mixed. Where it is for the
  /// pictures to say, asks every one the first time.
  public SampleKind settled() {
    return sources.kind();
  }

  /// The mask that methods mix by, one channel of uint8; null for none. Not to be modified.
  public @Nullable Pixels mask() {
    return mask;
  }

  /// The pictures that samples are made of.
  public Stock stock() {
    return stock;
  }

  /// Which sample is made of what.
  public SamplePlan plan() {
    return plan;
  }

  /// How much of all labels each class has before and after; empty where labels are no weights of
  /// classes.
  public Optional<Mass> mass() {
    return Mass.of(stock.data(), settings, plan, mask);
  }

  /// Whether a picture can be read.
  ///
  /// @param picture its number in the stock
  public boolean canRead(int picture) {
    return sources.canRead(picture);
  }

  /// Makes one sample.
  ///
  /// @param index at least 0; beyond the size of the plan, of copies that come after
  /// @throws InterruptedException if the thread is interrupted while another one decodes
  public Made make(long index) throws InterruptedException {
    try {
      return sample(index, sources.find(index));
    } catch (PictureException e) {
      return new Skipped(index, stock.name(plan.own(index)), e);
    }
  }

  private Sample sample(long index, Found found) {
    SampleMix mix = found.mix();
    List<Pixels> pictures = found.examples().stream().map(Example::pixels).toList();
    Frame frame = pictures.getFirst().frame();
    Workspace workspace = workspaces.get();
    List<@Nullable Target> targets = new ArrayList<>();
    found.examples().forEach(example -> targets.add(own(example)));
    Outcome outcome = outcome(mix, frame, pictures, targets, workspace);
    Pixels out = pictures.getFirst().allocateLike();
    outcome.mix(settings.blending(), pictures, out, workspace);
    Paste paste = outcome.paste();
    return new Sample(
        index,
        mix,
        mix.sources().stream().distinct().map(stock::name).toList(),
        outcome.weights(),
        paste == null ? null : paste.clipped(),
        label(outcome.target(targets)),
        out,
        sources.numbers().type(),
        found.missed());
  }

  /// @param targets null where a picture has no label
  private Outcome outcome(
      SampleMix mix,
      Frame frame,
      List<Pixels> pictures,
      List<@Nullable Target> targets,
      Workspace workspace) {
    Pixels fitted = mask == null ? null : Fitter.fitMask(mask, frame, settings.fit());
    Inputs inputs = new Inputs(frame, pictures, fitted);
    List<Target> known = new ArrayList<>();
    for (Target target : targets) {
      if (target != null) {
        known.add(target);
      }
    }
    return known.size() == targets.size()
        ? mix.apply(inputs.with(known), workspace)
        // Methods that ask what is where in a partner are none of those that there can be here.
        : mix.apply(inputs, workspace).labelled(k -> targets.get(k) != null);
  }

  private @Nullable Target own(Example example) {
    Target target = example.target();
    return switch (target) {
      case null -> null;
      case Objects objects -> objects.with(settings.labelling().keeping());
      default -> target.smoothed(settings.smoothing());
    };
  }

  private Target label(Target mixed) {
    return areas == null ? mixed : areas.of(mixed);
  }

  /// The recipe that makes the pixels of a sample again, in the app or by `mixoscope mix`. Its
  /// label is over the classes of its own pictures only. Says nothing of this machine.
  ///
  /// @param folder of the file that will carry it; null if it is not known
  public Recipe recipe(Sample sample, @Nullable Path folder) {
    Map<String, Integer> numbers = new HashMap<>();
    sample.mix().sources().forEach(i -> numbers.put(stock.source(i).location(), i));
    return Departure.of(
        recipe(sample),
        folder,
        location -> {
          Integer number = numbers.get(location);
          return number == null ? Contents.read(location) : stock.fingerprint(number);
        });
  }

  private Recipe recipe(Sample sample) {
    List<Source> pictures =
        new ArrayList<>(sample.mix().sources().stream().map(stock::source).toList());
    if (pictures.size() == 1) {
      pictures.add(pictures.getFirst()); // a recipe has two, though the method mixes one
    }
    return new Recipe(
        sample.mix().method(),
        sample.mix().draw(),
        settings.seed(),
        sample.index(),
        pictures,
        settings.mask(),
        sample.pixels().frame(),
        settings.fit(),
        settings.blending(),
        settings.smoothing(),
        PixelKind.of(sample.pixels()),
        null,
        null,
        // In their own sizes, they were decoded exactly; the recipe has a frame nevertheless.
        settings.frame() == null ? Decoding.EXACT : settings.decoding());
  }
}

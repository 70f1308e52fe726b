package org.mixoscope.batch.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Missed;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Made.Skipped;
import org.mixoscope.dataset.Contents;
import org.mixoscope.dataset.Departure;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.dataset.labelled.Census;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.Outcome.Paste;
import org.mixoscope.kernel.batch.Policy.Single;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.target.AreaLabel;
import org.mixoscope.kernel.target.Example;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Target;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// Makes the samples of a job, in any order, on any number of threads.
public final class SampleMaker {
  private static final Set<String> BACKGROUND = Set.of("background", "_background_");

  private final DataSet data;
  private final SampleSettings settings;
  private final boolean alike;
  private final PictureReader reader;
  private final SamplePlan plan;
  private final Pictures pictures;
  private final Saliencies saliencies;
  private final @Nullable Pixels mask;
  private final @Nullable AreaLabel areas;
  private final ThreadLocal<Workspace> workspaces = ThreadLocal.withInitial(Workspace::new);

  /// @param alike whether all samples must have the same channels, as in one array
  /// @throws PictureException if the mask cannot be read
  /// @throws IllegalArgumentException as for [SamplePlan]
  public SampleMaker(DataSet data, SampleSettings settings, boolean alike, PictureReader reader)
      throws PictureException {
    this.data = data;
    this.settings = settings;
    this.alike = alike;
    this.reader = reader;
    plan = new SamplePlan(data, settings);
    pictures = new Pictures(data, settings, reader);
    saliencies = new Saliencies(data.size());
    String file = settings.mask();
    mask = file == null ? null : new SourceReader(reader).readMask(file);
    areas =
        settings.labelling().by() == Labelling.By.OBJECTS
            ? areas(data, settings.smoothing())
            : null;
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
    return areas == null ? data.findings().target() : TargetKind.SOFT;
  }

  /// What the channels of all samples follow from; none if every sample has those of its own
  /// pictures, or the settings say how many. Asks every picture of the data set the first time.
  public Optional<Census> census() {
    return alike && settings.channels() == Channels.KEEP
        ? Optional.of(data.census(reader))
        : Optional.empty();
  }

  private Channels channels() {
    return census()
        .map(all -> all.channels() == 1 ? Channels.ONE : Channels.THREE)
        .orElse(settings.channels());
  }

  /// Which sample is made of what.
  public SamplePlan plan() {
    return plan;
  }

  /// How much of all labels each class has before and after; empty where labels are no weights of
  /// classes.
  public Optional<Mass> mass() {
    return Mass.of(data, settings, plan, mask);
  }

  /// Whether a picture can be read.
  public boolean canRead(int picture) {
    try {
      var _ = data.read(picture, reader, settings.frame(), settings.fit(), settings.channels());
      return true;
    } catch (PictureException _) {
      return false; // which was reported when it was missed
    }
  }

  /// Makes one sample.
  ///
  /// @param index within [0, size of the plan)
  /// @throws InterruptedException if the thread is interrupted while another one decodes
  public Made make(int index) throws InterruptedException {
    int own = plan.own(index);
    try {
      return sample(index, own);
    } catch (PictureException e) {
      return new Skipped(index, data.name(own), e);
    }
  }

  private Sample sample(int index, int own) throws PictureException, InterruptedException {
    Channels channels = channels();
    Example a = pictures.get(own, channels, plan.own(Math.min(index + 1, plan.size() - 1)));
    Optional<Single> single =
        plan.isOriginal(index)
            ? Optional.empty()
            : settings.policy().single(settings.seed(), index, a.pixels().frame());
    List<Integer> indices = new ArrayList<>(List.of(own));
    List<Example> sources = new ArrayList<>(List.of(a));
    List<Missed> missed = new ArrayList<>();
    if (single.isPresent()) {
      PrimitiveIterator.OfInt partners = partners(index, own, channels, missed);
      addPartners(partners, pictures(single.get()), channels, indices, sources, missed);
    }
    if (single.isEmpty() || (sources.size() == 1 && pictures(single.get()) > 1)) {
      return sample(index, SampleMix.unmixed(own, own), List.of(a, a), missed);
    }
    Single how = single.orElseThrow();
    return sample(
        index, new SampleMix(indices, how.method(), how.draw()), widened(indices, sources), missed);
  }

  /// Whom a sample may be mixed with, in the order in which they are tried.
  private PrimitiveIterator.OfInt partners(
      int index, int own, Channels channels, List<Missed> missed)
      throws PictureException, InterruptedException {
    PrimitiveIterator.OfInt drawn = plan.partners(index);
    if (settings.partners().who() != Partners.Who.FAR_SALIENCY) {
      return drawn;
    }
    List<Integer> candidates = new ArrayList<>();
    while (candidates.size() < Partners.Who.CANDIDATES && drawn.hasNext()) {
      candidates.add(drawn.next());
    }
    List<Integer> farthest =
        saliencies.farthestFirst(
            own,
            candidates,
            picture -> pictures.get(picture, channels).pixels(),
            (picture, problem) -> missed.add(new Missed(data.name(picture), problem)));
    return IntStream.concat(farthest.stream().mapToInt(Integer::intValue), rest(drawn)).iterator();
  }

  private static IntStream rest(PrimitiveIterator.OfInt numbers) {
    return StreamSupport.intStream(
        Spliterators.spliteratorUnknownSize(numbers, Spliterator.ORDERED), false);
  }

  /// How many pictures are mixed.
  private static int pictures(Single how) {
    return how.method().type().mixed(how.draw().weights().size());
  }

  /// Adds pictures until there are as many as are mixed. Where there are too few, those that there
  /// are come again; where there are none, none.
  private void addPartners(
      PrimitiveIterator.OfInt partners,
      int count,
      Channels channels,
      List<Integer> indices,
      List<Example> sources,
      List<Missed> missed)
      throws InterruptedException {
    Frame frame = sources.getFirst().pixels().frame();
    while (sources.size() < count && partners.hasNext()) {
      int partner = partners.nextInt();
      try {
        sources.add(in(frame, pictures.get(partner, channels)));
        indices.add(partner);
      } catch (PictureException e) {
        missed.add(new Missed(data.name(partner), e)); // and the next one takes its place
      }
    }
    int found = sources.size();
    for (int k = found; found > 1 && k < count; k++) {
      sources.add(sources.get(1 + (k - found) % (found - 1)));
      indices.add(indices.get(1 + (k - found) % (found - 1)));
    }
  }

  /// Where grey meets colour, grey is read anew as colour: pictures become another kind before they
  /// are brought to a frame, here and everywhere else.
  private List<Example> widened(List<Integer> indices, List<Example> sources)
      throws PictureException, InterruptedException {
    PixelKind widest =
        PixelKind.widest(sources.stream().map(source -> PixelKind.of(source.pixels())).toList());
    Frame frame = sources.getFirst().pixels().frame();
    List<Example> all = new ArrayList<>();
    for (int k = 0; k < sources.size(); k++) {
      Example source = sources.get(k);
      all.add(
          PixelKind.of(source.pixels()).equals(widest)
              ? source
              : in(frame, pictures.get(indices.get(k), Channels.THREE)));
    }
    return all;
  }

  /// Brought to a frame: from its own size, for where all have one frame they are in it already.
  private Example in(Frame frame, Example example) {
    Frame own = example.pixels().frame();
    return own.equals(frame)
        ? example
        : new Example(
            Fitter.fit(example.pixels(), frame, settings.fit()),
            example.origin().in(frame, settings.fit()),
            example.target().moved(Origin.of(own, Turn.UPRIGHT).in(frame, settings.fit()), frame));
  }

  private Sample sample(int index, SampleMix mix, List<Example> examples, List<Missed> missed) {
    List<Pixels> sources = examples.stream().map(Example::pixels).toList();
    Frame frame = sources.getFirst().frame();
    Workspace workspace = workspaces.get();
    Pixels fitted = mask == null ? null : Fitter.fitMask(mask, frame, settings.fit());
    List<Target> targets = examples.stream().map(this::own).toList();
    Outcome outcome = mix.apply(new Inputs(frame, sources, fitted).with(targets), workspace);
    Pixels out = sources.getFirst().allocateLike();
    outcome.mix(settings.blending(), sources, out, workspace);
    Paste paste = outcome.paste();
    return new Sample(
        index,
        mix,
        mix.sources().stream().distinct().map(data::name).toList(),
        outcome.weights(),
        paste == null ? null : paste.clipped(),
        label(outcome.target(targets)),
        out,
        List.copyOf(missed));
  }

  private Target own(Example example) {
    return example.target() instanceof Objects objects
        ? objects.with(settings.labelling().keeping())
        : example.target().smoothed(settings.smoothing());
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
    sample.mix().sources().forEach(i -> numbers.put(data.location(i), i));
    return Departure.of(
        recipe(sample),
        folder,
        location -> {
          Integer number = numbers.get(location);
          return number == null ? Contents.read(location) : data.fingerprint(number);
        });
  }

  private Recipe recipe(Sample sample) {
    List<Source> sources =
        new ArrayList<>(
            sample.mix().sources().stream()
                .map(i -> new Source(data.location(i), data.labelOf(i), data.annotation(i)))
                .toList());
    if (sources.size() == 1) {
      sources.add(sources.getFirst()); // a recipe has two, though the method mixes one
    }
    return new Recipe(
        sample.mix().method(),
        sample.mix().draw(),
        settings.seed(),
        sample.index(),
        sources,
        settings.mask(),
        sample.pixels().frame(),
        settings.fit(),
        settings.blending(),
        settings.smoothing(),
        PixelKind.of(sample.pixels()));
  }
}

package org.mixoscope.batch.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Missed;
import org.mixoscope.dataset.labelled.Census;
import org.mixoscope.dataset.labelled.Numbers;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.batch.Policy.Single;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.target.Example;
import org.mixoscope.kernel.target.Target;

/// Finds what a sample is mixed of: its own picture and the partners that can be read, of one frame
/// and one kind. On any number of threads.
final class SourceFinder {
  private final Stock stock;
  private final SampleSettings settings;
  private final boolean alike;
  private final Depth depth;
  private final PictureReader reader;
  private final SamplePlan plan;
  private final Pictures pictures;
  private final Saliencies saliencies;
  private final @Nullable SampleKind given;
  private @Nullable SampleKind known;

  /// What a sample is mixed of.
  ///
  /// @param mix how, and the numbers of the pictures
  /// @param examples of the sources, the own first
  /// @param missed pictures that would have been mixed, but cannot be read
  record Found(SampleMix mix, List<Example> examples, List<Missed> missed) {
    /// Keeps copies.
    Found {
      examples = List.copyOf(examples);
      missed = List.copyOf(missed);
    }
  }

  /// @param alike whether all samples must have the same channels, as in one array
  /// @param given what all pixels are brought to, where somebody has asked the pictures already;
  ///   null where nobody has
  SourceFinder(
      Stock stock,
      SampleSettings settings,
      boolean alike,
      Depth depth,
      PictureReader reader,
      SamplePlan plan,
      @Nullable SampleKind given) {
    this.given = given;
    known = given;
    this.depth = depth;
    this.stock = stock;
    this.settings = settings;
    this.alike = alike;
    this.reader = reader;
    this.plan = plan;
    pictures = new Pictures(stock, settings, reader);
    saliencies = new Saliencies(stock.data().size());
  }

  /// See [SampleMaker#census].
  Optional<Census> census() {
    return alike && settings.channels() == Channels.KEEP
        ? Optional.of(stock.census(reader))
        : Optional.empty();
  }

  /// See [SampleMaker#shrunk].
  OptionalInt shrunk() {
    return stock.shrunk(reader, settings);
  }

  /// See [SampleMaker#settled].
  SampleKind kind() {
    if (given != null) {
      return given;
    }
    Channels channels =
        census()
            .map(all -> all.channels() == 1 ? Channels.ONE : Channels.THREE)
            .orElse(settings.channels());
    return numbers().with(channels);
  }

  /// The numbers of all samples. Asks every picture the first time, where it is for them to say.
  synchronized SampleKind numbers() {
    SampleKind now = known;
    if (now == null) {
      NumberType given = depth.type();
      if (given == null) {
        Numbers all = stock.numbers(reader);
        now = new SampleKind(settings.channels(), all.mixed(), all.areRescaled());
      } else {
        now = new SampleKind(settings.channels(), given, false);
      }
      known = now;
    }
    return now;
  }

  /// See [SampleMaker#canRead].
  boolean canRead(int picture) {
    try {
      var _ = stock.read(picture, reader, settings, numbers());
      return true;
    } catch (PictureException _) {
      return false; // which was reported when it was missed
    }
  }

  /// What a sample is mixed of.
  ///
  /// @throws PictureException if its own picture cannot be read
  /// @throws InterruptedException if the thread is interrupted while another one decodes
  Found find(long index) throws PictureException, InterruptedException {
    int own = plan.own(index);
    SampleKind kind = kind();
    Example a = pictures.get(own, kind, plan.own(plan.after(index)));
    Optional<Single> single =
        plan.isOriginal(index)
            ? Optional.empty()
            : settings.policy().single(settings.seed(), index, a.pixels().frame());
    List<Integer> indices = new ArrayList<>(List.of(own));
    List<Example> sources = new ArrayList<>(List.of(a));
    List<Missed> missed = new ArrayList<>();
    if (single.isPresent()) {
      PrimitiveIterator.OfInt partners = partners(index, own, kind, missed);
      addPartners(partners, pictures(single.get()), kind, indices, sources, missed);
    }
    if (single.isEmpty() || (sources.size() == 1 && pictures(single.get()) > 1)) {
      return new Found(SampleMix.unmixed(own, own), List.of(a, a), missed);
    }
    Single how = single.orElseThrow();
    return new Found(
        new SampleMix(indices, how.method(), how.draw()), widened(indices, sources), missed);
  }

  /// Whom a sample may be mixed with, in the order in which they are tried.
  private PrimitiveIterator.OfInt partners(
      long index, int own, SampleKind kind, List<Missed> missed)
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
            picture -> pictures.get(picture, kind).pixels(),
            (picture, problem) -> missed.add(new Missed(stock.name(picture), problem)));
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
      SampleKind kind,
      List<Integer> indices,
      List<Example> sources,
      List<Missed> missed)
      throws InterruptedException {
    Frame frame = sources.getFirst().pixels().frame();
    while (sources.size() < count && partners.hasNext()) {
      int partner = partners.nextInt();
      try {
        sources.add(in(frame, pictures.get(partner, kind)));
        indices.add(partner);
      } catch (PictureException e) {
        missed.add(new Missed(stock.name(partner), e)); // and the next one takes its place
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
              : in(frame, pictures.get(indices.get(k), numbers().with(Channels.THREE))));
    }
    return all;
  }

  /// Brought to a frame: from its own size, for where all have one frame they are in it already.
  private Example in(Frame frame, Example example) {
    Frame own = example.pixels().frame();
    if (own.equals(frame)) {
      return example;
    }
    @Nullable Target target = example.target();
    return new Example(
        Fitter.fit(example.pixels(), frame, settings.fit()),
        example.origin().in(frame, settings.fit()),
        target == null
            ? null
            : target.moved(Origin.of(own, Turn.UPRIGHT).in(frame, settings.fit()), frame));
  }
}

package org.mixoscope.batch.sample;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.batch.Pairing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;

/// Which picture each sample is made of, and whom it may be mixed with. Samples 0 to N − 1 are the
/// first copy in a shuffled order, the next N the second copy in another one, and so on without
/// end; the originals, if they are kept, come after the copies in the order of the data set.
///
/// Whether a picture can be read is found out late, so a sample has not one partner but a sequence
/// of them, of which it takes the first that can be read.
public final class SamplePlan {
  /// Streams of their own; those of draws have epochs from 0, folders in the app use −1 and −2.
  private static final long ORDERS = -3;

  private static final long PARTNERS = -4;

  /// Draws from a background before the rest is taken as it comes.
  private static final int MOST_DRAWS = 64;

  private final SampleSettings settings;
  private final int pictures;
  private final boolean backed;
  private final Partnering partnering;
  private final Ordering ordering;

  /// Only of the copies that are under way.
  private final Map<Long, LongUnaryOperator> orders = new ConcurrentHashMap<>();

  /// As samples are made now.
  ///
  /// @throws IllegalArgumentException as the other form
  public SamplePlan(Stock stock, SampleSettings settings) {
    this(stock, settings, Ordering.SCATTERED);
  }

  /// @param ordering how pictures come into an order
  /// @throws IllegalArgumentException if there would be more than 2³¹ − 1 samples, there is nobody
  ///   to be mixed with, or a method needs maps or objects that there are none of
  public SamplePlan(Stock stock, SampleSettings settings, Ordering ordering) {
    this.settings = settings;
    this.ordering = ordering;
    DataSet data = stock.data();
    pictures = data.size();
    if ((long) pictures * passes() > Integer.MAX_VALUE) {
      throw new RefusedException(SampleReason.TOO_MANY.of(settings.copies(), pictures));
    }
    backed = stock.background() != null;
    partnering = backed ? background(stock) : partnering(data, settings.partners());
    for (Policy.Choice choice : settings.policy().choices()) {
      MethodType type = choice.drawing().method().type();
      if (backed && type.uses(Trait.MARKS)) {
        throw new RefusedException(SampleReason.UNMARKED_BACKGROUND.of(type.id()));
      }
      requireMarks(type, data.findings().target());
    }
  }

  private static void requireMarks(MethodType type, TargetKind target) {
    boolean maps = target == TargetKind.MAP;
    if (type.uses(Trait.MARKS) && !maps && target != TargetKind.OBJECTS) {
      throw new RefusedException(SampleReason.NEEDS_MARKS.of(type.id()));
    }
    if (type.uses(Trait.OBJECTS) && maps) {
      throw new RefusedException(SampleReason.NEEDS_OBJECTS.of(type.id()));
    }
  }

  /// Who may be a partner of a picture, in the order in which they are tried; some may come again.
  private interface Partnering {
    IntStream partners(int own, RandomGenerator random);
  }

  private static Partnering partnering(DataSet data, Partners partners) {
    boolean numbers = data.findings().target() == TargetKind.NUMBER;
    Partners.Who who = partners.who();
    switch (who) {
      case ROLL, RANDOM, FAR_SALIENCY -> {}
      case SAME_CLASS, OTHER_CLASS, BALANCED -> {
        if (numbers) {
          throw new RefusedException(SampleReason.NEEDS_CLASSES.of(who.id()));
        }
        if (who == Partners.Who.OTHER_CLASS && data.classes().size() < 2) {
          throw new RefusedException(SampleReason.ONE_CLASS.of(data.classes().getFirst()));
        }
      }
      case NEAR_LABEL -> {
        if (!numbers) {
          throw new RefusedException(SampleReason.NEEDS_NUMBERS.of());
        }
        return new Neighbours(data, Objects.requireNonNull(partners.bandwidth()))::partners;
      }
    }
    return new Pool(data, who)::partners;
  }

  /// The pictures of the background, all as likely.
  private static Partnering background(Stock stock) {
    int first = stock.data().size();
    int count = stock.size() - first;
    return (_, random) ->
        IntStream.concat(
                IntStream.range(0, MOST_DRAWS).map(_ -> random.nextInt(count)),
                IntStream.range(0, count))
            .map(number -> first + number);
  }

  private int passes() {
    return settings.copies() + (settings.keepOriginals() ? 1 : 0);
  }

  /// How many samples there are, with those that will be left out for a picture that cannot be
  /// read.
  public int size() {
    return pictures * passes();
  }

  /// Whether a sample is one of the originals.
  boolean isOriginal(long sample) {
    return settings.keepOriginals() && sample / pictures == settings.copies();
  }

  /// The picture that a sample is made of.
  public int own(long sample) {
    int place = (int) (sample % pictures);
    return isOriginal(sample) ? place : picture(sample / pictures, place);
  }

  /// The sample that comes next; the same after the last one.
  long after(long sample) {
    return sample + 1 == size() ? sample : sample + 1;
  }

  /// Whether the label of a sample is of more than its own picture.
  boolean hasLabelledPartners() {
    return !backed;
  }

  /// Whom a sample may be mixed with, in the order in which they are tried; all different, none the
  /// sample's own. Where pictures decide, those among whom they do come first, as they are drawn.
  PrimitiveIterator.OfInt partners(long sample) {
    return settings.partners().who() == Partners.Who.ROLL && !backed
        ? before(sample)
        : drawn(sample);
  }

  private PrimitiveIterator.OfInt before(long sample) {
    long copy = sample / pictures;
    int place = (int) (sample % pictures);
    return IntStream.range(1, pictures)
        .map(back -> picture(copy, Math.floorMod(place - back, pictures)))
        .iterator();
  }

  private PrimitiveIterator.OfInt drawn(long sample) {
    RandomGenerator random = RandomStreams.of(settings.seed(), PARTNERS, sample);
    Set<Integer> seen = new HashSet<>();
    return partnering.partners(own(sample), random).filter(seen::add).iterator();
  }

  /// The picture at a place in the order of a copy.
  private int picture(long copy, int place) {
    return (int) order(copy).applyAsLong(place);
  }

  private LongUnaryOperator order(long copy) {
    LongUnaryOperator order = orders.get(copy);
    if (order == null) {
      order =
          orders.computeIfAbsent(
              copy, c -> ordering.of(pictures, RandomStreams.of(settings.seed(), ORDERS, c)));
      orders.keySet().removeIf(other -> Math.abs(other - copy) > 1);
    }
    return order;
  }

  /// The shuffled order of a copy of texts.
  ///
  /// @param size how many there are to be mixed
  public static int[] order(int size, long seed, long copy) {
    return Pairing.permutation(size, RandomStreams.of(seed, ORDERS, copy));
  }
}

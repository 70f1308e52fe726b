package org.mixoscope.batch.sample;

import java.util.HashSet;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.batch.Pairing;

/// Which picture each sample is made of, and whom it may be mixed with. Samples 0 to N − 1 are the
/// first copy in a shuffled order, the next N the second copy in another one; the originals, if
/// they are kept, come last in the order of the data set.
///
/// Whether a picture can be read is found out late, so a sample has not one partner but a sequence
/// of them, of which it takes the first that can be read.
public final class SamplePlan {
  /// Streams of their own; those of draws have epochs from 0, folders in the app use −1 and −2.
  private static final long ORDERS = -3;

  private static final long PARTNERS = -4;

  /// Draws before the rest is taken as it comes.
  private static final int MOST_DRAWS = 64;

  private final SampleSettings settings;
  private final int pictures;
  private final Pool pool;

  /// Only of the copies that are under way.
  private final Map<Integer, int[]> orders = new ConcurrentHashMap<>();

  /// @throws IllegalArgumentException if there would be more than 2³¹ − 1 samples, or there is
  ///   nobody to be mixed with
  public SamplePlan(DataSet data, SampleSettings settings) {
    this.settings = settings;
    pictures = data.size();
    if ((long) pictures * passes() > Integer.MAX_VALUE) {
      throw new RefusedException(SampleReason.TOO_MANY.of(settings.copies(), pictures));
    }
    if (settings.partners() == Partners.OTHER_CLASS && data.classes().size() < 2) {
      throw new RefusedException(SampleReason.ONE_CLASS.of(data.classes().getFirst()));
    }
    pool = new Pool(data, settings.partners());
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
  boolean isOriginal(int sample) {
    return sample / pictures == settings.copies();
  }

  /// Whether every picture has been a sample's own before this one.
  public boolean isRepeated(int sample) {
    return sample >= pictures;
  }

  /// The picture that a sample is made of.
  public int own(int sample) {
    int place = sample % pictures;
    return isOriginal(sample) ? place : order(sample / pictures)[place];
  }

  /// Whom a sample may be mixed with, in the order in which they are tried; all different, none the
  /// sample's own.
  PrimitiveIterator.OfInt partners(int sample) {
    return settings.partners() == Partners.ROLL ? before(sample) : drawn(sample);
  }

  private PrimitiveIterator.OfInt before(int sample) {
    int[] order = order(sample / pictures);
    int place = sample % pictures;
    return IntStream.range(1, pictures)
        .map(back -> order[Math.floorMod(place - back, pictures)])
        .iterator();
  }

  private PrimitiveIterator.OfInt drawn(int sample) {
    int own = own(sample);
    int others = pool.others(own);
    if (others == 0) {
      return IntStream.empty().iterator();
    }
    RandomGenerator random = RandomStreams.of(settings.seed(), PARTNERS, sample);
    Set<Integer> seen = new HashSet<>();
    IntStream drawn = IntStream.range(0, MOST_DRAWS).map(_ -> random.nextInt(others));
    return IntStream.concat(drawn, IntStream.range(0, others))
        .filter(seen::add)
        .map(number -> pool.other(own, number))
        .iterator();
  }

  private int[] order(int copy) {
    int[] order = orders.get(copy);
    if (order == null) {
      order = orders.computeIfAbsent(copy, this::shuffled);
      orders.keySet().removeIf(other -> Math.abs(other - copy) > 1);
    }
    return order;
  }

  private int[] shuffled(int copy) {
    return Pairing.permutation(pictures, RandomStreams.of(settings.seed(), ORDERS, copy));
  }
}

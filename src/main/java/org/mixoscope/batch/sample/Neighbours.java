package org.mixoscope.batch.sample;

import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mixoscope.dataset.labelled.DataSet;

/// Pictures in the order of their numbers, and partners that are near there: the odds of one are
/// `exp(−d² / 2σ²)`, none beyond 6σ.
final class Neighbours {
  private static final double REACH = 6;

  /// Draws within reach before the nearest are taken as they come.
  private static final int MOST_DRAWS = 4096;

  private static final int MOST_PARTNERS = 64;

  private final double bandwidth;

  /// Ascending.
  private final double[] values;

  /// Whose they are.
  private final int[] pictures;

  /// Where each picture is among them.
  private final int[] places;

  /// @param data whose labels are numbers
  Neighbours(DataSet data, double bandwidth) {
    this.bandwidth = bandwidth;
    pictures =
        IntStream.range(0, data.size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> data.number(i)))
            .mapToInt(Integer::intValue)
            .toArray();
    values = IntStream.of(pictures).mapToDouble(data::number).toArray();
    places = new int[pictures.length];
    IntStream.range(0, pictures.length).forEach(place -> places[pictures[place]] = place);
  }

  /// Partners in the order in which they are tried: drawn, some more than once, and then all, the
  /// nearest first.
  IntStream partners(int own, RandomGenerator random) {
    int place = places[own];
    int from = first(values[place] - REACH * bandwidth);
    int to = first(Math.nextUp(values[place] + REACH * bandwidth));
    IntStream drawn =
        IntStream.range(0, to - from > 1 ? MOST_DRAWS : 0)
            .map(_ -> from + random.nextInt(to - from))
            .filter(other -> other != place && random.nextDouble() < odds(place, other))
            .limit(MOST_PARTNERS);
    return IntStream.concat(drawn, outwards(place)).map(other -> pictures[other]);
  }

  private double odds(int place, int other) {
    double steps = (values[place] - values[other]) / bandwidth;
    return Math.exp(-steps * steps / 2);
  }

  /// All other places, the nearest value first.
  private IntStream outwards(int place) {
    int[] next = {place - 1, place + 1};
    return IntStream.range(1, values.length)
        .map(
            _ -> {
              boolean below =
                  next[1] >= values.length
                      || (next[0] >= 0
                          && values[place] - values[next[0]] <= values[next[1]] - values[place]);
              return below ? next[0]-- : next[1]++;
            });
  }

  /// The first place with at least a value.
  private int first(double least) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

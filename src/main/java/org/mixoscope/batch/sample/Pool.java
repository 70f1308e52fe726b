package org.mixoscope.batch.sample;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mixoscope.dataset.labelled.DataSet;

/// Whom a picture may be mixed with, and how likely. Two whole numbers a picture.
final class Pool {
  /// Draws before the rest is taken as it comes.
  private static final int MOST_DRAWS = 64;

  private final Partners.Who who;
  private final int size;

  /// Pictures by class, ascending within each.
  private final int[] byClass;

  /// Where each class begins there, and after them the end.
  private final int[] starts;

  /// The classes that have pictures.
  private final int[] inhabited;

  private final DataSet data;

  Pool(DataSet data, Partners.Who who) {
    this.data = data;
    this.who = who;
    size = data.size();
    starts = new int[data.classes().size() + 1];
    boolean sorted =
        switch (who) {
          case ROLL, RANDOM, NEAR_LABEL, FAR_SALIENCY -> false;
          case SAME_CLASS, OTHER_CLASS, BALANCED -> true;
        };
    byClass = new int[sorted ? size : 0];
    if (sorted) {
      sort();
    }
    inhabited =
        IntStream.range(0, starts.length - 1).filter(c -> starts[c + 1] > starts[c]).toArray();
  }

  private void sort() {
    IntStream.range(0, size).forEach(i -> starts[data.classOf(i) + 1]++);
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = Arrays.copyOf(starts, starts.length - 1);
    for (int i = 0; i < size; i++) {
      byClass[next[data.classOf(i)]++] = i;
    }
  }

  /// Partners in the order in which they are tried: drawn, some more than once, and then all.
  IntStream partners(int own, RandomGenerator random) {
    int others = others(own);
    if (others == 0) {
      return IntStream.empty();
    }
    IntStream drawn = IntStream.range(0, MOST_DRAWS).map(_ -> draw(own, others, random));
    return IntStream.concat(drawn, IntStream.range(0, others).map(number -> other(own, number)));
  }

  private int draw(int own, int others, RandomGenerator random) {
    if (who != Partners.Who.BALANCED) {
      return other(own, random.nextInt(others));
    }
    int found = own;
    while (found == own) {
      int drawn = inhabited[random.nextInt(inhabited.length)];
      found = byClass[starts[drawn] + random.nextInt(starts[drawn + 1] - starts[drawn])];
    }
    return found;
  }

  /// How many others there are for a picture.
  int others(int own) {
    return switch (who) {
      case ROLL, RANDOM, BALANCED, NEAR_LABEL, FAR_SALIENCY -> size - 1;
      case SAME_CLASS -> start(own, 1) - start(own, 0) - 1;
      case OTHER_CLASS -> size - (start(own, 1) - start(own, 0));
    };
  }

  /// One of them.
  ///
  /// @param number within [0, [#others])
  int other(int own, int number) {
    return switch (who) {
      case ROLL, RANDOM, BALANCED, NEAR_LABEL, FAR_SALIENCY -> number < own ? number : number + 1;
      case SAME_CLASS -> {
        int at = start(own, 0) + number;
        yield byClass[byClass[at] < own ? at : at + 1];
      }
      case OTHER_CLASS -> {
        int before = start(own, 0);
        yield byClass[number < before ? number : number - before + start(own, 1)];
      }
    };
  }

  private int start(int own, int after) {
    return starts[data.classOf(own) + after];
  }
}

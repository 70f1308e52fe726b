package org.mixoscope.batch.sample;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mixoscope.dataset.labelled.DataSet;

/// Whom a picture may be mixed with, as numbers 0, 1, … without gaps. Two whole numbers a picture.
final class Pool {
  private final Partners partners;
  private final int size;

  /// Pictures by class, ascending within each.
  private final int[] byClass;

  /// Where each class begins there, and after them the end.
  private final int[] starts;

  private final DataSet data;

  Pool(DataSet data, Partners partners) {
    this.data = data;
    this.partners = partners;
    size = data.size();
    starts = new int[data.classes().size() + 1];
    boolean sorted = partners == Partners.SAME_CLASS || partners == Partners.OTHER_CLASS;
    byClass = new int[sorted ? size : 0];
    if (sorted) {
      sort();
    }
  }

  private void sort() {
    IntStream.range(0, size).forEach(i -> starts[data.classOf(i) + 1]++);
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = Arrays.copyOf(starts, starts.length - 1);
    for (int i = 0; i < size; i++) {
      byClass[next[data.classOf(i)]++] = i;
    }
  }

  /// How many others there are for a picture.
  int others(int own) {
    return switch (partners) {
      case ROLL, RANDOM -> size - 1;
      case SAME_CLASS -> start(own, 1) - start(own, 0) - 1;
      case OTHER_CLASS -> size - (start(own, 1) - start(own, 0));
    };
  }

  /// One of them.
  ///
  /// @param number within [0, [#others])
  int other(int own, int number) {
    return switch (partners) {
      case ROLL, RANDOM -> number < own ? number : number + 1;
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

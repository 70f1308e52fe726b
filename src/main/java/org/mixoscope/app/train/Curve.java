package org.mixoscope.app.train;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mixoscope.lab.study.Study.Point;

/// What one run gave, epoch by epoch: columns of one length by their names, which are those of
/// `mixoscope train --csv`.
record Curve(Map<String, List<Double>> columns) {
  private static final int SEEN = 300;

  static final String EPOCH = "epoch";
  static final String LOSS = "loss";
  static final String MIXED_ACCURACY = "mixed_accuracy";
  static final String TRAIN_ACCURACY = "train_accuracy";
  static final String TEST_ACCURACY = "test_accuracy";
  static final String NLL = "nll";
  static final String ECE = "ece";

  /// All columns, in the order of a table.
  static final List<String> NAMES =
      List.of(EPOCH, LOSS, MIXED_ACCURACY, TRAIN_ACCURACY, TEST_ACCURACY, NLL, ECE);

  /// @throws IllegalArgumentException if a column is longer than another
  Curve {
    columns = Map.copyOf(columns);
    if (columns.values().stream().mapToInt(List::size).distinct().count() > 1) {
      throw new IllegalArgumentException("curves: all columns of a run have as many epochs");
    }
  }

  /// What a run has given so far.
  static Curve of(List<Point> points) {
    Map<String, List<Double>> columns = new TreeMap<>();
    NAMES.forEach(
        name -> columns.put(name, points.stream().map(point -> value(name, point)).toList()));
    return new Curve(columns);
  }

  private static double value(String name, Point point) {
    return switch (name) {
      case EPOCH -> point.epoch();
      case LOSS -> point.batches().loss();
      case MIXED_ACCURACY -> point.batches().accuracy();
      case TRAIN_ACCURACY -> point.train().accuracy();
      case TEST_ACCURACY -> point.test().accuracy();
      case NLL -> point.test().nll();
      case ECE -> point.test().ece();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /// How many epochs.
  int epochs() {
    return column(EPOCH).size();
  }

  /// One value an epoch.
  List<Double> column(String name) {
    return columns.getOrDefault(name, List.of());
  }

  /// With no more epochs than can be seen.
  Curve thinned() {
    int[] places = places(SEEN);
    Map<String, List<Double>> some = new TreeMap<>();
    columns.forEach(
        (name, column) -> some.put(name, IntStream.of(places).mapToObj(column::get).toList()));
    return new Curve(some);
  }

  /// The places of at most so many epochs, evenly, the last among them.
  private int[] places(int most) {
    int step = (epochs() - 1) / most + 1;
    return IntStream.range(0, epochs()).filter(i -> (epochs() - 1 - i) % step == 0).toArray();
  }
}

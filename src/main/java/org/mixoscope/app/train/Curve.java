package org.mixoscope.app.train;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mixoscope.lab.study.Measure;
import org.mixoscope.lab.study.Study.Point;

/// What one run gave, epoch by epoch: columns of one length by their names, which are those of
/// `mixoscope train --csv`.
record Curve(Map<String, List<Double>> columns) {
  private static final int SEEN = 300;

  static final String EPOCH = "epoch";

  /// All columns, in the order of a table.
  static final List<String> NAMES =
      Stream.concat(Stream.of(EPOCH), Stream.of(Measure.values()).map(Measure::id)).toList();

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
    columns.put(EPOCH, points.stream().map(point -> (double) point.epoch()).toList());
    for (Measure measure : Measure.values()) {
      columns.put(measure.id(), points.stream().map(measure::applyAsDouble).toList());
    }
    return new Curve(columns);
  }

  /// How many epochs.
  int epochs() {
    return column(EPOCH).size();
  }

  /// One value an epoch.
  List<Double> column(String name) {
    return columns.getOrDefault(name, List.of());
  }

  List<Double> column(Measure measure) {
    return column(measure.id());
  }

  /// With no more epochs than can be seen.
  Curve thinned() {
    int[] places = seen(epochs()).toArray();
    Map<String, List<Double>> some = new TreeMap<>();
    columns.forEach(
        (name, column) -> some.put(name, IntStream.of(places).mapToObj(column::get).toList()));
    return new Curve(some);
  }

  /// Which of so many epochs can be seen: evenly, the last among them.
  static IntStream seen(int epochs) {
    int step = (epochs - 1) / SEEN + 1;
    return IntStream.range(0, epochs).filter(i -> (epochs - 1 - i) % step == 0);
  }
}

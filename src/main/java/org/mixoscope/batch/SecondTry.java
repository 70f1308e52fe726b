package org.mixoscope.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mixoscope.batch.ErrorFile.Line;
import org.mixoscope.batch.Journal.State;
import org.mixoscope.batch.output.MapForm;
import org.mixoscope.batch.output.Output;
import org.mixoscope.batch.output.Point;
import org.mixoscope.batch.sample.SampleMaker;
import org.mixoscope.batch.sample.Stock;
import org.mixoscope.dataset.labelled.DataSet;

/// Goes back on a run to the first sample that had to do without a picture that can be read now:
/// all from there on is what it would have been had the picture been readable from the start.
///
/// @param retry what there is to say
/// @param state from which the run goes on
record SecondTry(Retry retry, State state) {

  /// Looks for what can be read now. Writes nothing.
  ///
  /// @param before how far the run is, in the end with no output
  /// @param fromStart whether all is to be written anew if anything is
  static SecondTry of(
      Path folder,
      DataSet data,
      JobSettings settings,
      SampleMaker maker,
      State before,
      boolean fromStart)
      throws IOException {
    List<Line> lines = ErrorFile.lines(folder, before.errors());
    Map<String, Integer> pictures = pictures(maker.stock(), lines);
    Set<Integer> readable =
        pictures.values().parallelStream().filter(maker::canRead).collect(Collectors.toSet());
    int first =
        lines.stream()
            .filter(line -> readable.contains(pictures.get(line.source())))
            .mapToInt(line -> fromStart ? 0 : line.sample())
            .min()
            .orElse(before.next());
    if (first == before.next()) {
      return new SecondTry(
          new Retry(lines.size(), readable.size(), before.next(), before.next()), before);
    }
    Set<Integer> named = new HashSet<>(pictures.values());
    Point point =
        Output.back(
            folder,
            settings.output(),
            data.classes().size(),
            MapForm.of(maker.target(), data, settings.samples().policy()),
            before.output(),
            first,
            end -> written(maker, named, end));
    State state =
        new State(
            point.next(),
            point.next() - point.written(),
            lines.stream()
                .filter(line -> line.sample() < point.next())
                .mapToLong(Line::end)
                .max()
                .orElse(0),
            ObjectCounts.NONE,
            point.state());
    return new SecondTry(
        new Retry(lines.size(), readable.size(), point.next(), before.next()), state);
  }

  /// The numbers of the pictures that are named.
  private static Map<String, Integer> pictures(Stock stock, List<Line> lines) {
    Set<String> names = lines.stream().map(Line::source).collect(Collectors.toSet());
    Map<String, Integer> pictures = new HashMap<>();
    for (int i = 0; i < stock.size() && !names.isEmpty(); i++) {
      if (names.contains(stock.name(i))) {
        pictures.putIfAbsent(stock.name(i), i);
      }
    }
    return pictures;
  }

  /// How many samples before one have an own picture that could be read.
  private static int written(SampleMaker maker, Set<Integer> named, int end) {
    return (int) IntStream.range(0, end).filter(i -> !named.contains(maker.plan().own(i))).count();
  }
}

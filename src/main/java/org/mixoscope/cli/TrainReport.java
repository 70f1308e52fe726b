package org.mixoscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.lab.Disturbance;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Experiment;
import org.mixoscope.lab.Optimiser;
import org.mixoscope.lab.study.AlphaSearch;
import org.mixoscope.lab.study.CurveTable;
import org.mixoscope.lab.study.Spread;
import org.mixoscope.lab.study.Study.Point;

/// What is said of a training, for people and as a table.
///
/// @param source as it was named
/// @param plain the run that is not mixed
/// @param classes their names
/// @param splits of each seed
record TrainReport(
    String source,
    List<String> classes,
    Experiment plain,
    double labelNoise,
    int epochs,
    long seed,
    List<Examples.Split> splits) {
  /// Accuracies on disturbed test samples.
  ///
  /// @param accuracies of each run
  record Disturbed(Disturbance how, List<Spread> accuracies) {}

  /// What came out.
  ///
  /// @param points of each epoch, run and seed
  /// @param disturbed what was left on disturbed test samples
  /// @param search null if α was given
  record Result(
      List<Experiment> runs,
      List<List<List<Point>>> points,
      List<Disturbed> disturbed,
      @Nullable AlphaSearch search,
      double seconds) {
    /// A number of each seed after the last epoch.
    Spread last(int run, ToDoubleFunction<Point> number) {
      return Spread.of(points.getLast().get(run).stream().mapToDouble(number));
    }

    /// How many test samples of each class (row) were taken for each (column), over all seeds.
    int[][] confusion(int run) {
      List<Point> seeds = points.getLast().get(run);
      int classes = seeds.getFirst().test().confusion().size();
      int[][] counts = new int[classes][classes];
      for (Point seed : seeds) {
        for (int own = 0; own < classes; own++) {
          for (int said = 0; said < classes; said++) {
            counts[own][said] += seed.test().confusion().get(own).get(said);
          }
        }
      }
      return counts;
    }
  }

  /// What is trained, on how much.
  String head() {
    Examples.Split first = splits.getFirst();
    String noise =
        labelNoise == 0
            ? ""
            : ", %s of the labels redrawn at random".formatted(percent(labelNoise));
    return String.format(
        Locale.ROOT,
        "%s: %d samples of %d classes to train on%s; %d others to test on, never mixed.%n"
            + "%s, %d weights; %s, batch %d; seeds %d to %d.",
        source,
        first.train().size(),
        first.train().classes(),
        noise,
        first.test().size(),
        plain.net().name(),
        plain.net().weights(),
        optimiser(),
        plain.batchSize(),
        seed,
        seed + splits.size() - 1);
  }

  private String optimiser() {
    return switch (plain.optimiser()) {
      case Optimiser.Adam adam -> "adam " + adam.rate();
      case Optimiser.Sgd sgd -> "sgd %s with momentum %s".formatted(sgd.rate(), sgd.momentum());
    };
  }

  /// One line: means over the seeds.
  String epoch(List<Experiment> runs, List<List<Point>> points) {
    long number = points.getFirst().getFirst().epoch();
    return String.format(Locale.ROOT, "epoch %d/%d", number, epochs)
        + IntStream.range(0, runs.size())
            .mapToObj(run -> epoch(runs.get(run).name(), points.get(run)))
            .collect(Collectors.joining());
  }

  private static String epoch(String name, List<Point> seeds) {
    return String.format(
        Locale.ROOT,
        "  %s: loss %.3f, train %.1f %%, test %.1f %%",
        name,
        mean(seeds, p -> p.batches().loss()),
        100 * mean(seeds, p -> p.train().accuracy()),
        100 * mean(seeds, p -> p.test().accuracy()));
  }

  static double mean(List<Point> seeds, ToDoubleFunction<Point> number) {
    return seeds.stream().mapToDouble(number).average().orElseThrow();
  }

  /// What the search found.
  List<String> searched(AlphaSearch search) {
    List<String> lines = new ArrayList<>();
    lines.add("Accuracy on samples held back from training:");
    lines.add("  without mixing  " + TrainTables.percent(search.none()));
    for (int i = 0; i < search.alphas().size(); i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  α = %s  %s",
              search.alphas().get(i),
              TrainTables.percent(search.accuracies().get(i))));
    }
    double best = search.alphas().get(search.best());
    lines.add(
        search.alike().size() == 1
            ? "The best is α = %s.".formatted(best)
            : "The best is α = %s; no difference to α = %s can be told by so many."
                .formatted(
                    best,
                    search.alike().stream()
                        .filter(alpha -> alpha != best)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "))));
    lines.add(TrainTables.verdict("α = " + best, "no mixing", search.gain()));
    return lines;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.4s", 100 * share).replaceAll("\\.0?$", "") + " %";
  }

  /// What every epoch gave, a line for each run and seed.
  String csv(Result result) {
    CurveTable table = new CurveTable();
    for (List<List<Point>> epoch : result.points()) {
      for (int run = 0; run < epoch.size(); run++) {
        for (int s = 0; s < epoch.get(run).size(); s++) {
          Point point = epoch.get(run).get(s);
          table.add(
              result.runs().get(run).name(),
              seed + s,
              point.epoch(),
              measure -> measure.applyAsDouble(point));
        }
      }
    }
    return table.text();
  }
}

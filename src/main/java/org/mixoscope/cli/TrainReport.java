package org.mixoscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Experiment;
import org.mixoscope.lab.Optimiser;
import org.mixoscope.lab.study.AlphaSearch;
import org.mixoscope.lab.study.Spread;
import org.mixoscope.lab.study.Study.Point;

/// What is said of a training, for people and as a table.
///
/// @param source as it was named
/// @param plain the run that is not mixed
/// @param splits of each seed
record TrainReport(
    String source,
    Experiment plain,
    double labelNoise,
    int epochs,
    long seed,
    List<Examples.Split> splits) {
  private static final String NONE = "";

  /// What came out.
  ///
  /// @param points of each epoch, run and seed
  /// @param search null if α was given
  record Result(
      List<Experiment> runs,
      List<List<List<Point>>> points,
      @Nullable AlphaSearch search,
      double seconds) {
    /// A number of each seed after the last epoch.
    Spread last(int run, ToDoubleFunction<Point> number) {
      return Spread.of(points.getLast().get(run).stream().mapToDouble(number));
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
    lines.add("  without mixing  " + percent(search.none()));
    for (int i = 0; i < search.alphas().size(); i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  α = %s  %s",
              search.alphas().get(i),
              percent(search.accuracies().get(i))));
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
    lines.add(verdict("α = " + best, "no mixing", search.gain()));
    return lines;
  }

  /// The table at the end, and what follows from it.
  List<String> table(Result result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(NONE, "test accuracy", "train accuracy", "ECE", "NLL", "wins"));
    Spread base = result.last(0, p -> p.test().accuracy());
    for (int run = 0; run < result.runs().size(); run++) {
      Spread test = result.last(run, p -> p.test().accuracy());
      rows.add(
          List.of(
              result.runs().get(run).name(),
              percent(test),
              percent(result.last(run, p -> p.train().accuracy())),
              percent(result.last(run, p -> p.test().ece())),
              plain(result.last(run, p -> p.test().nll())),
              run == 0 ? NONE : test.wins(base) + "/" + splits.size()));
    }
    List<String> lines = new ArrayList<>(List.of(NONE));
    for (List<String> row : rows) {
      lines.add(
          IntStream.range(0, row.size())
              .mapToObj(column -> padded(row.get(column), width(rows, column)))
              .collect(Collectors.joining("  "))
              .stripTrailing());
    }
    lines.add(NONE);
    for (int run = 1; run < result.runs().size(); run++) {
      Spread gain = result.last(run, p -> p.test().accuracy()).minus(base);
      lines.add(verdict(result.runs().get(run).name(), result.runs().getFirst().name(), gain));
    }
    lines.add(String.format(Locale.ROOT, "%.1f s", result.seconds()));
    return lines;
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /// A difference, and whether it is one.
  private static String verdict(String name, String other, Spread gain) {
    double points = 100 * gain.mean();
    int n = gain.values().size();
    if (n < 2) {
      return String.format(
          Locale.ROOT,
          "%s against %s: %+.1f points, by one seed alone: take more.",
          name,
          other,
          points);
    }
    return String.format(
        Locale.ROOT,
        "%s against %s: %+.1f ± %.1f points (95 %%), better in %d of %d%s.",
        name,
        other,
        points,
        100 * gain.uncertainty(),
        gain.values().stream().filter(value -> value > 0).count(),
        n,
        gain.differs() ? "" : ": no difference can be told");
  }

  private static String percent(Spread spread) {
    return spread.values().size() < 2
        ? String.format(Locale.ROOT, "%.1f %%", 100 * spread.mean())
        : String.format(Locale.ROOT, "%.1f ± %.1f %%", 100 * spread.mean(), 100 * spread.sd());
  }

  private static String plain(Spread spread) {
    return spread.values().size() < 2
        ? String.format(Locale.ROOT, "%.3f", spread.mean())
        : String.format(Locale.ROOT, "%.3f ± %.3f", spread.mean(), spread.sd());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.4s", 100 * share).replaceAll("\\.0?$", "") + " %";
  }

  /// What every epoch gave, a line for each run and seed.
  String csv(Result result) {
    StringBuilder lines =
        new StringBuilder("policy,seed,epoch,loss,mixed_accuracy,train_accuracy,")
            .append("test_accuracy,nll,ece\r\n");
    for (List<List<Point>> epoch : result.points()) {
      for (int run = 0; run < epoch.size(); run++) {
        for (int s = 0; s < epoch.get(run).size(); s++) {
          Point p = epoch.get(run).get(s);
          lines
              .append('"')
              .append(result.runs().get(run).name())
              .append('"')
              .append(
                  String.format(
                      Locale.ROOT,
                      ",%d,%d,%s,%s,%s,%s,%s,%s\r\n",
                      seed + s,
                      p.epoch(),
                      p.batches().loss(),
                      p.batches().accuracy(),
                      p.train().accuracy(),
                      p.test().accuracy(),
                      p.test().nll(),
                      p.test().ece()));
        }
      }
    }
    return lines.toString();
  }
}

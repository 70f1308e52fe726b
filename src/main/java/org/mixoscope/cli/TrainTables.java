package org.mixoscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mixoscope.cli.TrainReport.Result;
import org.mixoscope.lab.study.Spread;

/// What is said for people at the end of a training: mean ± standard deviation over the seeds.
final class TrainTables {
  private static final String NONE = "";

  private TrainTables() {}

  /// The tables at the end, and what follows from them.
  ///
  /// @param report of what
  /// @param confusion whether to say what was taken for what
  static List<String> of(TrainReport report, Result result, boolean confusion) {
    List<String> lines = new ArrayList<>();
    add(lines, numbers(report, result));
    add(lines, disturbed(result));
    for (int run = 0; confusion && run < result.runs().size(); run++) {
      add(lines, confusion(result.runs().get(run).name(), report.classes(), result.confusion(run)));
    }
    lines.add(NONE);
    Spread base = result.last(0, p -> p.test().accuracy());
    for (int run = 1; run < result.runs().size(); run++) {
      Spread gain = result.last(run, p -> p.test().accuracy()).minus(base);
      lines.add(verdict(result.runs().get(run).name(), result.runs().getFirst().name(), gain));
    }
    lines.add(String.format(Locale.ROOT, "%.1f s", result.seconds()));
    return lines;
  }

  private static List<List<String>> numbers(TrainReport report, Result result) {
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
              run == 0 ? NONE : test.wins(base) + "/" + report.splits().size()));
    }
    return rows;
  }

  private static List<List<String>> disturbed(Result result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.concat(
                Stream.of("test accuracy with"),
                result.disturbed().stream().map(d -> d.how().toString()))
            .toList());
    for (int run = 0; run < result.runs().size(); run++) {
      int row = run;
      rows.add(
          Stream.concat(
                  Stream.of(result.runs().get(run).name()),
                  result.disturbed().stream().map(d -> percent(d.accuracies().get(row))))
              .toList());
    }
    return rows;
  }

  private static List<List<String>> confusion(String run, List<String> classes, int[][] counts) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Stream.concat(Stream.of(run + ": class, taken for"), classes.stream()).toList());
    for (int own = 0; own < counts.length; own++) {
      rows.add(
          Stream.concat(
                  Stream.of(classes.get(own)), IntStream.of(counts[own]).mapToObj(String::valueOf))
              .toList());
    }
    return rows;
  }

  private static void add(List<String> lines, List<List<String>> rows) {
    lines.add(NONE);
    for (List<String> row : rows) {
      lines.add(
          IntStream.range(0, row.size())
              .mapToObj(column -> padded(row.get(column), width(rows, column)))
              .collect(Collectors.joining("  "))
              .stripTrailing());
    }
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /// A difference, and whether it is one.
  static String verdict(String name, String other, Spread gain) {
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

  static String percent(Spread spread) {
    return spread.values().size() < 2
        ? String.format(Locale.ROOT, "%.1f %%", 100 * spread.mean())
        : String.format(Locale.ROOT, "%.1f ± %.1f %%", 100 * spread.mean(), 100 * spread.sd());
  }

  private static String plain(Spread spread) {
    return spread.values().size() < 2
        ? String.format(Locale.ROOT, "%.3f", spread.mean())
        : String.format(Locale.ROOT, "%.3f ± %.3f", spread.mean(), spread.sd());
  }
}

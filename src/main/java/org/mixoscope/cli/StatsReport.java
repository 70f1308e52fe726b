package org.mixoscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;
import org.mixoscope.kernel.Sentence;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.stats.Distribution;
import org.mixoscope.stats.Estimate;
import org.mixoscope.stats.MixStatistics;

/// What is said about the statistics of a method. Every number says whether it is exact.
///
/// @param method what was asked for
/// @param statistics what came out
/// @param seed of the draws, if there were any
/// @param draws how many there were, unless all is exact
record StatsReport(Method method, MixStatistics statistics, long seed, int draws) {
  private static final String BLOCKS = " ▏▎▍▌▋▊▉█";
  private static final int FULL = 8;
  private static final int BAR = 28;
  private static final int COLUMN = 24;

  /// Aligned lines for people.
  String text() {
    StringJoiner text = new StringJoiner("\n");
    text.add("method     " + MixReport.method(method));
    text.add("frame      %s pixels".formatted(statistics.frame()));
    text.add("numbers    " + origin());
    text.add("");
    text.add("           " + padded("λ as drawn", COLUMN) + "λ̂, the share of A");
    text.add(both("mean", Distribution::mean));
    text.add(both("deviation", Distribution::deviation));
    text.add(both("weaker", Distribution::weaker));
    for (int q = 0; q < Distribution.PROBABILITIES.size(); q++) {
      int index = q;
      String name = "%.0f %%".formatted(100 * Distribution.PROBABILITIES.get(q));
      text.add(both(name, one -> one.quantiles().get(index).at()));
    }
    text.add("");
    text.add(line("others", statistics.othersShare(), "their expected share"));
    text.add(line("untouched", statistics.untouched(), "λ̂ = 1: nothing of the others is in it"));
    text.add(line("replaced", statistics.replaced(), "λ̂ = 0: nothing of A is left"));
    if (method instanceof CutMix cutMix && !cutMix.rule().staysInside()) {
      double limit = MixStatistics.meanOfClippedCutMix(cutMix.alpha());
      text.add(line("limit", Estimate.calculated(limit), "the mean of λ̂ in ever larger frames"));
    }
    text.add("");
    addHistograms(text);
    return text.toString();
  }

  private String origin() {
    return statistics.isExact()
        ? "calculated, nothing was drawn"
        : Sentence.filled(
            "± one standard error: from {0} {0:draw|draws} of seed {1}", List.of(draws, seed));
  }

  private String both(String name, Function<Distribution, Estimate> number) {
    return padded(name, 11)
        + padded(hasLambda() ? known(number.apply(statistics.lambda())) : "–", COLUMN)
        + known(number.apply(statistics.effective()));
  }

  private boolean hasLambda() {
    return method.type().uses(Trait.LAMBDA);
  }

  private static String line(String name, Estimate number, String meaning) {
    return padded(name, 11) + padded(known(number), COLUMN) + meaning;
  }

  private void addHistograms(StringJoiner text) {
    List<Estimate> drawn = statistics.lambda().histogram();
    List<Estimate> effective = statistics.effective().histogram();
    double highest =
        Math.max(
            hasLambda() ? largest(drawn, Estimate::value) : 0, largest(effective, Estimate::value));
    text.add(
        padded("bins", 13)
            + padded(hasLambda() ? "λ, " + known(drawn) : "", BAR + 7)
            + "λ̂, "
            + known(effective));
    for (int bin = 0; bin < effective.size(); bin++) {
      String left = hasLambda() ? bar(drawn.get(bin), highest) : "";
      String line =
          range(bin, effective.size())
              + "  "
              + padded(left, BAR + 7)
              + bar(effective.get(bin), highest);
      text.add(line.stripTrailing());
    }
  }

  private static String range(int bin, int bins) {
    return number("%.3f", (double) bin / bins) + "–" + number("%.3f", (bin + 1.0) / bins);
  }

  /// The probability and a bar to eighths of a character; the highest leaves two characters free.
  private static String bar(Estimate bin, double highest) {
    int eighths = (int) Math.round(bin.value() / highest * (BAR - 2) * FULL);
    String end = eighths % FULL == 0 ? "" : BLOCKS.substring(eighths % FULL, eighths % FULL + 1);
    return number("%.4f ", bin.value()) + BLOCKS.substring(FULL).repeat(eighths / FULL) + end;
  }

  private static String known(Estimate estimate) {
    return number("%.6f", estimate.value())
        + (estimate.exact() ? " exact" : " ± " + number("%.6f", estimate.standardError()));
  }

  private static String known(List<Estimate> bins) {
    return bins.getFirst().exact()
        ? "exact"
        : "± " + number("%.4f", largest(bins, Estimate::standardError)) + " at most";
  }

  private static double largest(List<Estimate> estimates, Function<Estimate, Double> number) {
    return estimates.stream().mapToDouble(number::apply).max().orElseThrow();
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}

package org.mixoscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mixoscope.batch.sample.Mass;

/// How much of all labels together each class has, in a line.
final class MassText {
  private static final int CLASSES = 10;

  private MassText() {}

  /// `of all labels: ant 90.0 %, bee 10.0 %`.
  static String of(List<String> classes, List<Double> shares) {
    return "of all labels: " + listed(classes, c -> percent(shares.get(c)));
  }

  /// `of all labels, before → expected after: ant 90.0 % → 70.4 %, bee 10.0 % → 29.6 %`.
  static String of(List<String> classes, Mass mass) {
    return "of all labels, before → expected after: "
        + listed(
            classes, c -> percent(mass.before().get(c)) + " → " + percent(mass.after().get(c)));
  }

  private static String listed(List<String> classes, IntFunction<String> said) {
    int named = Math.min(CLASSES, classes.size());
    String more = classes.size() > named ? ", and %d more".formatted(classes.size() - named) : "";
    return IntStream.range(0, named)
        .mapToObj(c -> classes.get(c) + " " + said.apply(c))
        .collect(Collectors.joining(", ", "", more));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}

package org.mixoscope.app.train;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lab.study.Spread;
import org.mixoscope.lab.study.Study.Point;

/// What can be said of the runs over several seeds: of the first one and the one that differs most
/// from it.
///
/// @param bands of at least two seeds, after at least one epoch
record SeedsOutcome(Bands bands) {
  /// Calibration errors closer than this are not worth a sentence.
  private static final double WORTH = 0.02;

  /// The run that differs most from the first.
  int other() {
    return IntStream.range(1, bands.runs())
        .boxed()
        .max(Comparator.comparingDouble(k -> Math.abs(gain(k).mean())))
        .orElseThrow();
  }

  private Spread accuracy(int run) {
    return bands.last(run, SeedsOutcome::accuracy);
  }

  private static double accuracy(Point point) {
    return point.test().accuracy();
  }

  /// Seed by seed.
  private Spread gain(int run) {
    return accuracy(run).minus(accuracy(0));
  }

  /// One sentence or two.
  String text(Messages messages) {
    int k = other();
    Spread gain = gain(k);
    boolean firstIsBetter = gain.mean() < 0;
    int better = firstIsBetter ? 0 : k;
    int worse = firstIsBetter ? k : 0;
    String said =
        messages.get(
            gain.differs() ? "train.seeds.accuracy" : "train.seeds.none",
            bands.seeds(),
            name(better, messages),
            spread(accuracy(better)),
            name(worse, messages),
            spread(accuracy(worse)),
            accuracy(better).wins(accuracy(worse)),
            percent(Math.abs(gain.mean())),
            percent(gain.uncertainty()));
    Spread first = bands.last(0, point -> point.test().ece());
    Spread second = bands.last(k, point -> point.test().ece());
    Spread calibration = second.minus(first);
    return calibration.differs() && Math.abs(calibration.mean()) >= WORTH
        ? messages.get(
            "sentences",
            said,
            messages.get(
                "train.seeds.ece",
                name(0, messages),
                spread(first),
                name(k, messages),
                spread(second)))
        : said;
  }

  private String name(int run, Messages messages) {
    return messages.get("train.run.named", run + 1, bands.options().runs().get(run).name(messages));
  }

  /// In percent.
  static String spread(Spread spread) {
    return percent(spread.mean()) + " ± " + percent(spread.sd());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}

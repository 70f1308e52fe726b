package org.mixoscope.app.train;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lab.Metrics;

/// What can be said of two runs after the same epochs.
///
/// @param first the number of the one, from 0
/// @param one what it does on the test samples
/// @param second the number of the other
/// @param two what that does
/// @param samples how many test samples there are
record Outcome(int first, Metrics one, int second, Metrics two, int samples) {
  /// Standard errors beyond which chance is no good explanation.
  private static final double ERRORS = 2;

  /// Calibration errors closer than this are not worth a sentence.
  private static final double WORTH = 0.02;

  /// The first run and the one that differs most from it in accuracy; nothing before the first
  /// epoch, or of a single run.
  static Optional<Outcome> of(LabView view) {
    List<Metrics> tests =
        view.lanes().stream()
            .flatMap(lane -> Optional.ofNullable(lane.last()).stream())
            .map(point -> point.test())
            .toList();
    if (tests.size() < view.lanes().size()) {
      return Optional.empty();
    }
    Metrics one = tests.getFirst();
    return IntStream.range(1, tests.size())
        .boxed()
        .max(Comparator.comparingDouble(k -> Math.abs(tests.get(k).accuracy() - one.accuracy())))
        .map(k -> new Outcome(0, one, k, tests.get(k), view.data().test().size()));
  }

  /// Whether the test samples are enough to tell the two apart.
  boolean differs() {
    double error = Math.hypot(error(one), error(two));
    return Math.abs(one.accuracy() - two.accuracy()) > ERRORS * error;
  }

  private double error(Metrics metrics) {
    return Math.sqrt(metrics.accuracy() * (1 - metrics.accuracy()) / samples);
  }

  /// One sentence or two.
  String text(LabOptions options, Messages messages) {
    String accuracy = accuracy(options, messages);
    return Math.abs(one.ece() - two.ece()) < WORTH
        ? accuracy
        : messages.get("sentences", accuracy, calibration(options, messages));
  }

  private String accuracy(LabOptions options, Messages messages) {
    boolean firstIsBetter = one.accuracy() >= two.accuracy();
    return messages.get(
        differs() ? "train.change.accuracy" : "train.change.none",
        name(options, firstIsBetter ? first : second, messages),
        percent((firstIsBetter ? one : two).accuracy()),
        name(options, firstIsBetter ? second : first, messages),
        percent((firstIsBetter ? two : one).accuracy()),
        samples);
  }

  /// Of the one that is calibrated worse.
  private String calibration(LabOptions options, Messages messages) {
    boolean firstIsWorse = one.ece() > two.ece();
    Metrics worse = firstIsWorse ? one : two;
    double confidence = confidence(worse);
    return messages.get(
        confidence < worse.accuracy() ? "train.change.under" : "train.change.over",
        name(options, firstIsWorse ? first : second, messages),
        percent(confidence),
        percent(worse.accuracy()),
        percent(worse.ece()),
        percent((firstIsWorse ? two : one).ece()));
  }

  private double confidence(Metrics metrics) {
    return metrics.reliability().stream().mapToDouble(bin -> bin.count() * bin.confidence()).sum()
        / samples;
  }

  private static String name(LabOptions options, int run, Messages messages) {
    return messages.get("train.run.named", run + 1, options.runs().get(run).name(messages));
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}

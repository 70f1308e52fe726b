package org.mixoscope.app.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mixoscope.app.audit.AuditModel.Averages;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;

/// Findings in words.
///
/// @param messages in whose language
record FindingText(Messages messages) {
  private static final double SHOWN = 0.0005;

  /// Why label and pixels are as they are, in a sentence or two.
  String why(Finding finding) {
    String why =
        messages.get(
            "audit.why." + finding.cause(),
            clippedAway(finding),
            LabelBar.number(finding.label()),
            LabelBar.number(finding.share()));
    return finding.profile().smoothing() == 0
        ? why
        : messages.get(
            "sentences",
            why,
            messages.get(
                "audit.smoothing",
                Double.toString(finding.profile().smoothing()),
                LabelBar.number(finding.smoothed())));
  }

  /// How much of the box the border takes away, in percent.
  private static String clippedAway(Finding finding) {
    Box whole = finding.drawn();
    long lost = whole.area() - finding.clipped().area();
    return String.format(Locale.ROOT, "%.0f", whole.isEmpty() ? 0.0 : 100.0 * lost / whole.area());
  }

  /// "180×126 → 180×103 px", or one size if nothing is clipped.
  String size(Finding finding) {
    String drawn = size(finding.drawn());
    return finding.isClipped() ? drawn + " → " + size(finding.clipped()) : drawn;
  }

  /// "x 10–190, y 197–300".
  String place(Finding finding) {
    Box box = finding.clipped();
    return "x %d–%d, y %d–%d".formatted(box.x1(), box.x2(), box.y1(), box.y2());
  }

  private static String size(Box box) {
    return box.width() + "×" + box.height();
  }

  /// With its sign; what differs by less than is shown says so.
  static String difference(Finding finding) {
    double difference = finding.difference();
    if (!finding.disagrees()) {
      return "=  0";
    }
    return "≠  "
        + (Math.abs(difference) < SHOWN
            ? (difference < 0 ? "> −0.001" : "< +0.001")
            : signed(difference));
  }

  /// With its sign.
  static String signed(double difference) {
    return String.format(Locale.ROOT, "%+.3f", difference).replace('-', '−');
  }

  /// How many disagree, who does so most on average, and who in this draw. What would be shown as
  /// no difference is not called one.
  String summary(List<Finding> findings, Averages averages) {
    List<Finding> wrong = findings.stream().filter(Finding::disagrees).toList();
    String all = Integer.toString(findings.size());
    String many =
        wrong.isEmpty()
            ? messages.get("audit.agree", all)
            : messages.get("audit.summary", Integer.toString(wrong.size()), all);
    Optional<String> usual =
        averages.byProfile().entrySet().stream()
            .max(Comparator.comparingDouble(entry -> entry.getValue().value()))
            .filter(most -> most.getValue().value() >= SHOWN)
            .map(
                most ->
                    messages.get(
                        "audit.summary.average",
                        most.getKey(),
                        LabelBar.number(most.getValue().value()),
                        Integer.toString(averages.draws())));
    Optional<String> now =
        wrong.stream()
            .max(Comparator.comparingDouble(one -> size(one.difference())))
            .map(
                worst ->
                    size(worst.difference()) < SHOWN
                        ? messages.get("audit.summary.draw.none")
                        : messages.get(
                            "audit.summary.draw",
                            worst.profile().id(),
                            LabelBar.number(worst.label()),
                            LabelBar.number(worst.share())));
    return Stream.of(Optional.of(many), usual, now)
        .flatMap(Optional::stream)
        .reduce((one, other) -> messages.get("sentences", one, other))
        .orElseThrow();
  }

  /// What Explore does from now on that it did not before.
  String used(Finding finding, Recipe before) {
    CutMix next = finding.method();
    String alpha =
        before.method() instanceof CutMix cutMix && cutMix.alpha() != next.alpha()
            ? messages.get("audit.used.alpha", plain(cutMix.alpha()), plain(next.alpha()))
            : messages.get("audit.used.same", plain(next.alpha()));
    String used = messages.get("audit.used", finding.profile().id(), next.rule().id(), alpha);
    double smoothing = finding.profile().smoothing();
    return smoothing == before.smoothing()
        ? used
        : messages.get(
            "sentences", used, messages.get("audit.used.smoothing", Double.toString(smoothing)));
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  private static double size(double difference) {
    return Math.abs(difference);
  }

  /// Who leaves the sample unmixed, and with which label; empty if nobody does.
  String warning(List<Finding> findings) {
    List<Finding> unmixed = findings.stream().filter(Finding::isUnmixed).toList();
    if (unmixed.isEmpty()) {
      return "";
    }
    if (unmixed.size() == findings.size()) {
      return messages.get("audit.unmixed.all", labels(unmixed));
    }
    return messages.get(
        "audit.unmixed",
        Integer.toString(unmixed.size()),
        unmixed.stream()
            .map(one -> one.profile().id() + " " + LabelBar.number(one.label()))
            .collect(Collectors.joining(", ")));
  }

  /// What labels give A, each value once.
  private static String labels(List<Finding> findings) {
    return findings.stream()
        .map(one -> LabelBar.number(one.label()))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}

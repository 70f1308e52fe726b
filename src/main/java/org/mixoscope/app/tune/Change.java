package org.mixoscope.app.tune;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.stats.Estimate;

/// One way in which two settings differ, with its figures.
///
/// @param kind which
/// @param first the number of setting 1
/// @param second the number of setting 2
record Change(Kind kind, Estimate first, Estimate second) {
  private static final int MOST = 2;
  private static final double ERRORS = 3;

  /// What can differ, and by how much it must to be worth a sentence.
  enum Kind {
    /// The share of the partner, as a percentage.
    PARTNER(0.01, 100),
    /// What the border makes of the mean of λ.
    BORDER(0.01, 1),
    /// Samples that are almost one picture.
    PURE(0.02, 100),
    /// Samples that are one picture.
    UNMIXED(0.005, 100),
    /// The middle of the frame against its corners.
    PLACE(0.05, 100);

    private final double worth;
    private final double unit;

    Kind(double worth, double unit) {
      this.worth = worth;
      this.unit = unit;
    }

    Estimate of(Consequences consequences) {
      return switch (this) {
        case PARTNER -> consequences.partner();
        case BORDER -> consequences.raised();
        case PURE -> consequences.nearlyPure();
        case UNMIXED -> consequences.onePicture();
        case PLACE -> towardsTheMiddle(consequences);
      };
    }
  }

  /// What differs most, at most two; none if the settings do the same as far as can be said.
  static List<Change> between(Consequences one, Consequences two) {
    List<Change> all =
        Stream.of(Kind.values())
            .map(kind -> new Change(kind, kind.of(one), kind.of(two)))
            .filter(Change::isSure)
            .sorted(Comparator.comparingDouble(Change::weight).reversed())
            .toList();
    boolean border = all.stream().anyMatch(change -> change.explains(all));
    return all.stream()
        // What the border does to λ̂ is what it does to the partner: one of the two is enough.
        .filter(change -> change.kind != (border ? Kind.PARTNER : Kind.BORDER))
        .limit(MOST)
        .toList();
  }

  private boolean explains(List<Change> all) {
    return kind == Kind.BORDER
        && all.stream()
            .anyMatch(
                other ->
                    other.kind == Kind.PARTNER
                        && Math.abs(other.difference() + difference()) < Kind.BORDER.worth);
  }

  private double difference() {
    return first.value() - second.value();
  }

  private double weight() {
    return Math.abs(difference()) / kind.worth;
  }

  private boolean isSure() {
    double error = Math.hypot(first.standardError(), second.standardError());
    return weight() >= 1 && Math.abs(difference()) > ERRORS * error;
  }

  /// The sentence; the setting with the larger number comes first.
  String text(Messages messages) {
    boolean firstIsLarger = difference() > 0;
    return messages.get(
        "change." + kind,
        firstIsLarger ? "1" : "2",
        number(firstIsLarger ? first : second),
        firstIsLarger ? "2" : "1",
        number(firstIsLarger ? second : first));
  }

  /// A chance difference of less than nothing is no −0.000, as a formatted double would be.
  private String number(Estimate estimate) {
    return BigDecimal.valueOf(estimate.value() * kind.unit)
        .setScale(kind.unit == 1 ? 3 : 1, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private static Estimate towardsTheMiddle(Consequences consequences) {
    Estimate middle = consequences.inTheMiddle();
    Estimate corner = consequences.inTheCorner();
    double value = middle.value() - corner.value();
    return middle.exact() && corner.exact()
        ? Estimate.calculated(value)
        : Estimate.sampled(value, Math.hypot(middle.standardError(), corner.standardError()));
  }
}

package org.mixoscope.app.audit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.audit.AuditModel.Averages;
import org.mixoscope.kernel.Box;
import org.mixoscope.stats.Estimate;

/// The table for other programs: comma-separated values with a line of English names, the same in
/// every language, numbers with all their digits.
final class AuditTableText {
  private static final String HEAD =
      "framework,label_rule,lambda,box_x1,box_y1,box_x2,box_y2,clipped_x1,clipped_y1,clipped_x2,"
          + "clipped_y2,label_a,share_a,difference,label_a_by_objects,mean_difference,"
          + "standard_error,draws";

  private AuditTableText() {}

  static String csv(List<Finding> findings, Averages averages) {
    return Stream.concat(Stream.of(HEAD), findings.stream().map(finding -> line(finding, averages)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Finding finding, Averages averages) {
    String id = finding.profile().id();
    Estimate average = averages.byProfile().get(id);
    return Stream.of(
            id,
            finding.profile().convention("cutmix").labelRule().name().toLowerCase(Locale.ROOT),
            number(finding.draw().lambda()),
            corners(finding.drawn()),
            corners(finding.clipped()),
            number(finding.label()),
            number(finding.share()),
            number(finding.difference()),
            number(finding.seen()),
            number(average == null ? null : average.value()),
            number(average == null ? null : average.standardError()),
            average == null ? "" : Integer.toString(averages.draws()))
        .collect(Collectors.joining(","));
  }

  private static String corners(Box box) {
    return "%d,%d,%d,%d".formatted(box.x1(), box.y1(), box.x2(), box.y2());
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : value.toString();
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mixoscope.batch.Progress;

class BatchReportTest {
  /// Wrapping is off while it is printed: a narrow terminal cuts the bar, not the numbers.
  @Test
  void numbersComeBeforeTheBarAndNothingWraps() {
    Progress progress = new Progress(8000, 2000, 3, 0, Duration.ofSeconds(10));

    assertEquals(
        "\u001b[?7l2000 of 8000  200/s  0:30 left, 3 skipped  "
            + "━".repeat(7)
            + "─".repeat(23)
            + "\u001b[K\u001b[?7h",
        BatchReport.bar(progress));
  }

  @Test
  void theTimeThatIsLeftIsNotGuessedFromTheFirstSamples() {
    Progress progress = new Progress(8000, 1, 0, 0, Duration.ofSeconds(1));

    assertEquals(
        "\u001b[?7l1 of 8000  1/s  " + "─".repeat(30) + "\u001b[K\u001b[?7h",
        BatchReport.bar(progress));
  }
}

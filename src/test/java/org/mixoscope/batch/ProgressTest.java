package org.mixoscope.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  @Test
  void whatAnEarlierRunDidDoesNotCountForTheRate() {
    Progress progress = new Progress(1000, 600, 10, 400, Duration.ofSeconds(4));

    assertEquals(590, progress.written());
    assertEquals(50, progress.rate());
    assertEquals(Duration.ofSeconds(8), progress.remaining());
  }

  @Test
  void withoutATimeThereIsNoRate() {
    Progress begin = new Progress(1000, 0, 0, 0, Duration.ZERO);

    assertEquals(0, begin.rate());
    assertEquals(Duration.ZERO, begin.remaining());
    assertEquals(Duration.ZERO, new Progress(9, 4, 0, 4, Duration.ofSeconds(1)).remaining());
  }

  @Property(tries = 200)
  void restTakesAsLongAsItsShareSays(
      @ForAll @IntRange(min = 1, max = 1_000_000) int done,
      @ForAll @IntRange(max = 1_000_000) int left,
      @ForAll @IntRange(min = 1, max = 100_000) int millis) {
    Progress progress = new Progress(done + left, done, 0, 0, Duration.ofMillis(millis));

    double expected = (double) millis * left / done;
    assertEquals(expected, progress.remaining().toNanos() / 1e6, 1e-9 * expected + 1e-5);
    assertTrue(progress.rate() > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 kB",
    "1, 1 kB",
    "1000, 1 kB",
    "1001, 2 kB",
    "999999, 1000 kB",
    "1000000, 1.0 MB",
    "3440000, 3.4 MB",
    "1000000000, 1.0 GB",
    "1234567890123, 1234.6 GB",
  })
  void bytesAreSaidInTheLargestUnit(long bytes, String text) {
    assertEquals(text, Amounts.bytes(bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0:00",
    "6, 0:06",
    "65, 1:05",
    "3599, 59:59",
    "3600, 1:00:00",
    "3723, 1:02:03",
    "360000, 100:00:00"
  })
  void timesAreSaidAsClocksShowThem(long seconds, String text) {
    assertEquals(text, Amounts.time(Duration.ofSeconds(seconds)));
    assertEquals(text, Amounts.time(Duration.ofMillis(seconds * 1000 + 999)));
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.batch.ObjectCounts;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.sample.Stock;
import org.mixoscope.dataset.labelled.DataSet;

class BatchReportTest {
  @TempDir Path folder;

  @BeforeEach
  void writePicture() throws IOException {
    Photo.noise(4, 3, 1).write(Files.createDirectory(folder.resolve("cat")).resolve("1.png"));
  }

  /// Wrapping is off while it is printed: a narrow terminal cuts the bar, not the numbers.
  @Test
  void numbersComeBeforeTheBarAndNothingWraps() {
    Progress progress = new Progress(8000, 2000, 3, 0, Duration.ofSeconds(10));

    assertEquals(
        "\u001b[?7l2000 of 8000  200/s  0:30 left, 3 skipped  "
            + "━".repeat(7)
            + "─".repeat(23)
            + "\u001b[K\u001b[?7h",
        ProgressLine.bar(progress));
  }

  @Test
  void theTimeThatIsLeftIsNotGuessedFromTheFirstSamples() {
    Progress progress = new Progress(8000, 1, 0, 0, Duration.ofSeconds(1));

    assertEquals(
        "\u001b[?7l1 of 8000  1/s  " + "─".repeat(30) + "\u001b[K\u001b[?7h",
        ProgressLine.bar(progress));
  }

  @Test
  void oneIsSaidOtherwiseThanTwo() throws IOException {
    assertEquals(
        "1 sample was written before: out\n1 left out, its pictures cannot be read: see errors",
        said(new Progress(2, 2, 1, 2, Duration.ofSeconds(1))));
    assertEquals(
        "2 samples were written before: out\n2 left out, their pictures cannot be read: see errors",
        said(new Progress(4, 4, 2, 4, Duration.ofSeconds(1))));
    String go = "; go on with the same command and --resume";
    assertEquals(
        "mixoscope batch: stopped, 1 of 2 samples is done" + go,
        said(new Progress(2, 1, 0, 0, Duration.ofSeconds(1))));
    assertEquals(
        "mixoscope batch: stopped, 2 of 4 samples are done" + go,
        said(new Progress(4, 2, 0, 0, Duration.ofSeconds(1))));
  }

  @Test
  void whatBecameOfObjectsIsSaidAtTheEnd() throws IOException {
    ObjectCounts counts = new ObjectCounts(12, 7, 2, 1, 3, 0);
    assertEquals(
        "2 samples were written before: out\n"
            + "12 objects in the pictures shown: 7 kept, 2 to be ignored, 3 gone\n"
            + "1 object left out: the format cannot say that it is to be ignored",
        said(new Progress(2, 2, 0, 2, Duration.ofSeconds(1), counts)));
    assertEquals(
        "2 samples were written before: out\n"
            + "2 samples show no object: their label is 0 for every class",
        said(new Progress(2, 2, 0, 2, Duration.ofSeconds(1), new ObjectCounts(0, 0, 0, 0, 0, 2))));
  }

  /// What is said at the end, on both streams.
  private String said(Progress end) throws IOException {
    StringWriter all = new StringWriter();
    PrintWriter writer = new PrintWriter(all);
    try (DataSet data = DataSet.open(folder)) {
      new BatchReport(false, false, Path.of("out"), Stock.of(data), writer, writer).ended(end);
    }
    return all.toString()
        .strip()
        .replace(System.lineSeparator(), "\n")
        .replace(Path.of("out", "errors.jsonl").toString(), "errors");
  }
}

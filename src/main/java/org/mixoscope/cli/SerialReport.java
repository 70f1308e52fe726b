package org.mixoscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.mixoscope.batch.Part;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.SerialJob;

/// What is said of a job of clips or texts while it runs and when it ends.
final class SerialReport {
  private static final double MILLIS = 1000;

  private final BatchCommand batch;
  private final Path folder;
  private final PrintWriter out;
  private final PrintWriter err;
  private final ProgressLine line;

  /// @param folder that is written
  SerialReport(BatchCommand batch, Path folder, PrintWriter out, PrintWriter err) {
    this.batch = batch;
    this.folder = folder;
    this.out = out;
    this.err = err;
    line = new ProgressLine(batch.quiet, batch.json, out);
  }

  /// What was understood.
  ///
  /// @param facts for `--json`
  /// @param lines for people
  void begun(ObjectNode facts, List<String> lines) {
    if (batch.quiet) {
      return;
    }
    if (batch.json) {
      out.println(JsonNodeFactory.instance.objectNode().put("event", "understood").setAll(facts));
    } else {
      lines.forEach(out::println);
    }
  }

  /// Runs the job, or says what it would write.
  ///
  /// @return the exit code
  int run(SerialJob job) throws IOException {
    Part part = batch.shard.part;
    if (batch.dryRun) {
      planned(job.stretch(folder, part).size());
      return 0;
    }
    try (CtrlC _ = new CtrlC(job::cancel)) {
      Progress end = job.run(folder, part, batch.resume, line::show);
      boolean complete = end.done() == end.total();
      ended(end, complete);
      if (complete && !batch.quiet && !batch.json && !part.isWhole()) {
        out.println(BatchReport.merging(part, folder));
      }
      out.flush();
      return complete && (end.written() > 0 || end.total() == 0) ? 0 : 1;
    }
  }

  private void planned(int samples) {
    if (batch.quiet) {
      return;
    }
    out.println(
        batch.json
            ? JsonNodeFactory.instance.objectNode().put("event", "plan").put("samples", samples)
            : "would write %s into %s".formatted(BatchReport.samples(samples), folder));
  }

  private void ended(Progress end, boolean complete) {
    line.clear();
    if (batch.json && !batch.quiet) {
      out.println(ProgressLine.object(complete ? "done" : "stopped", end));
    } else if (!complete && !batch.json) {
      err.println(ProgressLine.stopped(end));
    } else if (!batch.quiet) {
      if (end.skipped() > 0) {
        out.println(
            "%s left out, see %s"
                .formatted(BatchReport.samples(end.skipped()), folder.resolve("errors.jsonl")));
      }
      out.println(
          String.format(
              Locale.ROOT,
              "%s in %.1f s (%s/s): %s",
              BatchReport.samples(end.written()),
              end.elapsed().toMillis() / MILLIS,
              rate(end),
              folder));
    }
  }

  /// Clips take longer than a second each.
  private static String rate(Progress end) {
    return String.format(Locale.ROOT, end.rate() < 10 ? "%.1f" : "%.0f", end.rate());
  }
}

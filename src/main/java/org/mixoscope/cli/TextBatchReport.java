package org.mixoscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.mixoscope.batch.Part;
import org.mixoscope.batch.Progress;
import org.mixoscope.dataset.labelled.TextTable;

/// What is said of a table of texts while it is mixed and when that ends.
final class TextBatchReport {
  private static final double MILLIS = 1000;

  private final boolean quiet;
  private final boolean json;
  private final Path folder;
  private final TextTable table;
  private final PrintWriter out;
  private final PrintWriter err;
  private final ProgressLine line;

  TextBatchReport(
      boolean quiet, boolean json, Path folder, TextTable table, PrintWriter out, PrintWriter err) {
    this.quiet = quiet;
    this.json = json;
    this.folder = folder;
    this.table = table;
    this.out = out;
    this.err = err;
    line = new ProgressLine(quiet, json, out);
  }

  /// What was understood.
  void begun() {
    if (json && !quiet) {
      ObjectNode object = JsonNodeFactory.instance.objectNode().put("event", "understood");
      object.put("texts", table.size()).put("left_out", table.leftOut().size());
      object.put("label_column", table.labelColumn());
      object.put("target", table.findings().target().id());
      table.classes().forEach(object.putArray("classes")::add);
      table.findings().remarks().forEach(one -> object.withArray("remarks").add(one.text()));
      out.println(object);
    } else if (!quiet) {
      Understood.lines(table).forEach(out::println);
    }
  }

  /// Nothing is written.
  void planned(int samples) {
    if (json && !quiet) {
      out.println(
          JsonNodeFactory.instance.objectNode().put("event", "plan").put("samples", samples));
    } else if (!quiet) {
      out.println("would write %s into %s".formatted(BatchReport.samples(samples), folder));
    }
  }

  /// Another sample is done.
  void done(Progress progress) {
    line.show(progress);
  }

  /// A part ended.
  void ended(Part part) {
    if (!quiet && !json && !part.isWhole()) {
      out.println(BatchReport.merging(part, folder));
    }
  }

  /// The job is complete, or was stopped.
  void ended(Progress end) {
    line.clear();
    boolean complete = end.done() == end.total();
    if (json && !quiet) {
      out.println(ProgressLine.object(complete ? "done" : "stopped", end));
    } else if (!complete && !json) {
      err.println(ProgressLine.stopped(end));
    } else if (!quiet) {
      out.println(
          String.format(
              Locale.ROOT,
              "%s in %.1f s (%.0f/s): %s",
              BatchReport.samples(end.done()),
              end.elapsed().toMillis() / MILLIS,
              end.rate(),
              folder));
    }
  }
}

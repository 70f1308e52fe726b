package org.mixoscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.mixoscope.batch.Part;
import org.mixoscope.batch.Progress;
import org.mixoscope.clip.ClipFolder;

/// What is said of a folder of clips while it is mixed and when that ends.
final class ClipBatchReport {
  private static final double MILLIS = 1000;

  private final boolean quiet;
  private final boolean json;
  private final Path folder;
  private final PrintWriter out;
  private final PrintWriter err;
  private final ProgressLine line;

  ClipBatchReport(boolean quiet, boolean json, Path folder, PrintWriter out, PrintWriter err) {
    this.quiet = quiet;
    this.json = json;
    this.folder = folder;
    this.out = out;
    this.err = err;
    line = new ProgressLine(quiet, json, out);
  }

  /// What was understood.
  void begun(ClipFolder clips) {
    if (json && !quiet) {
      ObjectNode object = JsonNodeFactory.instance.objectNode().put("event", "understood");
      object.put("clips", clips.clips().size()).put("left_out", clips.leftOut().size());
      clips.classes().forEach(object.putArray("classes")::add);
      out.println(object);
    } else if (!quiet) {
      out.printf(
          "%d %s of %d %s%n",
          clips.clips().size(),
          clips.clips().size() == 1 ? "clip" : "clips",
          clips.classes().size(),
          clips.classes().size() == 1 ? "class" : "classes");
      if (!clips.leftOut().isEmpty()) {
        out.printf(
            "note    %d %s: left out, %s the first%n",
            clips.leftOut().size(),
            clips.leftOut().size() == 1 ? "file is no clip" : "files are no clips",
            clips.leftOut().getFirst());
      }
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
      if (end.skipped() > 0) {
        out.println(
            "%s left out, see %s"
                .formatted(BatchReport.samples(end.skipped()), folder.resolve("errors.jsonl")));
      }
      out.println(
          String.format(
              Locale.ROOT,
              "%s in %.1f s (%.1f/s): %s",
              BatchReport.samples(end.written()),
              end.elapsed().toMillis() / MILLIS,
              end.rate(),
              folder));
    }
  }
}

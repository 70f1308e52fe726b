package org.mixoscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.mixoscope.batch.Amounts;
import org.mixoscope.batch.Progress;
import org.mixoscope.kernel.Sentence;

/// How far a job is: a bar where somebody watches, or JSON lines.
final class ProgressLine {
  private static final int BAR = 30;
  private static final double MILLIS = 1000;

  /// What is said before of the time that is left is too wrong to be of use.
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";
  private static final String CLEAR_REST = "\u001b[K";

  private final boolean json;
  private final boolean watched;
  private final PrintWriter out;
  private Duration said = Duration.ZERO;

  ProgressLine(boolean quiet, boolean json, PrintWriter out) {
    this.json = json && !quiet;
    watched = !quiet && !json && hasTerminal();
    this.out = out;
  }

  // Null with -Djdk.console=java.base.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean hasTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /// Says it once a second as JSON, ten times a second as a bar.
  void show(Progress progress) {
    Duration pause = Duration.ofMillis(json ? 1000 : 100);
    if (progress.elapsed().minus(said).compareTo(pause) < 0) {
      return;
    }
    said = progress.elapsed();
    if (json) {
      out.println(object("progress", progress));
    } else if (watched) {
      out.print("\r" + bar(progress));
      out.flush();
    }
  }

  /// Takes the bar away.
  void clear() {
    if (watched) {
      out.print("\r" + CLEAR_REST);
    }
  }

  /// `1234 of 8000 1050/s 0:06 left, 3 skipped ━━━━━━────────`. The bar comes last: a line that the
  /// terminal is too narrow for ends there and does not wrap, so that the next one covers it.
  static String bar(Progress progress) {
    int full = (int) ((long) BAR * progress.done() / progress.total());
    String left =
        progress.elapsed().compareTo(SETTLED) < 0
            ? ""
            : "  %s left".formatted(Amounts.time(progress.remaining()));
    String skipped = progress.skipped() == 0 ? "" : ", %d skipped".formatted(progress.skipped());
    return NO_WRAP
        + "%d of %d  %.0f/s%s%s  "
            .formatted(progress.done(), progress.total(), progress.rate(), left, skipped)
        + "━".repeat(full)
        + "─".repeat(BAR - full)
        + CLEAR_REST
        + WRAP;
  }

  /// As JSON on one line.
  static String object(String event, Progress progress) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("event", event).put("samples", progress.total()).put("done", progress.done());
    object.put("written", progress.written()).put("skipped", progress.skipped());
    object.put("seconds", progress.elapsed().toMillis() / MILLIS);
    object.put("rate", Math.round(10 * progress.rate()) / 10.0);
    if (progress.objects().isSomething()) {
      object.set("objects", progress.objects().tree());
    }
    return object.put("remaining_seconds", progress.remaining().toMillis() / MILLIS).toString();
  }

  /// What is said of a job that was stopped.
  static String stopped(Progress end) {
    return Sentence.filled(
        "mixoscope batch: stopped, {0} of {1} {1:sample|samples} {0:is|are} done;"
            + " go on with the same command and --resume",
        List.of(end.done(), end.total()));
  }
}

package org.mixoscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.JobSource;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.batch.SerialContents;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.TextOutput;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.text.TextJob;
import org.mixoscope.batch.text.TextJobDocument;
import org.mixoscope.batch.text.TextJobSettings;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.dataset.labelled.TextTable;
import org.mixoscope.text.Passage;
import org.mixoscope.text.SentenceMix;
import org.mixoscope.text.TextMethod;
import org.mixoscope.text.TextMethodType;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// A table of texts in place of pictures. Options that only pictures have are refused, so that
/// nobody believes they had an effect.
final class TextBatchOptions {
  /// Options of pictures that mean the same for texts.
  private static final Set<String> SHARED =
      Set.of(
          "--text-column",
          "--job",
          "--text-method",
          "--label-column",
          "--label-delimiter",
          "--classes",
          "--class-order",
          "--target",
          "--alpha",
          "--pieces",
          "--sources",
          "--prob",
          "--pairing",
          "--copies",
          "--keep-originals",
          "--smoothing",
          "--seed",
          "--format",
          "--shard",
          "--resume",
          "--dry-run",
          "--quiet",
          "--json",
          "--verbose");

  private static final int SEED = 42;

  @Option(
      names = "--text-column",
      paramLabel = "NAME",
      description =
          "Mix texts: SRC is a .csv, .tsv or .jsonl file, NAME its column with the texts. Written"
              + " are data/mixed.jsonl, or with --format parquet data/mixed-000000.parquet and so"
              + " on, both with text and soft label. With it go --text-method, --alpha, --pieces,"
              + " --sources, --prob, --copies, --keep-originals, --smoothing, --seed, --resume,"
              + " --dry-run, --quiet, --json, and of the labels --label-column,"
              + " --label-delimiter, --classes, --class-order and --target.")
  @Nullable String column;

  @Option(
      names = "--text-method",
      paramLabel = "NAME",
      converter = TextOptions.TypeChoice.class,
      description = "How texts are mixed: span, words or sentences. The default is span.")
  @Nullable TextMethodType type;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec command;

  /// Whether texts are mixed.
  boolean isUsed() {
    if (column == null && type != null) {
      throw Refusal.usage("--text-method: goes with --text-column");
    }
    return column != null;
  }

  /// Mixes the table.
  ///
  /// @return the exit code
  int run(Path source, Path to, BatchCommand batch, PrintWriter out, PrintWriter err)
      throws IOException {
    ParseResult given = refuseOthers();
    TextJobSettings settings = settings(given, batch);
    ReadAs as = requireClasses(batch.reading.readAs());
    String text = Objects.requireNonNull(column);
    return run(source, text, as, settings, null, new SerialReport(batch, to, out, err));
  }

  /// Mixes the table of a job, or another one in its place.
  ///
  /// @param named the other one; null for that of the job
  /// @return the exit code
  int again(
      TextJobDocument document,
      @Nullable Path named,
      Path to,
      BatchCommand batch,
      PrintWriter out,
      PrintWriter err)
      throws IOException {
    refuseOthers();
    if (named == null && column != null) {
      throw JobOption.saidByJob();
    }
    JobSource from = JobOption.ofJob(named, batch.reading.readAs(), document.source());
    return run(
        from.path(),
        Objects.requireNonNullElse(column, document.column()),
        requireClasses(from.as()),
        document.settings(),
        named == null ? document.contents() : null,
        new SerialReport(batch, to, out, err));
  }

  /// @param before what the table has to be; null for anything
  private static int run(
      Path source,
      String column,
      ReadAs as,
      TextJobSettings settings,
      @Nullable SerialContents before,
      SerialReport report)
      throws IOException {
    try (TextTable table = TextTable.open(source, column, as, Passage::require)) {
      TextJob job = new TextJob(source, as, table, settings, ProgramVersion.read());
      if (before != null) {
        job.requireSame(before);
      }
      report.begun(facts(table), Understood.lines(table));
      return report.run(job);
    }
  }

  private static ReadAs requireClasses(ReadAs as) {
    if (as.target() != null
        && as.target() != TargetKind.CLASS
        && as.target() != TargetKind.LABELS) {
      throw Refusal.usage(
          "--target %s: texts are labelled with classes: class or labels"
              .formatted(as.target().id()));
    }
    return as;
  }

  /// Refuses options that texts do not have.
  ///
  /// @return what is given
  private ParseResult refuseOthers() {
    ParseResult given =
        Objects.requireNonNull(command, "set by picocli").commandLine().getParseResult();
    for (OptionSpec option : given.matchedOptions()) {
      if (!SHARED.contains(option.longestName())) {
        throw Refusal.usage(option.longestName() + ": is for pictures, not for texts");
      }
    }
    return given;
  }

  private static ObjectNode facts(TextTable table) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("texts", table.size()).put("left_out", table.leftOut().size());
    object.put("label_column", table.labelColumn());
    object.put("target", table.findings().target().id());
    table.classes().forEach(object.putArray("classes")::add);
    table.findings().remarks().forEach(one -> object.withArray("remarks").add(one.text()));
    return object;
  }

  private TextJobSettings settings(ParseResult given, BatchCommand batch) {
    TextMethodType method = Objects.requireNonNullElse(type, TextMethodType.SPAN);
    boolean inPieces = method == TextMethodType.SENTENCES;
    if (batch.samples.who != Partners.Who.ROLL) {
      throw Refusal.usage(
          "--pairing %s: texts are mixed with those before them in a shuffled order: leave it out"
              .formatted(batch.samples.who.id()));
    }
    if (given.hasMatchedOption("--pieces") && !inPieces) {
      throw Refusal.usage("--pieces: only for --text-method sentences");
    }
    try {
      String alpha = given.matchedOptionValue("--alpha", "");
      String pieces = given.matchedOptionValue("--pieces", "");
      Integer sources = batch.samples.policy.sources;
      return new TextJobSettings(
          method.make(
              alpha.isEmpty() ? TextMethod.ALPHA.initial() : TextMethod.ALPHA.parse(alpha),
              pieces.isEmpty() ? SentenceMix.PIECES.initial() : SentenceMix.PIECES.parse(pieces)),
          sources == null ? 2 : sources,
          batch.samples.policy.prob,
          batch.amount.copies,
          batch.amount.keepOriginals,
          Objects.requireNonNullElse(batch.samples.smoothing, 0.0),
          Objects.requireNonNullElse(batch.samples.seed, (long) SEED),
          format(given, batch.output.format));
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--" + e.getMessage());
    }
  }

  private static TextOutput.Format format(ParseResult given, OutputFormat format) {
    if (!given.hasMatchedOption("--format")) {
      return TextOutput.Format.JSONL;
    }
    if (format != OutputFormat.PARQUET) {
      throw Refusal.usage(
          "--format %s: is for pictures; texts become lines of JSON, or parquet"
              .formatted(format.id()));
    }
    return TextOutput.Format.PARQUET;
  }
}

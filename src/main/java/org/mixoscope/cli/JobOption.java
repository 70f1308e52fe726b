package org.mixoscope.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.JobFile;
import org.mixoscope.batch.JobSource;
import org.mixoscope.dataset.labelled.ReadAs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A job that is given as a document.
final class JobOption {
  /// What concerns the run only, or another data set than that of the job. All else is in the job.
  private static final Set<String> OF_THE_RUN =
      Set.of(
          "--job",
          "--shard",
          "--cache",
          "--threads",
          "--resume",
          "--retry-errors",
          "--dry-run",
          "--quiet",
          "--json",
          "--verbose",
          "--classes",
          "--class-order",
          "--split",
          "--text-column",
          "--label-column",
          "--label-delimiter",
          "--target");

  @Option(
      names = "--job",
      paramLabel = "FILE|TEXT",
      description =
          "The data set and all options from a job: the run.json of another run, a file like it, or"
              + " its text. SRC, if given, takes the place of its data set, and is read as"
              + " --classes, --class-order, --split, --text-column, --label-column,"
              + " --label-delimiter and --target say.")
  @Nullable String argument;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec command;

  /// The job; null if none is given.
  ///
  /// @param more options of the command that it does not hold
  @Nullable JobDocument job(String... more) throws BatchException {
    JobFile file = file(more);
    return file == null ? null : JobDocument.of(file);
  }

  /// The same, of whatever it is.
  @Nullable JobFile file(String... more) throws BatchException {
    String given = argument;
    if (given == null) {
      return null;
    }
    CommandSpec spec = Objects.requireNonNull(command, "set by picocli");
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      String name = option.longestName();
      if (!OF_THE_RUN.contains(name) && !List.of(more).contains(name)) {
        throw Refusal.usage(name + ": not with --job, which holds it already");
      }
    }
    return given.stripLeading().startsWith("{") ? JobFile.parse(given) : read(given);
  }

  /// The data set: the one that is named, which may be another one than that of the job.
  ///
  /// @param own that of the job, if there is one that names it
  static JobSource source(@Nullable Path named, ReadAs as, @Nullable JobSource own) {
    if (named != null) {
      return new JobSource(named, as, null);
    }
    if (own == null) {
      throw Refusal.usage("SRC is missing: name a folder");
    }
    if (!as.equals(ReadAs.USUAL)) {
      throw saidByJob();
    }
    return own;
  }

  /// That only another data set can be read otherwise.
  static Refusal saidByJob() {
    return Refusal.usage("--job: says how its data set is read; name SRC to read another");
  }

  /// The same where there is a job.
  static JobSource ofJob(@Nullable Path named, ReadAs as, @Nullable JobSource own) {
    if (named == null && own == null) {
      throw Refusal.usage("--job: does not say where its source is: name SRC before OUT");
    }
    return source(named, as, own);
  }

  private static JobFile read(String file) throws BatchException {
    try {
      return JobFile.read(Path.of(file));
    } catch (InvalidPathException e) {
      throw Refusal.failed(file + ": not a file name");
    }
  }
}

package org.mixoscope.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.JobDocument;
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
          "--label-column",
          "--label-delimiter",
          "--target");

  @Option(
      names = "--job",
      paramLabel = "FILE|TEXT",
      description =
          "The data set and all options from a job: the run.json of another run, a file like it, or"
              + " its text. SRC, if given, takes the place of its data set.")
  @Nullable String argument;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec command;

  /// The job; null if none is given.
  @Nullable JobDocument job() throws BatchException {
    String given = argument;
    if (given == null) {
      return null;
    }
    CommandSpec spec = Objects.requireNonNull(command, "set by picocli");
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (!OF_THE_RUN.contains(option.longestName())) {
        throw Refusal.usage(option.longestName() + ": not with --job, which holds it already");
      }
    }
    return given.stripLeading().startsWith("{") ? JobDocument.parse(given) : read(given);
  }

  private static JobDocument read(String file) throws BatchException {
    try {
      return JobDocument.read(Path.of(file));
    } catch (InvalidPathException e) {
      throw Refusal.failed(file + ": not a file name");
    }
  }
}

package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.BatchJob.Beginning;
import org.mixoscope.batch.BatchListener;
import org.mixoscope.batch.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// What does the work of `mixoscope batch` in place of this program: it understands the command
/// line, says what the job is, and hands it on.
public interface Cluster {
  /// What somebody calls a file or folder: a path or a URI.
  ///
  /// @throws IOException if there is no such file system, or it does not answer
  Path path(String written) throws IOException;

  /// Runs a job.
  ///
  /// @param folder to write into
  /// @param beginning what to do with a part of it that is there
  /// @param listener told when it begins and how far it is
  /// @return how far it came
  /// @throws IOException if it cannot begin or go on
  Progress run(BatchJob job, Path folder, Beginning beginning, BatchListener listener)
      throws IOException;

  /// Runs a command line of `mixoscope batch` on a cluster.
  ///
  /// @return its exit code
  static int main(Cluster cluster, PrintWriter out, PrintWriter err, String... args) {
    BatchCommand batch = new BatchCommand(out, err, cluster);
    CommandLine line = batch.samples.policy.how.line(batch).setCommandName("mixoscope-spark");
    OptionSpec verbose =
        OptionSpec.builder("--verbose").type(boolean.class).description(Main.VERBOSE).build();
    line.getCommandSpec().addOption(verbose);
    return Failures.handled(line, out, err, () -> Boolean.TRUE.equals(verbose.getValue()))
        .execute(args);
  }
}

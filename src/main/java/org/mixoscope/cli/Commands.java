package org.mixoscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;

/// The commands by their names, each made when it is asked for: to describe all of them to picocli
/// takes a third of a second, and a command line uses one.
final class Commands {
  private Commands() {}

  /// What understands each of them, in the order of the help.
  static SequencedMap<String, Supplier<CommandLine>> all(PrintWriter out, PrintWriter err) {
    SequencedMap<String, Supplier<CommandLine>> all = new LinkedHashMap<>();
    all.put("explore", () -> new CommandLine(new ExploreCommand(out)));
    all.put("mix", () -> mixing(new MixCommand(out), mix -> mix.options.how));
    all.put("figure", () -> mixing(new FigureCommand(out), figure -> figure.options.how));
    all.put("snapshot", () -> mixing(new SnapshotCommand(out), shot -> shot.options.how));
    all.put("code", () -> mixing(new CodeCommand(out), code -> code.options.how));
    all.put("text", () -> new CommandLine(new TextCommand(out)));
    all.put("inspect", () -> new CommandLine(new InspectCommand(out)));
    all.put("batch", () -> mixing(new BatchCommand(out, err), batch -> batch.samples.policy.how));
    all.put(
        "stream",
        () ->
            mixing(
                new StreamCommand(new FileOutputStream(FileDescriptor.out), err),
                stream -> stream.samples.policy.how));
    all.put("train", () -> mixing(new TrainCommand(out, err), train -> train.policy.how));
    all.put("replay", () -> new CommandLine(new ReplayCommand(out)));
    all.put("stats", () -> mixing(new StatsCommand(out), stats -> stats.how));
    all.put("profiles", () -> new CommandLine(new ProfilesCommand(out)));
    return all;
  }

  private static <C> CommandLine mixing(C command, Function<C, MethodOptions> how) {
    return how.apply(command).line(command);
  }
}

package org.mixoscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// The commands by their names, each made when it is asked for: to describe all of them to picocli
/// takes a third of a second, and a command line uses one.
final class Commands {
  private Commands() {}

  /// A command.
  ///
  /// @param type what runs it
  /// @param line makes what understands it
  record One(Class<?> type, Supplier<CommandLine> line) {
    /// No more of it than what it is for.
    CommandSpec summary() {
      CommandSpec summary = CommandSpec.create();
      summary.usageMessage().description(type.getAnnotation(Command.class).description());
      return summary;
    }
  }

  /// What understands each of them, in the order of the help.
  static SequencedMap<String, One> all(PrintWriter out, PrintWriter err) {
    SequencedMap<String, One> all = new LinkedHashMap<>();
    all.put(
        "explore", new One(ExploreCommand.class, () -> new CommandLine(new ExploreCommand(out))));
    all.put(
        "mix",
        new One(MixCommand.class, () -> mixing(new MixCommand(out), mix -> mix.options.how)));
    all.put(
        "figure",
        new One(
            FigureCommand.class,
            () -> mixing(new FigureCommand(out), figure -> figure.options.how)));
    all.put(
        "snapshot",
        new One(
            SnapshotCommand.class,
            () -> mixing(new SnapshotCommand(out), shot -> shot.options.how)));
    all.put(
        "code",
        new One(CodeCommand.class, () -> mixing(new CodeCommand(out), code -> code.options.how)));
    all.put("text", new One(TextCommand.class, () -> new CommandLine(new TextCommand(out))));
    all.put(
        "inspect", new One(InspectCommand.class, () -> new CommandLine(new InspectCommand(out))));
    all.put(
        "batch",
        new One(
            BatchCommand.class,
            () -> mixing(new BatchCommand(out, err), batch -> batch.samples.policy.how)));
    all.put(
        "stream",
        new One(
            StreamCommand.class,
            () ->
                mixing(
                    new StreamCommand(new FileOutputStream(FileDescriptor.out), err),
                    stream -> stream.samples.policy.how)));
    all.put(
        "train",
        new One(
            TrainCommand.class,
            () -> mixing(new TrainCommand(out, err), train -> train.policy.how)));
    all.put("replay", new One(ReplayCommand.class, () -> new CommandLine(new ReplayCommand(out))));
    all.put(
        "stats",
        new One(StatsCommand.class, () -> mixing(new StatsCommand(out), stats -> stats.how)));
    all.put(
        "profiles",
        new One(ProfilesCommand.class, () -> new CommandLine(new ProfilesCommand(out))));
    return all;
  }

  private static <C> CommandLine mixing(C command, Function<C, MethodOptions> how) {
    return how.apply(command).line(command);
  }
}

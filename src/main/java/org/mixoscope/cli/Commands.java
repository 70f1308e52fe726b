package org.mixoscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/// The commands by their names, each made when it is asked for: to describe all of them to picocli
/// takes a third of a second, and a command line uses one.
final class Commands {
  /// In the order of the help.
  static final List<String> NAMES =
      List.of(
          "explore",
          "mix",
          "figure",
          "snapshot",
          "code",
          "text",
          "inspect",
          "batch",
          "stream",
          "train",
          "replay",
          "stats",
          "profiles");

  private final PrintWriter out;
  private final PrintWriter err;

  Commands(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /// What understands one of them.
  CommandLine line(String name) {
    return switch (name) {
      case "explore" -> new CommandLine(new ExploreCommand(out));
      case "mix" -> {
        MixCommand mix = new MixCommand(out);
        yield mix.options.how.line(mix);
      }
      case "figure" -> {
        FigureCommand figure = new FigureCommand(out);
        yield figure.options.how.line(figure);
      }
      case "snapshot" -> {
        SnapshotCommand snapshot = new SnapshotCommand(out);
        yield snapshot.options.how.line(snapshot);
      }
      case "code" -> {
        CodeCommand code = new CodeCommand(out);
        yield code.options.how.line(code);
      }
      case "text" -> new CommandLine(new TextCommand(out));
      case "inspect" -> new CommandLine(new InspectCommand(out));
      case "batch" -> {
        BatchCommand batch = new BatchCommand(out, err);
        yield batch.samples.policy.how.line(batch);
      }
      case "stream" -> {
        StreamCommand stream = new StreamCommand(new FileOutputStream(FileDescriptor.out), err);
        yield stream.samples.policy.how.line(stream);
      }
      case "train" -> {
        TrainCommand train = new TrainCommand(out, err);
        yield train.policy.how.line(train);
      }
      case "replay" -> new CommandLine(new ReplayCommand(out));
      case "stats" -> {
        StatsCommand stats = new StatsCommand(out);
        yield stats.how.line(stats);
      }
      case "profiles" -> new CommandLine(new ProfilesCommand(out));
      default -> throw new IllegalArgumentException("no such command: " + name);
    };
  }
}

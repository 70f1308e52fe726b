package org.mixoscope.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mixoscope.image.PictureException;
import org.mixoscope.recipe.RecipeException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The program. Alone it opens the window.
@Command(
    name = "mixoscope",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Shows what Mixup and CutMix make of two labelled pictures, and does it.",
      "Without a command it opens the Explore window.",
      ""
    },
    synopsisSubcommandLabel = "[COMMAND]",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed, for instance a file cannot be read", "2:wrong usage"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope",
      "  mixoscope explore cat.jpg cup.jpg",
      "  mixoscope mix cat.jpg cup.jpg -o mixed.png",
      "  mixoscope figure cat.jpg cup.jpg -o figure.pdf --template column",
      "  mixoscope snapshot cat.jpg cup.jpg -o figure.png --theme dark",
      "  mixoscope text a.txt b.txt --method span --classes sport,cooking",
      "  mixoscope inspect photos",
      "  mixoscope batch photos mixed --size 224x224 --copies 2",
      "  mixoscope stream photos --size 224x224 --epochs 2 > mixed.tar",
      "  mixoscope train digits --method mixup --label-noise 0.4",
      "  mixoscope replay --mixup-alpha 0.8 --cutmix-alpha 1 --batch 64 --size 224x224",
      "  mixoscope stats --method cutmix --alpha 1 --size 224x224",
      "  mixoscope profiles",
      "  mixoscope code cat.jpg cup.jpg --for torchvision",
      "  mixoscope mix --help"
    })
public final class Main implements Callable<Integer> {
  static final String VERBOSE = "Print a stack trace when something fails.";

  private static final Set<String> OVERVIEW = Set.of("-h", "--help", "-V", "--version");

  private final ExploreCommand explore;

  @Option(names = "--verbose", scope = ScopeType.INHERIT, description = VERBOSE)
  boolean verbose;

  private Main(ExploreCommand explore) {
    this.explore = explore;
  }

  @Override
  public Integer call() throws Exception {
    return explore.call();
  }

  /// Runs a command line and leaves with its exit code.
  public static void main(String[] args) {
    System.exit(ended(args));
  }

  /// Runs a command line on the streams of the process.
  ///
  /// @return its exit code
  static int ended(String... args) {
    // Our text holds λ and 中文 wherever it is printed, so the platform's charset does not matter.
    PrintWriter out = utf8(System.out);
    PrintWriter err = utf8(System.err);
    int code = args.length == 0 ? open(out, err) : run(out, err, args);
    out.flush();
    if (System.out.checkError()) {
      err.println("mixoscope: not all of the output could be printed");
      code = Math.max(code, CommandLine.ExitCode.SOFTWARE);
    }
    return code;
  }

  /// `mixoscope` alone, without picocli, which has nothing to read and would only hold up the
  /// window.
  private static int open(PrintWriter out, PrintWriter err) {
    try {
      return new ExploreCommand(out).call();
    } catch (Refusal | RecipeException | PictureException e) {
      err.println("mixoscope: " + e.getMessage());
    } catch (RuntimeException e) {
      err.println("mixoscope: unexpected " + e + " (see mixoscope explore --verbose)");
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /// Runs a command line.
  ///
  /// @return its exit code
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return line(out, err, args).execute(args);
  }

  /// What understands a command line and runs it: one that begins with a command has only that, and
  /// one that asks for nothing but the overview has only what is said there of all.
  static CommandLine line(PrintWriter out, PrintWriter err, String... args) {
    Main main = new Main(new ExploreCommand(out));
    Map<String, Commands.One> commands = Commands.all(out, err);
    CommandLine line = new CommandLine(main);
    if (args.length == 1 && OVERVIEW.contains(args[0])) {
      commands.forEach((name, command) -> line.addSubcommand(name, command.summary()));
    } else {
      if (args.length > 0 && commands.containsKey(args[0])) {
        commands.keySet().retainAll(List.of(args[0]));
      }
      commands.forEach((name, command) -> line.addSubcommand(name, command.line().get()));
    }
    // Not in the annotation, from which each command would ask for it, wanted or not.
    Version version = new Version();
    line.getCommandSpec().versionProvider(version);
    line.getSubcommands().values().forEach(one -> one.getCommandSpec().versionProvider(version));
    return Failures.handled(line, out, err, () -> main.verbose);
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}

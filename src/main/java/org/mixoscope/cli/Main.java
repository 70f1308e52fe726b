package org.mixoscope.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
    versionProvider = Version.class,
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
  private final ExploreCommand explore;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Print a stack trace when something fails.")
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
    // Our text holds λ and 中文 wherever it is printed, so the platform's charset does not matter.
    PrintWriter out = utf8(System.out);
    PrintWriter err = utf8(System.err);
    int code = args.length == 0 ? open(out, err) : run(out, err, args);
    out.flush();
    if (System.out.checkError()) {
      err.println("mixoscope: not all of the output could be printed");
      code = Math.max(code, CommandLine.ExitCode.SOFTWARE);
    }
    System.exit(code);
  }

  /// `mixoscope` alone, without picocli: Java's start-up cache takes no classes as old as its, and
  /// without them the window is there a third of a second earlier.
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

  /// What understands a command line and runs it: one that begins with a command has only that.
  static CommandLine line(PrintWriter out, PrintWriter err, String... args) {
    Main main = new Main(new ExploreCommand(out));
    var commands = Commands.all(out, err);
    CommandLine line = new CommandLine(main);
    if (args.length > 0) {
      commands.keySet().removeIf(name -> commands.containsKey(args[0]) && !name.equals(args[0]));
    }
    commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
    return Failures.handled(line, out, err, () -> main.verbose);
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}

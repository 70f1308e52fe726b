package org.mixoscope.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.mixoscope.kernel.Objecting;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns whatever goes wrong into one line on the error stream and an exit code.
final class Failures {
  private static final String OUT_OF_MEMORY =
      "out of memory: use smaller pictures or --size, or give more by MIXOSCOPE_OPTS=-Xmx4g";

  private final PrintWriter err;
  private final BooleanSupplier verbose;

  Failures(PrintWriter err, BooleanSupplier verbose) {
    this.err = err;
    this.verbose = verbose;
  }

  /// A command line of which whatever goes wrong is one line and an exit code.
  static CommandLine handled(
      CommandLine line, PrintWriter out, PrintWriter err, BooleanSupplier verbose) {
    Failures failures = new Failures(err, verbose);
    return line.setOut(out)
        .setErr(err)
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        // A file may be called @photo.png.
        .setExpandAtFiles(false)
        .registerConverter(Path.class, Failures::path)
        .setParameterExceptionHandler(failures::usage)
        .setExecutionExceptionHandler((e, command, _) -> failures.failed(e, command))
        .setExecutionStrategy(failures::execute);
  }

  /// An empty name, as a variable that is not set gives it, would be the folder that one is in.
  private static Path path(String name) {
    if (name.isBlank()) {
      throw new TypeConversionException("needs the name of a file or folder");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("not a file name");
    }
  }

  /// Runs the command that was parsed. Errors of the machine are failures like others here: one
  /// line, no trace.
  int execute(ParseResult parsed) {
    try {
      return new RunLast().execute(parsed);
    } catch (OutOfMemoryError e) {
      return fail(e, command(parsed), OUT_OF_MEMORY);
    } catch (LinkageError e) {
      return fail(e, command(parsed), "a part of this installation does not work: " + e);
    }
  }

  /// The command line could not be parsed.
  int usage(ParameterException e, String[] args) {
    return misuse(e.getCommandLine(), message(e, args));
  }

  /// A command threw.
  int failed(Exception e, CommandLine command) {
    return switch (e) {
      case Refusal refusal when refusal.isUsage() -> misuse(command, message(e));
      case Refusal _, IllegalArgumentException _ -> fail(e, command, message(e));
      case Objecting _ -> fail(e, command, message(e));
      // The screen renders on a thread of its own.
      case CompletionException wrapper when wrapper.getCause() instanceof OutOfMemoryError ->
          fail(e, command, OUT_OF_MEMORY);
      default ->
          fail(e, command, "unexpected " + e + (verbose.getAsBoolean() ? "" : " (see --verbose)"));
    };
  }

  private int misuse(CommandLine command, String message) {
    String name = command.getCommandSpec().qualifiedName();
    print("%s: %s (see %s --help)".formatted(name, message, name));
    return CommandLine.ExitCode.USAGE;
  }

  private int fail(Throwable e, CommandLine command, String message) {
    print(command.getCommandSpec().qualifiedName() + ": " + message);
    if (verbose.getAsBoolean()) {
      e.printStackTrace(err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private void print(String line) {
    err.println(String.join(" ", line.lines().map(String::strip).toList()));
  }

  private static String message(ParameterException e, String[] args) {
    return switch (e) {
      case UnmatchedArgumentException unmatched -> unknown(unmatched);
      case OverwrittenOptionException _, MaxValuesExceededException _ ->
          repeated(args) + ": given more than once";
      case ParameterException bad when bad.getCause() instanceof TypeConversionException cause ->
          "%s: %s".formatted(given(bad), cause.getMessage());
      default -> message(e);
    };
  }

  private static String given(ParameterException bad) {
    ArgSpec what = bad.getArgSpec();
    String name = what instanceof OptionSpec option ? option.longestName() : what.paramLabel();
    return bad.getValue().isBlank() ? name + " is empty" : name + " = " + bad.getValue();
  }

  private static String unknown(UnmatchedArgumentException e) {
    String what = e.isUnknownOption() ? "unknown option " : "not understood: ";
    String given = e.getUnmatched().getFirst().split("=", 2)[0];
    // Two letters in the wrong order first: the parser counts that as two faults.
    String meant =
        e.getSuggestions().stream()
            .min(Comparator.comparing(one -> !letters(one).equals(letters(given))))
            .map(one -> "; did you mean " + one + "?")
            .orElse("");
    return what + String.join(" ", e.getUnmatched()) + meant;
  }

  private static List<Integer> letters(String word) {
    return word.chars().sorted().boxed().toList();
  }

  private static String repeated(String[] args) {
    Set<String> seen = new HashSet<>();
    return Arrays.stream(args)
        .map(arg -> arg.split("=", 2)[0])
        .filter(arg -> arg.startsWith("-") && !seen.add(arg))
        .findFirst()
        .orElse("an option");
  }

  private static String message(Exception e) {
    return Objects.requireNonNullElse(e.getMessage(), e.toString());
  }

  private static CommandLine command(ParseResult parsed) {
    return parsed.asCommandLineList().getLast();
  }
}

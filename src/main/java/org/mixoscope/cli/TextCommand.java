package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.text.TextException;
import org.mixoscope.text.TextFile;
import org.mixoscope.text.TextRecipe;
import org.mixoscope.text.TextRecipeText;
import org.mixoscope.text.TextSource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Two texts or more in, the mixed text and its label out.
@Command(
    name = "text",
    customSynopsis = "mixoscope text [A.txt B.txt …] [-o OUT] [OPTIONS]",
    description = {
      "Mixes two texts or more by words or sentences, and prints the mixed text, what was drawn and"
          + " the label: the classes by their shares of the words.",
      "Files are in UTF-8. Words are found by the rules of Unicode, Chinese and Japanese ones by a"
          + " dictionary.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope text match.txt recipe.txt --classes sport,cooking",
      "  mixoscope text a.txt b.txt --method words --lambda 0.7 --seed 7 --json",
      "  mixoscope text a.txt b.txt c.txt --method sentences --weights 5,3,2 -o mixed.txt",
      "  mixoscope text a.txt b.txt -o mixed.json",
      "  mixoscope text --recipe mixed.json"
    })
final class TextCommand implements Callable<Integer> {
  private static final String JSON = ".json";

  private final PrintWriter out;

  @Parameters(
      arity = "0..8",
      paramLabel = "A B",
      hideParamSyntax = true,
      description =
          "Text files, A with the weight λ first: two, or up to eight for --method sentences.")
  List<String> files = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description =
          "The file to write: .txt for the mixed text, or .json for all that --json prints.")
  @Nullable String output;

  @Option(
      names = "--json",
      description =
          "Print one JSON object instead: the text, method, λ, λ̂, words, shares, spans (source,"
              + " start and end in words), classes, label, notes, recipe.")
  boolean json;

  @Option(
      names = "--recipe",
      paramLabel = "FILE|TEXT",
      description =
          "Everything from a recipe, the texts too: its text, a file with it, or a .json file that"
              + " this command wrote.")
  @Nullable String recipe;

  @ArgGroup(exclusive = false, order = 1, heading = "%nHow texts are mixed:%n")
  @Nullable TextOptions options;

  @Spec @Nullable CommandSpec command;

  TextCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws RecipeException, TextException {
    Path file = output == null ? null : OutputFile.require(output, List.of(".txt", JSON));
    TextRecipe made = recipe == null ? described() : fromRecipe(recipe);
    if (file != null) {
      requireNoInput(file);
    }
    TextReport report = new TextReport(made, made.mix());
    if (file != null) {
      boolean all = file.toString().toLowerCase(Locale.ROOT).endsWith(JSON);
      write(file, all ? report.json() : report.mix().text());
    }
    String last = file == null ? "text    " + report.mix().text() : "file    " + file;
    out.println(json ? report.json() : report.text(last));
    return 0;
  }

  private TextRecipe described() throws TextException {
    if (files.size() < 2) {
      throw Refusal.usage(
          (files.isEmpty() ? "A and B are" : "B is") + " missing: name two text files");
    }
    List<TextSource> texts = new ArrayList<>();
    for (String name : files) {
      Path path = path(name);
      texts.add(new TextSource(TextFile.read(path), className(path)));
    }
    return Objects.requireNonNullElseGet(options, TextOptions::new).recipe(texts);
  }

  private TextRecipe fromRecipe(String argument) throws RecipeException, TextException {
    CommandSpec spec = Objects.requireNonNull(command, "set by picocli");
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (option.group() != null) {
        throw Refusal.usage(option.longestName() + ": not with --recipe, which holds it already");
      }
    }
    if (!files.isEmpty()) {
      throw Refusal.usage(files.getFirst() + ": not with --recipe, which holds the texts already");
    }
    return TextRecipeText.parse(RecipeText.looksLikeOne(argument) ? argument : contents(argument));
  }

  private static String contents(String file) {
    try {
      String text = Files.readString(path(file));
      if (!RecipeText.looksLikeOne(text)) {
        throw Refusal.failed(file + ": there is no recipe in it");
      }
      return text;
    } catch (IOException e) {
      throw Refusal.failed(
          "--recipe %s: neither a recipe nor a file with one that can be read".formatted(file));
    }
  }

  private void requireNoInput(Path file) {
    List<String> read = new ArrayList<>(files);
    if (recipe != null && !RecipeText.looksLikeOne(recipe)) {
      read.add(recipe);
    }
    for (String input : read) {
      if (OutputFile.isSame(file, input)) {
        throw Refusal.usage("-o %s: is an input of this mix, choose another name".formatted(file));
      }
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Refusal.failed("-o %s: cannot be written".formatted(file));
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw Refusal.failed(name + ": not a file name");
    }
  }

  /// A file name without extension.
  private static String className(Path file) {
    String name = Objects.toString(file.getFileName(), file.toString());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}

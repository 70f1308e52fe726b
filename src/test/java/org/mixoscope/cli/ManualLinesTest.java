package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.manual.Page;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;

/// The command lines of README and manual do what the pages say.
@BesideWindows
class ManualLinesTest {
  /// The commands that open or draw the window: understood here, run by other tests.
  private static final Set<String> OF_THE_WINDOW = Set.of("mixoscope", "explore", "snapshot");

  /// Data that are shipped, and no files.
  private static final Set<String> SHIPPED =
      Set.of("digits", "moons", "spirals", "circles", "blobs");

  @TempDir Path folder;

  static List<Page> pages() {
    return Stream.concat(Stream.of(Page.readme()), Page.manual().stream())
        .filter(page -> page.blocks().stream().anyMatch(block -> isA("sh", block)))
        .toList();
  }

  /// One line after the other, in a folder with the files that the pages take for granted. A block
  /// of text shows lines of what the last one printed.
  @ParameterizedTest
  @MethodSource("pages")
  void everyLineRuns(Page page) throws IOException {
    ManualFolder.fill(folder);
    String printed = "";
    for (FencedCodeBlock block : page.blocks()) {
      if (isA("sh", block)) {
        for (String line : block.getLiteral().replaceAll("\\\\\n *", "").split("\n")) {
          printed = run(line);
        }
      } else if (isA("text", block)) {
        assertPrinted(block.getLiteral(), printed);
      }
    }
  }

  private static boolean isA(String kind, FencedCodeBlock block) {
    return kind.equals(block.getInfo());
  }

  /// @return what it printed, with names of files as the page has them; nothing of lines that are
  ///   not for us
  private String run(String line) {
    List<String> words = List.of(line.split(" "));
    if (words.getFirst().equals("mvn")) {
      return "";
    }
    assertEquals("mixoscope", words.getFirst(), line);
    String[] arguments = words.subList(1, words.size()).toArray(String[]::new);
    ParseResult parsed = parse(arguments);
    if (OF_THE_WINDOW.contains(parsed.commandSpec().name())) {
      return "";
    }
    Set<String> files = files(parsed);
    Run run =
        Run.of(
            Arrays.stream(arguments)
                .map(word -> files.contains(word) ? in(folder, word) : word)
                .toArray(String[]::new));
    assertEquals("", run.err(), line);
    assertEquals(0, run.code(), line);
    return run.out().replace(folder + File.separator, "");
  }

  /// A slash at the end says that it is to be a folder.
  private static String in(Path folder, String word) {
    return folder.resolve(word) + (word.endsWith("/") ? "/" : "");
  }

  private static ParseResult parse(String... arguments) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    ParseResult parsed = Main.line(nowhere, nowhere).parseArgs(arguments);
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    return parsed;
  }

  /// The words that the command takes for files: what belongs to no option, and to options of paths
  /// or whose help says so.
  private static Set<String> files(ParseResult parsed) {
    Set<String> shipped = parsed.commandSpec().name().equals("train") ? SHIPPED : Set.of();
    return parsed.commandSpec().args().stream()
        .filter(
            arg ->
                arg.isPositional()
                    || arg.type() == Path.class
                    || arg.paramLabel().matches(".*(FILE|FIGURE|OUT).*"))
        .map(ArgSpec::originalStringValues)
        .flatMap(List::stream)
        .filter(word -> !shipped.contains(word))
        .collect(Collectors.toSet());
  }

  private static void assertPrinted(String shown, String printed) {
    Iterator<String> lines = printed.lines().iterator();
    for (String line : shown.lines().toList()) {
      boolean found = false;
      while (!found && lines.hasNext()) {
        found = lines.next().equals(line);
      }
      assertTrue(found, () -> "not printed: " + line + "\n" + printed);
    }
  }
}

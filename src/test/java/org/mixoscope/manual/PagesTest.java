package org.mixoscope.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.profile.Profile;

/// What the pages lead to and name is there.
@BesideWindows
class PagesTest {
  /// A window of a code host; who needs more can read on.
  private static final int README_BYTES = 9 * 1024;

  @TempDir Path folder;

  static List<Page> pages() {
    return Stream.of(Stream.of(Page.readme()), Page.manual().stream(), Page.decisions().stream())
        .flatMap(pages -> pages)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAFileAndAHeading(Page page) {
    for (String destination : page.destinations()) {
      String[] parts = destination.split("#", 2);
      Path file = page.file().resolveSibling(parts[0]).normalize();
      Path there = parts[0].isEmpty() ? page.file() : file;

      assertTrue(Files.isRegularFile(there), destination);
      if (parts.length == 2) {
        assertTrue(Page.read(there).anchors().containsValue(parts[1]), destination);
      }
    }
  }

  @Test
  void readmeIsShort() throws IOException {
    long bytes = Files.size(Page.readme().file());

    assertTrue(bytes <= README_BYTES, bytes + " bytes");
  }

  @Test
  void indexNamesEveryOtherPage() {
    List<Path> others = new ArrayList<>(Page.manual().stream().map(Page::file).toList());
    others.remove(Page.index().file());
    others.add(Path.of("src/site/decisions/README.md"));

    assertEquals(others.stream().sorted().toList(), listed(Page.index()).sorted().toList());
  }

  @Test
  void decisionsAreListedInTheirOrder() {
    Page list = Page.decisions().getLast();
    List<Page> decisions = Page.decisions().subList(0, Page.decisions().size() - 1);

    assertEquals(decisions.stream().map(Page::file).toList(), listed(list).toList());
    assertEquals(
        IntStream.range(0, decisions.size()).mapToObj(i -> decisions.get(i).title()).toList(),
        IntStream.range(0, decisions.size())
            .mapToObj(i -> i + 1 + ". " + Page.text(list.nodes(Link.class).get(i)))
            .toList());
  }

  private static Stream<Path> listed(Page list) {
    return list.nodes(Link.class).stream()
        .map(link -> list.file().resolveSibling(link.getDestination()).normalize());
  }

  @Test
  void tablesNameEverythingThatThereIs() throws IOException {
    assertRows("methods.md", MethodType.all().stream().map(MethodType::id));
    assertRows("methods.md", Profile.all().stream().map(Profile::id));
    assertRows("command-line.md", Arrays.stream(BoxRule.values()).map(BoxRule::id));
    String formats = Files.readString(Path.of("src/site/markdown/data-sets.md"));
    for (OutputFormat format : OutputFormat.values()) {
      assertTrue(
          formats
              .lines()
              .anyMatch(line -> line.startsWith("|") && line.contains("`" + format.id() + "`")),
          format::id);
    }
  }

  private static void assertRows(String page, Stream<String> names) throws IOException {
    String text = Files.readString(Path.of("src/site/markdown", page));
    names.forEach(name -> assertTrue(text.contains("\n| `" + name + "` |"), name));
  }

  /// A block of Java without a start is given one.
  @Test
  void everyBlockOfJavaCompiles() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
    arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    for (Page page : pages()) {
      for (FencedCodeBlock block : page.blocks()) {
        if ("java".equals(block.getInfo())) {
          Path file = folder.resolve("Block" + arguments.size() + ".java");
          Files.writeString(file, block.getLiteral() + "void main() {}\n");
          arguments.add(file.toString());
        }
      }
    }
    ByteArrayOutputStream wrong = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, wrong, arguments.toArray(String[]::new));

    assertEquals(0, result, () -> wrong.toString(StandardCharsets.UTF_8));
  }

  /// What the site's pages lead to is there, too.
  @Test
  void siteLeadsSomewhere() throws IOException {
    Site.make(folder, "1.2.3");

    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".html")).toList();
      assertEquals(Page.manual().size() + Page.decisions().size(), pages.size());
      for (Path page : pages) {
        Pattern.compile("(?:href|src)=\"([^\"]+)\"")
            .matcher(Files.readString(page))
            .results()
            .forEach((MatchResult link) -> assertLeadsSomewhere(page, link.group(1)));
      }
    }
  }

  private static void assertLeadsSomewhere(Path page, String destination) {
    String[] parts = destination.split("#", 2);
    Path there = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
    try {
      assertTrue(Files.isRegularFile(there), page + " → " + destination);
      assertTrue(
          parts.length == 1 || Files.readString(there).contains(" id=\"" + parts[1] + "\""),
          page + " → " + destination);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

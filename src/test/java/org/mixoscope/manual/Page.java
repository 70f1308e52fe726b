package org.mixoscope.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// A file of Markdown.
///
/// @param file relative to the project's folder
/// @param document what it holds
public record Page(Path file, Node document) {
  static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Path MANUAL = Path.of("src/site/markdown");
  private static final Path DECISIONS = Path.of("src/site/decisions");

  static Page read(Path file) {
    try {
      Parser parser = Parser.builder().extensions(EXTENSIONS).build();
      return new Page(file, parser.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The README.
  public static Page readme() {
    return read(Path.of("README.md"));
  }

  /// The pages of the manual, by name.
  public static List<Page> manual() {
    return in(MANUAL);
  }

  /// The list of decisions and the decisions, by name.
  static List<Page> decisions() {
    return in(DECISIONS);
  }

  /// The page that lists the others in their order.
  static Page index() {
    return read(MANUAL.resolve("index.md"));
  }

  private static List<Page> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Page::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Its first heading.
  String title() {
    return text(nodes(Heading.class).getFirst());
  }

  /// Where its links and pictures lead to.
  List<String> destinations() {
    return Stream.concat(
            nodes(Link.class).stream().map(Link::getDestination),
            nodes(Image.class).stream().map(Image::getDestination))
        .toList();
  }

  /// The anchors of its headings, as code hosts make them.
  ///
  /// @throws IllegalStateException if two are the same
  Map<Heading, String> anchors() {
    Map<Heading, String> anchors = new LinkedHashMap<>();
    for (Heading heading : nodes(Heading.class)) {
      String words = text(heading).toLowerCase(Locale.ROOT);
      String anchor = words.replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "").replace(' ', '-');
      if (anchors.containsValue(anchor)) {
        throw new IllegalStateException(file + ": two headings #" + anchor);
      }
      anchors.put(heading, anchor);
    }
    return anchors;
  }

  /// Its blocks of code.
  public List<FencedCodeBlock> blocks() {
    return nodes(FencedCodeBlock.class);
  }

  /// All of one kind, in the order of the page.
  <N extends Node> List<N> nodes(Class<N> kind) {
    return below(document).filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The words of a heading or a link.
  static String text(Node node) {
    return below(node)
        .map(
            part ->
                switch (part) {
                  case Text text -> text.getLiteral();
                  case Code code -> code.getLiteral();
                  default -> "";
                })
        .collect(Collectors.joining());
  }

  private static Stream<Node> below(Node node) {
    List<Node> children = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children.stream().flatMap(child -> Stream.concat(Stream.of(child), below(child)));
  }

  /// For the names of tests.
  @Override
  public String toString() {
    return file.toString();
  }
}

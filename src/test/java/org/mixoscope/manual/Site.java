package org.mixoscope.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.renderer.html.HtmlRenderer;

/// Makes pages of the manual and the decisions that look like the product: `mvn site`.
final class Site {
  private static final Path PRODUCT = Path.of("src/main/resources/org/mixoscope/app/ui");
  private static final Path LOOK = Path.of("src/site");

  private final Path target;
  private final String version;
  private final Places places = new Places();
  private final Contents contents = new Contents(Page.index(), places);

  private Site(Path target, String version) {
    this.target = target;
    this.version = version;
  }

  /// @param args the folder to write, and the version of the product
  public static void main(String[] args) throws IOException {
    make(Path.of(args[0]), args[1]);
  }

  /// Writes the site.
  ///
  /// @throws IllegalArgumentException if a page leads to something that the site does not have
  static void make(Path target, String version) throws IOException {
    Site site = new Site(target, version);
    Page.manual().forEach(page -> site.places.put(page, ""));
    Page.decisions().forEach(page -> site.places.put(page, "decisions"));
    site.copy(Path.of("assets"), "assets", ".png");
    site.copy(PRODUCT.resolve("fonts"), "fonts", ".ttf");
    site.copy(PRODUCT.resolve("icons"), "icons", "-64.png");
    String look = Colours.css() + Files.readString(LOOK.resolve("site.css"));
    Files.writeString(target.resolve("site.css"), look);
    for (Page page : Stream.concat(Page.manual().stream(), Page.decisions().stream()).toList()) {
      site.write(page);
    }
  }

  private void copy(Path from, String to, String ending) throws IOException {
    Path folder = Files.createDirectories(target.resolve(to));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(one -> one.toString().endsWith(ending)).toList()) {
        Path copy = folder.resolve(file.getFileName());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        places.put(file, target.relativize(copy));
      }
    }
  }

  private void write(Page page) throws IOException {
    Path place = places.of(page);
    String html =
        Files.readString(LOOK.resolve("page.html"))
            .replace("${title}", page.title())
            .replace("${version}", version)
            .replace("${root}", "../".repeat(place.getNameCount() - 1))
            .replace("${contents}", contents.beside(page))
            .replace("${page}", renderer(page).render(page.document()));
    Path file = target.resolve(place);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, html);
  }

  private HtmlRenderer renderer(Page page) {
    Map<Heading, String> anchors = page.anchors();
    return HtmlRenderer.builder()
        .extensions(Page.EXTENSIONS)
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  attributes.computeIfPresent("href", (key, to) -> places.led(page, to));
                  attributes.computeIfPresent("src", (key, to) -> places.led(page, to));
                  if (node instanceof Heading heading) {
                    attributes.put("id", anchors.get(heading));
                  }
                })
        .build();
  }
}

package org.mixoscope.manual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/// The list beside every page of the site: that of the index, and the headings of the page.
///
/// @param index the page with the list
/// @param places where its pages are in the site
record Contents(Page index, Places places) {
  /// The list as HTML.
  ///
  /// @param shown the page that it stands beside
  String beside(Page shown) {
    List<String> lines = new ArrayList<>();
    for (Node node = index.document().getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 2) {
        lines.add("<h2>" + html(heading) + "</h2>");
      } else if (node instanceof BulletList list) {
        List<Link> links = new Page(index.file(), list).nodes(Link.class);
        lines.add("<ul>");
        links.forEach(link -> lines.add(entry(link, shown)));
        lines.add("</ul>");
      }
    }
    return String.join("\n", lines);
  }

  private String entry(Link link, Page shown) {
    Path to = index.file().resolveSibling(link.getDestination()).normalize();
    String href = places.between(shown, to);
    return isFoundBy(to, shown)
        ? "<li><a href=\"%s\" aria-current=\"page\">%s</a>%s</li>"
            .formatted(href, html(link), parts(shown))
        : "<li><a href=\"%s\">%s</a></li>".formatted(href, html(link));
  }

  /// Itself, or the list of the folder that it is in.
  private boolean isFoundBy(Path listed, Page shown) {
    Path folder = shown.file().resolveSibling("");
    boolean elsewhere = !folder.equals(index.file().resolveSibling(""));
    return listed.equals(shown.file()) || (elsewhere && listed.startsWith(folder));
  }

  private static String parts(Page shown) {
    Map<Heading, String> anchors = shown.anchors();
    String parts =
        shown.nodes(Heading.class).stream()
            .filter(heading -> heading.getLevel() == 2)
            .map(
                heading ->
                    "<li><a href=\"#%s\">%s</a></li>"
                        .formatted(anchors.get(heading), html(heading)))
            .collect(Collectors.joining());
    return parts.isEmpty() ? "" : "<ul>" + parts + "</ul>";
  }

  private static String html(Node node) {
    return Page.text(node).replace("&", "&amp;").replace("<", "&lt;");
  }
}

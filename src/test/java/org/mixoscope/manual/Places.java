package org.mixoscope.manual;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Where files of the project are in the site.
final class Places {
  private final Map<Path, Path> places = new HashMap<>();

  /// A page of Markdown becomes one of HTML; the list of a folder is what the folder begins with.
  void put(Page page, String folder) {
    String name = page.file().getFileName().toString().replace(".md", ".html");
    put(page.file(), Path.of(folder, name.equals("README.html") ? "index.html" : name));
  }

  /// @param file relative to the project's folder
  /// @param place relative to the site's folder
  void put(Path file, Path place) {
    places.put(file, place);
  }

  Path of(Page page) {
    return of(page, page.file());
  }

  /// A link of a page as a link of the site.
  ///
  /// @throws IllegalArgumentException if the site does not have what it leads to
  String led(Page page, String destination) {
    if (destination.startsWith("https:")) {
      return destination;
    }
    String[] parts = destination.split("#", 2);
    String anchor = parts.length == 1 ? "" : "#" + parts[1];
    return parts[0].isEmpty()
        ? anchor
        : between(page, page.file().resolveSibling(parts[0]).normalize()) + anchor;
  }

  /// The link from a page to a file.
  ///
  /// @throws IllegalArgumentException if the site does not have the file
  String between(Page page, Path file) {
    Path folder = of(page).resolveSibling("");
    return folder.relativize(of(page, file)).toString().replace('\\', '/');
  }

  private Path of(Page page, Path file) {
    Path place = places.get(file);
    if (place == null) {
      throw new IllegalArgumentException("%s: the site has no %s".formatted(page.file(), file));
    }
    return place;
  }
}

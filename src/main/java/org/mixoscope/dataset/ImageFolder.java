package org.mixoscope.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.mixoscope.dataset.FolderWalk.Part;
import org.mixoscope.recipe.Source;

/// The pictures of a folder, with the classes that [FolderWalk] finds. Immutable. A million of them
/// take as much memory as their names.
public final class ImageFolder implements SourcePool {
  private final Path root;
  private final List<Part> parts;

  /// The number of the first picture of each part, and after them the number of all.
  private final int[] starts;

  private ImageFolder(Path root, List<Part> parts) {
    this.root = root;
    this.parts = parts;
    starts = new int[parts.size() + 1];
    for (int i = 0; i < parts.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], parts.get(i).names().size());
    }
  }

  /// A folder of which nothing has been listed yet.
  public static ImageFolder empty(Path root) {
    return new ImageFolder(root.toAbsolutePath(), List.of());
  }

  /// Lists a whole folder; waits for it.
  ///
  /// @throws FolderException if it cannot be read or has no pictures
  public static ImageFolder of(Path root) throws FolderException {
    FolderWalk walk = new FolderWalk(root);
    List<Part> all = new ArrayList<>();
    for (List<Part> parts = walk.next(); !parts.isEmpty(); parts = walk.next()) {
      all.addAll(parts);
    }
    return empty(root).plus(all);
  }

  /// With more pictures after those that are here.
  public ImageFolder plus(List<Part> more) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(more);
    return new ImageFolder(root, Collections.unmodifiableList(all));
  }

  /// The folder itself, absolute.
  public Path root() {
    return root;
  }

  @Override
  public int size() {
    return starts[parts.size()];
  }

  @Override
  public Source source(int number) {
    Objects.checkIndex(number, size());
    int found = Arrays.binarySearch(starts, number);
    int at = found >= 0 ? found : -found - 2;
    Part part = parts.get(at);
    Source file = Source.of(part.folder().resolve(part.names().get(number - starts[at])));
    return part.className() == null ? file : file.withClassName(part.className());
  }

  @Override
  public int indexOf(String location) {
    if (!location.startsWith(root.toString())) {
      return -1;
    }
    Path path = Path.of(location);
    String name = String.valueOf(path.getFileName());
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.folder().equals(path.getParent())) {
        int at = Collections.binarySearch(part.names(), name);
        if (at >= 0) {
          return starts[i] + at;
        }
      }
    }
    return -1;
  }

  /// None if a picture is in no folder of its class.
  @Override
  public Set<String> classes() {
    Set<String> all = new TreeSet<>();
    for (Part part : parts) {
      if (part.className() == null) {
        return Set.of();
      }
      all.add(part.className());
    }
    return all;
  }

  @Override
  public List<String> named(String file) {
    return parts.stream()
        .filter(part -> Collections.binarySearch(part.names(), file) >= 0)
        .map(part -> part.folder().resolve(file).toString())
        .toList();
  }
}

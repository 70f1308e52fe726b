package org.mixoscope.spark.hadoop;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A path of a [HadoopFileSystem]: from its root on, and then it is shown as a URI, or a way from
/// one such path to another.
final class HadoopPath implements Path {
  private static final String SEPARATOR = "/";

  private final HadoopFileSystem system;
  private final boolean absolute;
  private final List<String> names;

  private HadoopPath(HadoopFileSystem system, boolean absolute, List<String> names) {
    this.system = system;
    this.absolute = absolute;
    this.names = List.copyOf(names);
  }

  static HadoopPath of(HadoopFileSystem system, String text) {
    List<String> names = new ArrayList<>();
    for (String name : text.split(SEPARATOR, -1)) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return new HadoopPath(system, text.startsWith(SEPARATOR), names);
  }

  private HadoopPath with(boolean rooted, List<String> others) {
    return new HadoopPath(system, rooted, others);
  }

  private static HadoopPath mine(Path other) {
    if (other instanceof HadoopPath path) {
      return path;
    }
    throw new ProviderMismatchException();
  }

  HadoopFileSystem system() {
    return system;
  }

  /// As Hadoop has it.
  org.apache.hadoop.fs.Path hadoop() {
    return new org.apache.hadoop.fs.Path(((HadoopPath) toAbsolutePath()).uri());
  }

  private URI uri() {
    URI root = system.hadoop().getUri();
    try {
      return new URI(root.getScheme(), root.getAuthority(), text(), null, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text() {
    return (absolute ? SEPARATOR : "") + String.join(SEPARATOR, names);
  }

  @Override
  public FileSystem getFileSystem() {
    return system;
  }

  @Override
  public boolean isAbsolute() {
    return absolute;
  }

  @Override
  public @Nullable Path getRoot() {
    return absolute ? with(true, List.of()) : null;
  }

  @Override
  public @Nullable Path getFileName() {
    return names.isEmpty() ? null : with(false, List.of(names.getLast()));
  }

  @Override
  public @Nullable Path getParent() {
    return names.isEmpty() || (!absolute && names.size() == 1)
        ? null
        : with(absolute, names.subList(0, names.size() - 1));
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return subpath(index, index + 1);
  }

  @Override
  public Path subpath(int begin, int end) {
    if (begin < 0 || begin >= end || end > names.size()) {
      throw new IllegalArgumentException(begin + " to " + end);
    }
    return with(false, names.subList(begin, end));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof HadoopPath path
        && path.system.equals(system)
        && path.absolute == absolute
        && path.names.size() <= names.size()
        && path.names.equals(names.subList(0, path.names.size()));
  }

  @Override
  public boolean endsWith(Path other) {
    return other instanceof HadoopPath path
        && path.system.equals(system)
        && path.names.size() <= names.size()
        && (!path.absolute || (absolute && path.names.size() == names.size()))
        && path.names.equals(names.subList(names.size() - path.names.size(), names.size()));
  }

  @Override
  public Path normalize() {
    List<String> straight = new ArrayList<>();
    for (String name : names) {
      boolean up = name.equals("..");
      if (up && !straight.isEmpty() && !straight.getLast().equals("..")) {
        straight.removeLast();
      } else if (!name.equals(".") && !(up && absolute)) {
        straight.add(name);
      }
    }
    return with(absolute, straight);
  }

  @Override
  public Path resolve(Path other) {
    HadoopPath path = mine(other);
    if (path.absolute) {
      return path;
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(path.names);
    return with(absolute, all);
  }

  @Override
  public Path relativize(Path other) {
    HadoopPath path = mine(other);
    if (path.absolute != absolute) {
      throw new IllegalArgumentException(other + " from " + this);
    }
    int alike = 0;
    while (alike < Math.min(names.size(), path.names.size())
        && names.get(alike).equals(path.names.get(alike))) {
      alike++;
    }
    List<String> way = new ArrayList<>();
    for (int i = alike; i < names.size(); i++) {
      way.add("..");
    }
    way.addAll(path.names.subList(alike, path.names.size()));
    return with(false, way);
  }

  @Override
  public URI toUri() {
    return ((HadoopPath) toAbsolutePath()).uri();
  }

  @Override
  public Path toAbsolutePath() {
    return absolute ? this : with(true, names);
  }

  /// There are no links: the path itself, if something is there.
  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    Path straight = toAbsolutePath().normalize();
    if (!system.hadoop().exists(((HadoopPath) straight).hadoop())) {
      throw new NoSuchFileException(toString());
    }
    return straight;
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(mine(other).toString());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HadoopPath path
        && path.system.equals(system)
        && path.absolute == absolute
        && path.names.equals(names);
  }

  @Override
  public int hashCode() {
    return Objects.hash(absolute, names);
  }

  /// Not escaped, as people write it.
  @Override
  public String toString() {
    URI root = system.hadoop().getUri();
    String authority = Objects.requireNonNullElse(root.getAuthority(), "");
    return absolute ? root.getScheme() + "://" + authority + text() : text();
  }
}

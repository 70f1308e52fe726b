package org.mixoscope.dataset;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Glimpse;
import org.mixoscope.image.PictureNames;

/// Lists the pictures below a folder, some at a time, so that whoever shows them need not wait for
/// the last. Holds the names of one folder at a time.
///
/// The layout is that of image-folder data sets: a folder in the root is a class, whatever folders
/// it has itself; pictures in the root itself are classes of their own. Names are in the order of
/// [String#compareTo], a folder's own pictures before those of its folders. What is named like a
/// picture is taken for one; of other files the first bytes are looked at. Hidden files and what
/// systems leave are left out and counted, as everything else that is. Symbolic links are followed,
/// except back to a folder that they lie in. Not for two threads at once.
public final class FolderWalk {
  private static final int BATCH = 2000;

  private final Path root;
  private final Set<Path> others;
  private final Deque<Folder> open = new ArrayDeque<>();
  private final LeftOuts leftOut = new LeftOuts();
  private final List<String> classes = new ArrayList<>();
  private boolean begun;
  private int found;
  private int unreadable;

  /// A walk that has not begun.
  public FolderWalk(Path root) {
    this(root, Set.of());
  }

  /// The same, where some files are of use in another way: they are no pictures, and not left out.
  ///
  /// @param others absolute
  public FolderWalk(Path root, Set<Path> others) {
    this.root = root.toAbsolutePath();
    this.others = Set.copyOf(others);
  }

  /// Pictures of one folder that follow each other.
  ///
  /// @param folder absolute
  /// @param className of all of them; null if each is a class of its own, named after the file
  /// @param names of the files, ascending, at least one
  public record Part(Path folder, @Nullable String className, List<String> names) {
    /// @throws IllegalArgumentException if there are no names
    public Part {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("names of " + folder + ": there are none");
      }
    }
  }

  /// A folder on the way down, with what of it is still to be visited.
  private final class Folder {
    private final Path path;
    private final Path real;
    private final @Nullable String className;
    private final String[] names;
    private final Deque<String> folders = new ArrayDeque<>();
    private int next;

    Folder(Path path, Path real, @Nullable String className, String[] names) {
      this.path = path;
      this.real = real;
      this.className = className;
      this.names = names;
    }

    boolean hasFiles() {
      return next < names.length;
    }

    /// Some of its pictures; meets its folders on the way.
    List<String> pictures(int most) {
      List<String> pictures = new ArrayList<>();
      while (hasFiles() && pictures.size() < most) {
        String name = names[next];
        // The names of a large folder are garbage as soon as they are handed out.
        names[next++] = "";
        Path entry = path.resolve(name);
        if (Clutter.isOne(name)) {
          leftOut.add(Clutter.why(name), name(entry));
        } else if (Files.isDirectory(entry)) {
          folders.add(name);
        } else if (!others.contains(entry)
            && (PictureNames.isPicture(name) || isPicture(entry, name))) {
          pictures.add(name);
        }
      }
      return pictures;
    }
  }

  /// The next pictures, some thousand at most.
  ///
  /// @return empty at the end
  /// @throws FolderException if the root cannot be read, or nothing is found in all of it
  public List<Part> next() throws FolderException {
    if (!begun) {
      begun = true;
      begin();
    }
    List<Part> parts = new ArrayList<>();
    int count = 0;
    while (count < BATCH && !open.isEmpty()) {
      Folder folder = open.getLast();
      if (folder.hasFiles()) {
        List<String> pictures = folder.pictures(BATCH - count);
        if (!pictures.isEmpty()) {
          parts.add(new Part(folder.path, folder.className, pictures));
          count += pictures.size();
        }
      } else if (folder.folders.isEmpty()) {
        open.removeLast();
      } else {
        enter(folder, folder.folders.removeFirst());
      }
    }
    found += count;
    if (found == 0) {
      throw new FolderException(
          unreadable > 0 ? FolderReason.FORBIDDEN : FolderReason.EMPTY, root, null);
    }
    return parts;
  }

  /// A file that is not named like a picture; what is none is counted.
  private boolean isPicture(Path file, String name) {
    try {
      return leftOut.isPicture(Glimpse.of(file), name, name(file));
    } catch (NoSuchFileException e) {
      return false; // deleted meanwhile, or a link to nothing
    } catch (IOException e) {
      leftOut.add(LeftOutReason.FORBIDDEN_FILE.of(), name(file));
      return false;
    }
  }

  /// What something is called within the root.
  private String name(Path entry) {
    return root.relativize(entry).toString().replace(entry.getFileSystem().getSeparator(), "/");
  }

  /// What was left out so far.
  public List<LeftOut> leftOut() {
    return leftOut.all();
  }

  /// The classes so far, also those without pictures: the folders in the root, in the order of
  /// their names.
  public List<String> classes() {
    return List.copyOf(classes);
  }

  /// How many folders below the root could not be read so far; they are left out.
  public int unreadable() {
    return unreadable;
  }

  private void begin() throws FolderException {
    try {
      open.add(new Folder(root, root.toRealPath(), null, names(root)));
    } catch (NoSuchFileException e) {
      throw new FolderException(FolderReason.MISSING, root, e);
    } catch (NotDirectoryException e) {
      throw new FolderException(FolderReason.FILE, root, e);
    } catch (IOException e) {
      throw new FolderException(FolderReason.FORBIDDEN, root, e);
    }
  }

  private void enter(Folder parent, String name) {
    Path path = parent.path.resolve(name);
    String inherited = parent.className;
    // A name of nothing but spaces is possible, but no class.
    String className =
        inherited != null ? inherited : name.isBlank() ? "'" + name + "'" : name.strip();
    if (inherited == null) {
      classes.add(className);
    }
    try {
      Path real = path.toRealPath();
      if (open.stream().noneMatch(above -> above.real.equals(real))) {
        open.add(new Folder(path, real, className, names(path)));
      } else {
        leftOut.add(LeftOutReason.LINK_BACK.of(), name(path));
      }
    } catch (NoSuchFileException e) {
      // Deleted meanwhile: as if it had never been there.
      return;
    } catch (IOException e) {
      unreadable++;
      leftOut.add(LeftOutReason.FORBIDDEN.of(), name(path));
    }
  }

  private static String[] names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        names.add(String.valueOf(entry.getFileName()));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    String[] sorted = names.toArray(String[]::new);
    Arrays.sort(sorted);
    return sorted;
  }
}

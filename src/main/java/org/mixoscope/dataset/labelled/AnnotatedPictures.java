package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mixoscope.dataset.annotated.AnnotationReason;
import org.mixoscope.dataset.annotated.Oddities;
import org.mixoscope.dataset.annotated.Oddity;

/// The pictures that an annotation file names, inside one folder: a name that leads out of it is
/// not followed.
final class AnnotatedPictures {
  /// How many names are looked for to choose a folder.
  private static final int LOOKS = 32;

  /// In how many folders.
  private static final int FOLDERS = 1000;

  private final Path file;
  private final Path folder;
  private final Oddities oddities;
  private final TablePictures pictures;
  private final Names names = new Names();
  private String first = "";

  /// @param file the annotation file, for messages
  /// @param folder that the names start from
  /// @param oddities counts names that lead out. Modified
  AnnotatedPictures(Path file, Path folder, Oddities oddities) {
    this.file = file;
    this.folder = folder;
    this.oddities = oddities;
    pictures = new TablePictures(folder);
  }

  /// The folder that holds most of some pictures: where the annotation file lies, folders in it and
  /// beside it, and those in `images` there. Of several, the one whose name is part of the file's.
  static Path folder(Path file, List<String> names) throws IOException {
    Path own = file.toAbsolutePath().normalize().resolveSibling("");
    Set<Path> roots = new LinkedHashSet<>();
    roots.add(own);
    Path above = own.getParent();
    if (above != null && String.valueOf(own.getFileName()).startsWith("annotation")) {
      roots.add(above);
    }
    List<Path> all = new ArrayList<>();
    for (Path root : roots) {
      all.add(root);
      for (Path inside : folders(root)) {
        all.add(inside);
        if (String.valueOf(inside.getFileName()).equals("images")) {
          all.addAll(folders(inside));
        }
      }
    }
    String stem = String.valueOf(file.getFileName());
    Comparator<Path> most = Comparator.comparingInt(one -> count(one, names));
    return all.stream()
        .max(
            most.thenComparing(one -> stem.contains(name(one)))
                .thenComparingInt(one -> -all.indexOf(one)))
        .orElse(own);
  }

  /// How many of some names are there.
  private static int count(Path folder, List<String> names) {
    int there = 0;
    int looks = Math.min(LOOKS, names.size());
    for (int i = 0; i < looks; i++) {
      String name = names.get((int) ((long) i * names.size() / looks));
      there += isThere(folder, name) ? 1 : 0;
    }
    return there;
  }

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }

  private static List<Path> folders(Path of) throws IOException {
    try (Stream<Path> entries = Files.list(of)) {
      return entries.filter(Files::isDirectory).sorted().limit(FOLDERS).toList();
    }
  }

  private static boolean isThere(Path folder, String name) {
    try {
      return !MemberEntries.leadsOut(name)
          && Files.isRegularFile(folder.resolve(name.replace('\\', '/')));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /// The next picture, as it is written.
  void add(String written) throws IOException {
    names.add(find(written));
    first = names.size() == 1 ? written : first;
  }

  private String find(String written) throws IOException {
    if (!MemberEntries.leadsOut(written)) {
      return pictures.find(written);
    }
    String slashed = written.replace('\\', '/');
    String last = slashed.substring(slashed.lastIndexOf('/') + 1);
    String found = last.isEmpty() || last.equals("..") ? last : pictures.find(last);
    if (!isThere(folder, found)) {
      throw AnnotationReason.LEADS_OUT.refusal(file, written);
    }
    oddities.add(Oddity.OUTSIDE_NAME, written);
    return found;
  }

  /// All of them.
  ///
  /// @param notes is told how they were found. Modified
  /// @throws DataSetException if none is there
  Entries entries(Notes notes) throws DataSetException {
    if (names.size() > 0 && pictures.missing() == names.size()) {
      throw new DataSetException(DataSetReason.NO_PICTURES_THERE.of(file, folder, first));
    }
    pictures.remarks(notes);
    return new FileEntries(folder, names);
  }
}

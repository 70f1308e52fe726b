package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Clutter;
import org.mixoscope.image.PictureNames;

/// Finds the pictures that a table names: as they are written, with the slashes of another system,
/// with accents composed in another way, in upper or lower case, without their extension, or by
/// their name alone in some other folder. What is found in none of these ways stays as it is
/// written.
final class TablePictures {
  private static final int LISTINGS = 64;

  /// How deep pictures are looked for by their names, and in how many folders of a depth.
  private static final int DEPTH = 2;

  private static final int FOLDERS = 1000;

  private final Path folder;
  private final Map<Path, List<String>> listings = new HashMap<>();
  private @Nullable Map<String, List<String>> everywhere;
  private int backslashes;
  private int stems;
  private int cases;
  private int elsewhere;
  private int missing;
  private String firstElsewhere = "";
  private String firstMissing = "";

  /// @param folder of the table
  TablePictures(Path folder) {
    this.folder = folder;
  }

  /// The path of a picture from the folder of the table, with `/` between folders.
  String find(String written) {
    if (isThere(written)) {
      return written;
    }
    String slashed = written.replace('\\', '/');
    if (!slashed.equals(written)) {
      Optional<String> found = isThere(slashed) ? Optional.of(slashed) : alike(slashed);
      if (found.isPresent()) {
        backslashes++;
        return found.get();
      }
    }
    Optional<String> found = alike(slashed);
    if (found.isPresent()) {
      return found.get();
    }
    return byName(slashed)
        .orElseGet(
            () -> {
              firstMissing = missing++ == 0 ? written : firstMissing;
              return written;
            });
  }

  /// How many were not found.
  int missing() {
    return missing;
  }

  /// Says what was done.
  void remarks(Notes notes) {
    notes.remark(backslashes, FindingReason.BACKSLASHES);
    notes.remark(stems, FindingReason.FOUND_BY_STEM);
    notes.remark(cases, FindingReason.OTHER_CASE);
    notes.remark(elsewhere, FindingReason.FOUND_ELSEWHERE, firstElsewhere);
    notes.remark(missing, FindingReason.MISSING, firstMissing);
  }

  private boolean isThere(String path) {
    try {
      return Files.isRegularFile(folder.resolve(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /// The file of this path in whatever form of Unicode, with an extension if it has none.
  private Optional<String> alike(String path) {
    String found = "";
    String[] parts = path.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      String wanted = normal(parts[i]);
      List<String> names = names(folder.resolve(found));
      boolean isLast = i == parts.length - 1;
      boolean isOtherwise = false;
      Optional<String> name = one(names, known -> normal(known).equals(wanted));
      if (name.isEmpty()) {
        name = one(names, known -> normal(known).equalsIgnoreCase(wanted));
        isOtherwise = name.isPresent();
      }
      if (name.isEmpty() && isLast) {
        name =
            one(
                names,
                known -> PictureNames.isPicture(known) && normal(stem(known)).equals(wanted));
        stems += name.isPresent() ? 1 : 0;
      }
      if (name.isEmpty()) {
        return Optional.empty();
      }
      cases += isOtherwise && isLast ? 1 : 0;
      found += (i == 0 ? "" : "/") + name.get();
    }
    return isThere(found) ? Optional.of(found) : Optional.empty();
  }

  /// The one picture of this name, or with this stem, in any folder: of several the one of whose
  /// folders most are as they are written. Where the folder is there that is written, its picture
  /// is missing, whatever others are called.
  private Optional<String> byName(String path) {
    int slash = path.lastIndexOf('/');
    if (slash >= 0 && isFolder(path.substring(0, slash))) {
      return Optional.empty();
    }
    Map<String, List<String>> all = everywhere;
    if (all == null) {
      all = index();
      everywhere = all;
    }
    String last = normal(path.substring(slash + 1));
    List<String> named = all.getOrDefault(last, List.of());
    if (named.isEmpty()) {
      named = all.getOrDefault(last.toLowerCase(Locale.ROOT), List.of());
      cases += named.size() == 1 ? 1 : 0;
    }
    return nearest(named, path);
  }

  private Optional<String> nearest(List<String> named, String path) {
    int most = named.stream().mapToInt(one -> alike(one, path)).max().orElse(0);
    Optional<String> found = one(named, one -> alike(one, path) == most);
    if (found.isPresent()) {
      firstElsewhere = elsewhere++ == 0 ? found.get() : firstElsewhere;
    }
    return found;
  }

  private boolean isFolder(String path) {
    try {
      return Files.isDirectory(folder.resolve(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /// How many folders are alike before the name, from the last one on.
  private static int alike(String one, String other) {
    String[] a = one.split("/", -1);
    String[] b = other.split("/", -1);
    int count = 0;
    while (count + 1 < Math.min(a.length, b.length)
        && normal(a[a.length - 2 - count]).equals(normal(b[b.length - 2 - count]))) {
      count++;
    }
    return count;
  }

  /// The pictures of the folders beside the table, and of theirs: whoever keeps a table in a home
  /// does not wait for all that is there.
  private Map<String, List<String>> index() {
    Map<String, List<String>> all = new HashMap<>();
    List<String> level = List.of("");
    for (int depth = 0; depth <= DEPTH; depth++) {
      List<String> next = new ArrayList<>();
      for (String prefix : level.subList(0, Math.min(FOLDERS, level.size()))) {
        Path here = folder.resolve(prefix);
        for (String name : listed(here)) {
          if (Clutter.isOne(name)) {
            continue;
          }
          String path = prefix + name;
          if (PictureNames.isPicture(name)) {
            String exact = normal(name);
            String small = exact.toLowerCase(Locale.ROOT);
            for (String key : new HashSet<>(List.of(exact, small, stem(exact), stem(small)))) {
              all.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(path);
            }
          } else if (Files.isDirectory(here.resolve(name))) {
            next.add(path + "/");
          }
        }
      }
      level = next;
    }
    return all;
  }

  private List<String> names(Path of) {
    if (listings.size() >= LISTINGS) {
      listings.clear();
    }
    return listings.computeIfAbsent(of, TablePictures::listed);
  }

  private static List<String> listed(Path of) {
    try (Stream<Path> entries = Files.list(of)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    } catch (IOException e) {
      return List.of(); // not there, or not for us: so are its pictures
    }
  }

  private static Optional<String> one(List<String> names, Predicate<String> wanted) {
    List<String> found = names.stream().filter(wanted).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }
}

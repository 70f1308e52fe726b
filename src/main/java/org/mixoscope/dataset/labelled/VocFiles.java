package org.mixoscope.dataset.labelled;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.AnnotationReason;
import org.mixoscope.dataset.annotated.VocFile;
import org.mixoscope.dataset.labelled.Sidecars.Format;

/// Pascal VOC's folders: `Annotations` with XML files, `JPEGImages`, and `ImageSets/Main` with a
/// list for each split; or XML files beside their pictures.
final class VocFiles {
  private static final Format FORMAT = new Format("voc", ".xml", VocFile::read);
  private static final List<String> ANNOTATIONS = List.of("Annotations", "annotations");
  private static final List<String> PICTURES = List.of("JPEGImages", "images", "Images");

  private VocFiles() {}

  /// A folder; null if it is none.
  static @Nullable DataSet open(Path source, ReadAs as) throws DataSetException {
    try {
      if (!Files.isDirectory(source)) {
        return null;
      }
      for (String name : ANNOTATIONS) {
        Path annotations = source.resolve(name);
        if (Files.isDirectory(annotations) && hasOne(annotations)) {
          return read(source, annotations, as);
        }
      }
      return Sidecars.firstBeside(source, FORMAT.ending()) == null
          ? null
          : new Sidecars(FORMAT, source, source, source, as).read();
    } catch (IOException e) {
      throw DataSetException.unreadable(source, e, DataSetReason.UNREADABLE);
    }
  }

  private static boolean hasOne(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.anyMatch(file -> Sidecars.isOne(file, FORMAT.ending()));
    }
  }

  private static DataSet read(Path source, Path annotations, ReadAs as) throws IOException {
    Path given = as.pictures();
    Path pictures =
        given != null
            ? given
            : PICTURES.stream()
                .map(source::resolve)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(source);
    Path root = given == null ? source : given;
    Sidecars files = new Sidecars(FORMAT, root, annotations, pictures, as);
    Map<String, Path> splits = splits(source.resolve("ImageSets").resolve("Main"));
    if (splits.isEmpty() && as.split() == null) {
      return files.read(null);
    }
    List<String> all = List.copyOf(splits.keySet());
    String taken = SplitName.one(source, all, as.split());
    return files.read(names(splits.getOrDefault(taken, source))).of(taken, all);
  }

  /// The lists of all pictures of a split; those of one class have its name before an underscore.
  private static Map<String, Path> splits(Path folder) throws IOException {
    Map<String, Path> all = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          String name = String.valueOf(file.getFileName());
          if (Sidecars.isOne(file, ".txt") && !name.contains("_")) {
            all.put(name.substring(0, name.length() - ".txt".length()), file);
          }
        }
      }
    }
    return all;
  }

  private static Set<String> names(Path list) throws IOException {
    Set<String> names = new HashSet<>();
    try (BufferedReader lines = TextFile.open(list)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String name = line.strip();
        if (MemberEntries.leadsOut(name)) {
          throw AnnotationReason.LEADS_OUT.refusal(list, name);
        }
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
    }
    return names;
  }
}

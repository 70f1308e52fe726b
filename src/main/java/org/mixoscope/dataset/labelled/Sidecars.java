package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.LeftOutReason;
import org.mixoscope.dataset.annotated.ClassNames;
import org.mixoscope.dataset.annotated.Oddities;
import org.mixoscope.dataset.annotated.Sidecar;
import org.mixoscope.image.PictureNames;

/// Data sets with an annotation file for each picture, called like it. A picture that is called
/// otherwise is found by the name that the file has for it.
final class Sidecars {
  static final int DEPTH = 8;

  private final Format format;
  private final Path root;
  private final Path annotations;
  private final Path pictures;
  private final ReadAs as;
  private final Notes notes = new Notes();
  private final Names names = new Names();

  /// @param root the folder that everything is in
  /// @param annotations the folder of their files
  /// @param pictures the folder of the pictures
  Sidecars(Format format, Path root, Path annotations, Path pictures, ReadAs as) {
    this.format = format;
    this.root = root.toAbsolutePath().normalize();
    this.annotations = annotations.toAbsolutePath().normalize();
    this.pictures = pictures.toAbsolutePath().normalize();
    this.as = as;
  }

  /// A kind of annotation files.
  ///
  /// @param kind of the data set, for reports
  /// @param ending of the names of the files
  /// @param reading reads one
  record Format(String kind, String ending, Reading reading) {}

  /// Reads an annotation file.
  @FunctionalInterface
  interface Reading {
    Sidecar read(Path file, ClassNames classes, Oddities oddities) throws IOException;
  }

  /// Reads all of them.
  ///
  /// @param wanted names of the pictures without what they end in; null for all
  DataSet read(@Nullable Set<String> wanted) throws IOException {
    ObjectCollector objects = new ObjectCollector(as, notes);
    ClassKeys keys =
        new ClassKeys(ClassesFile.in(as, root, "classes.txt", "labels.txt"), as, notes);
    Map<String, String> left = new LinkedHashMap<>();
    for (String name : PictureFiles.below(pictures, format.ending, notes.leftOut)) {
      if (wanted == null || wanted.contains(stem(name))) {
        left.put(name, name);
      }
    }
    Map<String, String> byStem = new HashMap<>();
    left.keySet().forEach(name -> byStem.putIfAbsent(stem(name), name));
    int files = 0;
    for (Path file : files()) {
      String name = slashes(annotations.relativize(file));
      if (wanted != null && !wanted.contains(stem(name))) {
        continue;
      }
      files++;
      Sidecar one = format.reading.read(file, keys::key, objects.oddities);
      String picture = left.remove(picture(name, byStem, one));
      if (picture == null) {
        LeftOutReason why =
            one.hasPicture() ? LeftOutReason.PICTURE_IN_LABEL : LeftOutReason.NO_PICTURE_OF_LABEL;
        notes.leftOut.add(why.of(), name);
      } else {
        names.add(slashes(root.relativize(pictures.resolve(picture))));
        Path found = as.ordersClasses() ? null : file.toAbsolutePath().normalize();
        objects.add(one.annotation(), found == null ? null : found.toString());
      }
    }
    left.keySet().forEach(name -> notes.leftOut.add(LeftOutReason.NO_LABEL_FILE.of(), name));
    if (names.size() == 0) {
      throw new DataSetException(
          files == 0
              ? DataSetReason.NO_LABEL_FILES.of(root, format.ending)
              : DataSetReason.NO_PICTURES_THERE.of(root, pictures, files().getFirst()));
    }
    Entries entries = new FileEntries(root, names);
    ClassKeys.Found found = keys.found(root.toString());
    Labels labels = objects.collected(root, found.names(), found.places(), entries);
    return new DataSet(format.kind, entries, labels, notes.about(labels));
  }

  /// The picture of a file: the one that is called like it, else the one that it names.
  private static String picture(String name, Map<String, String> byStem, Sidecar one) {
    String called = byStem.get(stem(name));
    if (called != null) {
      return called;
    }
    String said = one.picture() == null ? "" : one.picture().replace('\\', '/');
    String inside = name.substring(0, name.lastIndexOf('/') + 1);
    return inside + said.substring(said.lastIndexOf('/') + 1);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(annotations, DEPTH)) {
      return all.filter(file -> isOne(file, format.ending))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  static boolean isOne(Path file, String ending) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(ending) && !name.startsWith(".") && Files.isRegularFile(file);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') ? name.substring(0, dot) : name;
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  /// All files of a folder that has no splits.
  DataSet read() throws IOException {
    if (as.split() != null) {
      throw new DataSetException(DataSetReason.NO_SPLITS.of(root, as.split()));
    }
    return read(null);
  }

  /// The first file of a folder itself that lies beside a picture of its name; null for none.
  static @Nullable Path firstBeside(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.sorted().toList();
      Set<String> stems =
          files.stream()
              .map(file -> String.valueOf(file.getFileName()))
              .filter(PictureNames::isPicture)
              .map(Sidecars::stem)
              .collect(Collectors.toSet());
      return files.stream()
          .filter(file -> isOne(file, ending))
          .filter(file -> stems.contains(stem(String.valueOf(file.getFileName()))))
          .findFirst()
          .orElse(null);
    }
  }
}

package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.LeftOutReason;
import org.mixoscope.dataset.annotated.CocoFile;
import org.mixoscope.dataset.annotated.JsonKind;
import org.mixoscope.dataset.annotated.Oddity;

/// COCO's instances: a JSON file, or a folder that holds one, by itself or in `annotations`.
final class CocoFiles {
  private static final List<String> FOLDERS = List.of("annotations", "Annotations");

  /// How COCO begins the names of the files that have boxes and polygons.
  private static final String INSTANCES = "instances";

  private final Path file;
  private final ReadAs as;
  private final Notes notes = new Notes();

  private CocoFiles(Path file, ReadAs as) {
    this.file = file;
    this.as = as;
  }

  /// A file or folder; null if it is none.
  static @Nullable DataSet open(Path source, ReadAs as) throws DataSetException {
    try {
      if (Files.isRegularFile(source)) {
        if (!isJson(source) || JsonKind.of(source) != JsonKind.COCO) {
          return null;
        }
        SplitName.choose(source, List.of(source), as.split());
        return new CocoFiles(source, as).read();
      }
      return in(source, as);
    } catch (IOException e) {
      throw DataSetException.unreadable(source, e, DataSetReason.UNREADABLE);
    }
  }

  private static @Nullable DataSet in(Path folder, ReadAs as) throws IOException {
    List<Path> all = files(folder);
    for (String inside : FOLDERS) {
      if (all.isEmpty() && Files.isDirectory(folder.resolve(inside))) {
        all = files(folder.resolve(inside));
      }
    }
    if (all.isEmpty()) {
      return null;
    }
    List<Path> instances = all.stream().filter(file -> name(file).startsWith(INSTANCES)).toList();
    List<Path> read = instances.isEmpty() ? all : instances;
    SplitName.Chosen chosen = SplitName.choose(folder, read, as.split());
    if (chosen.files().size() != 1) {
      throw new DataSetException(
          DataSetReason.SEVERAL_ANNOTATIONS.of(
              folder,
              chosen.files().stream().map(CocoFiles::name).collect(Collectors.joining(", ")),
              chosen.files().getFirst()));
    }
    CocoFiles coco = new CocoFiles(chosen.files().getFirst(), as);
    all.stream()
        .filter(file -> !read.contains(file))
        .forEach(file -> coco.notes.leftOut.add(LeftOutReason.OTHER_ANNOTATIONS.of(), name(file)));
    DataSet found = coco.read();
    return chosen.taken() == null ? found : found.of(chosen.taken(), chosen.all());
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file :
          all.filter(CocoFiles::isJson).filter(Files::isRegularFile).sorted().toList()) {
        if (JsonKind.of(file) == JsonKind.COCO) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static boolean isJson(Path file) {
    return name(file).toLowerCase(Locale.ROOT).endsWith(".json");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private DataSet read() throws IOException {
    ObjectCollector objects = new ObjectCollector(as, notes);
    CocoFile.Contents all = CocoFile.read(file, objects.oddities);
    if (all.names().isEmpty()) {
      throw new DataSetException(DataSetReason.NO_IMAGES.of(file));
    }
    Path given = as.pictures();
    Path folder = given == null ? AnnotatedPictures.folder(file, all.names()) : given;
    AnnotatedPictures pictures = new AnnotatedPictures(file, folder, objects.oddities);
    Set<String> seen = new HashSet<>();
    for (String name : all.names()) {
      pictures.add(name);
      if (!seen.add(name)) {
        objects.oddities.add(Oddity.SAME_FILE, name);
      }
    }
    all.annotations().forEach(one -> objects.add(one, file));
    Entries entries = pictures.entries(notes);
    objects.requireSizes(file, entries);
    Labels labels = labels(all, objects, entries);
    return new DataSet("coco", entries, labels, notes.about(labels));
  }

  private Labels labels(CocoFile.Contents all, ObjectCollector objects, Entries entries)
      throws DataSetException {
    if (as.classes() != null) {
      ClassKeys.Found found =
          ClassKeys.named(file, all.categories(), ClassesFile.in(as, null), as, notes);
      return objects.collected(file, found.names(), found.places(), entries);
    }
    notes.ordered(FindingReason.BY_CATEGORY_ID.of());
    String mapping = mapping(all.ids());
    if (!mapping.isEmpty()) {
      notes.remark(FindingReason.CATEGORY_IDS.of(mapping));
    }
    return objects.collected(file, all.categories(), null, entries);
  }

  /// `1–11 → 0–10, 13–25 → 11–23`; nothing if ids are indices.
  static String mapping(List<String> ids) {
    List<String> runs = new ArrayList<>();
    boolean same = true;
    for (int from = 0; from < ids.size(); ) {
      int to = from + 1;
      while (to < ids.size() && isNext(ids.get(to - 1), ids.get(to))) {
        to++;
      }
      same &= ids.get(from).equals(Integer.toString(from));
      runs.add(
          to == from + 1
              ? ids.get(from) + " → " + from
              : "%s–%s → %d–%d".formatted(ids.get(from), ids.get(to - 1), from, to - 1));
      from = to;
    }
    return same ? "" : String.join(", ", runs);
  }

  private static boolean isNext(String one, String other) {
    return one.matches("-?\\d{1,18}") && other.equals(Long.toString(Long.parseLong(one) + 1));
  }
}

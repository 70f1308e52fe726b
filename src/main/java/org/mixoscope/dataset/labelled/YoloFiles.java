package org.mixoscope.dataset.labelled;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.LeftOutReason;
import org.mixoscope.dataset.annotated.Annotation;
import org.mixoscope.dataset.annotated.AnnotationReason;
import org.mixoscope.dataset.annotated.Marked;
import org.mixoscope.dataset.annotated.Oddity;
import org.mixoscope.dataset.annotated.YoloFile;
import org.mixoscope.dataset.annotated.YoloYaml;

/// YOLO's data sets: a `data.yaml` or its folder, a folder with `images` and `labels`, or one of
/// pictures with labels beside them. The label file of a picture is in `labels` where the picture
/// is in `images`, else beside it.
final class YoloFiles {
  private static final int MOST_CLASSES = 1 << 20;
  private static final List<String> YAML = List.of(".yaml", ".yml");
  private static final String IMAGES = "images";
  private static final String LABELS = "labels";

  private final Path source;
  private final Path root;
  private final ReadAs as;
  private final Notes notes = new Notes();
  private final Names names = new Names();
  private final ObjectCollector objects;
  private final Set<Path> labelFolders = new HashSet<>();
  private final Set<Path> labelFiles = new HashSet<>();

  /// @param root the folder that everything is in
  private YoloFiles(Path source, Path root, ReadAs as) {
    this.source = source;
    this.root = root.toAbsolutePath().normalize();
    this.as = as;
    objects = new ObjectCollector(as, notes);
  }

  /// A file or folder; null if it is none.
  static @Nullable DataSet open(Path source, ReadAs as) throws DataSetException {
    try {
      if (Files.isRegularFile(source)) {
        YoloYaml yaml = isYaml(source) ? YoloYaml.read(source) : null;
        return yaml == null ? null : open(source, yaml, as);
      }
      for (Path file : yamls(source)) {
        YoloYaml yaml = YoloYaml.read(file);
        if (yaml != null) {
          return open(file, yaml, as);
        }
      }
      if (isPlain(source)) {
        return plain(source, as);
      }
      YoloBeside beside = YoloBeside.in(source);
      return beside == null ? null : beside(source, beside, as);
    } catch (IOException e) {
      throw DataSetException.unreadable(source, e, DataSetReason.NOT_UTF_8);
    }
  }

  private static boolean isYaml(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return YAML.stream().anyMatch(name::endsWith);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /// `data.yaml` before others.
  private static List<Path> yamls(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(YoloFiles::isYaml)
          .filter(Files::isRegularFile)
          .sorted()
          .sorted(
              (a, b) -> Boolean.compare(name(b).startsWith("data."), name(a).startsWith("data.")))
          .toList();
    }
  }

  private static DataSet open(Path file, YoloYaml yaml, ReadAs as) throws IOException {
    Path folder = file.toAbsolutePath().normalize().resolveSibling("");
    List<String> splits = List.copyOf(yaml.splits().keySet());
    String taken = SplitName.one(file, splits, as.split());
    Path given = as.pictures();
    YoloFiles yolo = new YoloFiles(file, given == null ? folder : given, as);
    Path base = given == null ? yolo.base(yaml, taken) : yolo.root;
    for (String place : yaml.splits().getOrDefault(taken, List.of())) {
      yolo.add(base, place);
    }
    yolo.notes.ordered(FindingReason.DECLARED.of(file));
    DataSet found = yolo.collected(yaml.names(), true);
    return found.of(taken, splits);
  }

  /// What the splits start from: `path` if it is inside, else the folder of the file if they are
  /// there.
  private Path base(YoloYaml yaml, String split) throws IOException {
    String path = yaml.root();
    if (path == null) {
      return root;
    }
    Path inside = MemberEntries.leadsOut(path) ? null : root.resolve(path).normalize();
    if (inside != null && Files.isDirectory(inside)) {
      return inside;
    }
    for (String place : yaml.splits().getOrDefault(split, List.of())) {
      if (place(root, place) == null) {
        throw AnnotationReason.ROOT_LEADS_OUT.refusal(source, path);
      }
    }
    notes.remark(FindingReason.OTHER_ROOT.of(path, root));
    return root;
  }

  /// Where a folder or list file is, inside the root: as it is written, or without a leading `../`,
  /// which some tools write for a folder beside the file. Null if there is none.
  private @Nullable Path place(Path base, String written) {
    String slashed = written.replace('\\', '/');
    Path found = inside(base, slashed);
    while (found == null && slashed.startsWith("../")) {
      slashed = slashed.substring(3);
      found = inside(base, slashed);
    }
    return found;
  }

  /// What is there and inside the root, whatever way leads to it; else null.
  private @Nullable Path inside(Path base, String slashed) {
    try {
      Path found = base.resolve(slashed).normalize();
      return found.startsWith(root) && Files.exists(found) ? found : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private void add(Path base, String written) throws IOException {
    Path place = place(base, written);
    if (place == null) {
      boolean leadsOut = MemberEntries.leadsOut(written);
      throw (leadsOut ? AnnotationReason.LEADS_OUT : AnnotationReason.NO_PLACE)
          .refusal(source, written);
    }
    if (Files.isDirectory(place)) {
      addFolder(place);
    } else {
      addList(base, place);
    }
  }

  private void addFolder(Path folder) throws IOException {
    for (String name : PictureFiles.below(folder, ".txt", notes.leftOut)) {
      names.add(slashes(root.relativize(folder.resolve(name))));
    }
  }

  /// A text file with the path of a picture in each line, from its own folder or the base on.
  private void addList(Path base, Path list) throws IOException {
    int missing = 0;
    String first = "";
    try (BufferedReader lines = TextFile.open(list)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank()) {
          continue;
        }
        Path picture = listed(base, list, line.strip());
        if (picture == null) {
          first = missing++ == 0 ? line.strip() : first;
        } else {
          names.add(slashes(root.relativize(picture)));
        }
      }
    } catch (CharacterCodingException e) {
      throw new DataSetException(DataSetReason.NOT_UTF_8.of(list), e);
    }
    notes.remark(missing, FindingReason.MISSING, first);
  }

  /// A picture of a list; null if it is missing.
  private @Nullable Path listed(Path base, Path list, String written) throws IOException {
    String slashed = written.replace('\\', '/');
    Path found = inside(list.resolveSibling(""), slashed);
    if (found == null) {
      found = inside(base, slashed);
    }
    int at = slashed.lastIndexOf("/" + IMAGES + "/");
    if (found == null && at >= 0) {
      found = inside(base, slashed.substring(at + 1));
      if (found != null) {
        objects.oddities.add(Oddity.OUTSIDE_NAME, written);
      }
    }
    if (found == null && MemberEntries.leadsOut(written)) {
      throw AnnotationReason.LEADS_OUT.refusal(list, written);
    }
    return found;
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private Path labelFile(String picture) {
    String whole = "/" + picture;
    int at = whole.lastIndexOf("/" + IMAGES + "/");
    String moved =
        at < 0
            ? picture
            : (whole.substring(0, at) + "/" + LABELS + whole.substring(at + IMAGES.length() + 1))
                .substring(1);
    int dot = moved.lastIndexOf('.');
    return root.resolve((dot > moved.lastIndexOf('/') ? moved.substring(0, dot) : moved) + ".txt");
  }

  /// @param known the names of the classes
  /// @param fixed whether these are all
  private DataSet collected(List<String> known, boolean fixed) throws IOException {
    Names kept = new Names();
    int most = 0;
    for (int i = 0; i < names.size(); i++) {
      String picture = names.get(i);
      Path file = labelFile(picture);
      labelFolders.add(file.resolveSibling(""));
      if (!Files.isRegularFile(file)) {
        notes.leftOut.add(LeftOutReason.NO_LABEL_FILE.of(), picture);
        continue;
      }
      labelFiles.add(file);
      Annotation one = YoloFile.read(file, fixed ? known.size() : MOST_CLASSES, objects.oddities);
      for (Marked object : one.objects()) {
        most = Math.max(most, object.category());
      }
      objects.add(one, file);
      kept.add(picture);
    }
    if (kept.size() == 0) {
      throw new DataSetException(DataSetReason.NO_LABEL_FILES.of(source, LABELS + "/….txt"));
    }
    countOthers();
    Entries entries = new FileEntries(root, kept);
    if (!fixed) {
      notes.remark(FindingReason.CALLED_BY_INDEX.of(most));
    }
    List<String> classes =
        fixed ? known : IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList();
    Labels labels = labels(classes, fixed, entries);
    return new DataSet("yolo", entries, labels, notes.about(labels));
  }

  private Labels labels(List<String> classes, boolean fixed, Entries entries)
      throws DataSetException {
    if (as.classes() != null && fixed && isYaml(source)) {
      ClassKeys.Found found = ClassKeys.named(source, classes, ClassesFile.in(as, null), as, notes);
      return objects.collected(source, found.names(), found.places(), entries);
    }
    return objects.collected(source, classes, null, entries);
  }

  /// Label files of which there is no picture.
  private void countOthers() throws IOException {
    for (Path folder : labelFolders.stream().sorted().toList()) {
      if (!Files.isDirectory(folder) || !folder.toString().contains(LABELS)) {
        continue;
      }
      try (Stream<Path> all = Files.list(folder)) {
        all.filter(file -> name(file).endsWith(".txt") && !name(file).equals("classes.txt"))
            .filter(file -> !labelFiles.contains(file))
            .sorted()
            .forEach(
                file ->
                    notes.leftOut.add(
                        LeftOutReason.NO_PICTURE_OF_LABEL.of(), slashes(root.relativize(file))));
      }
    }
  }

  /// Whether a folder has `images`, and `labels` with text files.
  private static boolean isPlain(Path folder) throws IOException {
    Path labels = folder.resolve(LABELS);
    if (!Files.isDirectory(folder.resolve(IMAGES)) || !Files.isDirectory(labels)) {
      return false;
    }
    try (Stream<Path> all = Files.walk(labels, 2)) {
      return all.anyMatch(file -> name(file).endsWith(".txt"));
    }
  }

  /// A folder without a YAML file: its classes are in `classes.txt`, or are the indices.
  private static DataSet plain(Path folder, ReadAs as) throws IOException {
    YoloFiles yolo = new YoloFiles(folder, folder, as);
    ClassList declared = ClassesFile.in(as, folder, "classes.txt", LABELS + "/classes.txt");
    Path images = folder.resolve(IMAGES);
    List<String> all = splits(images);
    String taken =
        all.isEmpty() && as.split() == null ? null : SplitName.one(folder, all, as.split());
    yolo.addFolder(yolo.root.resolve(taken == null ? IMAGES : IMAGES + "/" + taken));
    DataSet found = yolo.collected(declared);
    return taken == null ? found : found.of(taken, all);
  }

  /// A folder of pictures and labels.
  private static DataSet beside(Path folder, YoloBeside beside, ReadAs as) throws IOException {
    if (as.split() != null) {
      throw new DataSetException(DataSetReason.NO_SPLITS.of(folder, as.split()));
    }
    YoloFiles yolo = new YoloFiles(folder, folder, as);
    beside.pictures().forEach(yolo.names::add);
    yolo.notes.remark(FindingReason.LABELS_BESIDE.of(beside.first()));
    return yolo.collected(ClassesFile.in(as, folder, YoloBeside.CLASSES));
  }

  /// @param declared the classes; null if they are nowhere
  private DataSet collected(@Nullable ClassList declared) throws IOException {
    notes.ordered(
        declared == null
            ? FindingReason.BY_INDEX.of()
            : FindingReason.DECLARED.of(declared.file()));
    return collected(declared == null ? List.of() : declared.names(), declared != null);
  }

  private static List<String> splits(Path images) throws IOException {
    try (Stream<Path> all = Files.list(images)) {
      return all.filter(Files::isDirectory)
          .map(YoloFiles::name)
          .filter(SplitName::isFolder)
          .sorted()
          .toList();
    }
  }
}

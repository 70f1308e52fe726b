package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.NpyArray;
import org.mixoscope.dataset.packed.NpzFile;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.dataset.packed.RecordFile;
import org.mixoscope.kernel.Objection;

/// NumPy arrays of pictures and of labels: two files `images.npy` and `labels.npy`, or an `.npz`
/// that has both. The names may be others in use, such as `x_train` and `y_train`.
final class NpyFiles {
  private static final List<String> IMAGES =
      List.of("images", "image", "imgs", "x", "data", "arr_0");

  private static final List<String> LABELS =
      List.of("labels", "label", "y", "targets", "target", "arr_1");

  private static final List<String> MAPS = List.of("maps", "masks", "segmentation");

  private NpyFiles() {}

  /// The names of two arrays that belong together.
  ///
  /// @param maps whether the labels are class maps
  private record Pair(String images, String labels, boolean maps) {}

  /// Opens an array by its name.
  @FunctionalInterface
  private interface Arrays {
    NpyArray open(String name) throws IOException;
  }

  /// A file of one of both kinds, or the folder that it is in.
  static @Nullable DataSet open(Path source, ReadAs as) throws DataSetException {
    if (Files.isRegularFile(source)) {
      return NpzFile.isOne(source)
          ? archive(source, as)
          : PackedPicture.isNpy(source) ? file(source, as) : null;
    }
    List<Path> archives = in(source, NpzFile::isOne);
    if (archives.size() > 1) {
      List<String> names = archives.stream().map(NpyFiles::name).toList();
      throw new DataSetException(
          DataSetReason.SEVERAL_SETS.of(source, String.join(", ", names), names.getFirst()));
    }
    if (!archives.isEmpty()) {
      return archive(archives.getFirst(), as);
    }
    List<Path> files = in(source, PackedPicture::isNpy);
    Map<String, Pair> pairs = pairs(files.stream().map(NpyFiles::stem).toList(), as);
    return pairs.isEmpty() ? null : arrays(source, pairs, source, as);
  }

  private static List<Path> in(Path folder, Predicate<Path> kind) throws DataSetException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(kind).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw DataSetException.unreadable(folder, e, DataSetReason.UNREADABLE);
    }
  }

  private static DataSet file(Path images, ReadAs as) throws DataSetException {
    Path folder = images.toAbsolutePath().resolveSibling("");
    Map<String, Pair> pairs =
        pairs(in(folder, PackedPicture::isNpy).stream().map(NpyFiles::stem).toList(), as);
    Map<String, Pair> mine = new TreeMap<>(pairs);
    mine.values().removeIf(pair -> !pair.images().equals(stem(images)));
    if (mine.isEmpty()) {
      throw new DataSetException(DataSetReason.NO_LABELS.of(images, "labels.npy"));
    }
    return arrays(images, mine, folder, as);
  }

  private static DataSet arrays(Path source, Map<String, Pair> pairs, Path folder, ReadAs as)
      throws DataSetException {
    return read(
        "npy", source, pairs, name -> NpyArray.open(folder.resolve(name + ".npy")), folder, as);
  }

  private static DataSet archive(Path file, ReadAs as) throws DataSetException {
    try {
      Map<String, Pair> pairs = pairs(NpzFile.names(file), as);
      if (pairs.isEmpty()) {
        throw new DataSetException(DataSetReason.NO_ARRAYS.of(file));
      }
      Path folder = file.toAbsolutePath().resolveSibling("");
      return read("npz", file, pairs, name -> NpzFile.open(file, name), folder, as);
    } catch (IOException e) {
      throw DataSetException.unreadable(file, e, DataSetReason.UNREADABLE);
    }
  }

  private static DataSet read(
      String kind, Path source, Map<String, Pair> pairs, Arrays arrays, Path folder, ReadAs as)
      throws DataSetException {
    List<String> splits = pairs.keySet().stream().filter(one -> !one.isEmpty()).toList();
    boolean choose = as.split() != null || splits.size() > 1;
    String taken =
        choose ? SplitName.one(source, splits, as.split()) : pairs.keySet().iterator().next();
    Pair pair = pairs.get(taken);
    if (pair == null) {
      throw new DataSetException(DataSetReason.NO_ARRAYS.of(source));
    }
    Notes notes = new Notes();
    if (pair.maps()) {
      DataSet found =
          mapped(
              kind,
              source,
              pair,
              arrays,
              folder,
              new MapReading(as, List.of(folder), false, notes),
              notes);
      return splits.size() > 1 ? found.of(taken, splits) : found;
    }
    ClassList declared = ClassesFile.in(as, folder, "classes.txt");
    try (NpyArray labels = arrays.open(pair.labels())) {
      RecordFile pictures = arrays.open(pair.images()).pictures();
      Labels all;
      try {
        pictures.read(0); // what is wrong with its numbers is wrong with all
        all =
            labels(source, pair, labels, pictures.count(), new LabelCollector(declared, as, notes));
      } catch (IOException e) {
        pictures.close();
        throw e;
      }
      DataSet found = new DataSet(kind, new RawEntries(List.of(pictures)), all, notes.about(all));
      return splits.size() > 1 ? found.of(taken, splits) : found;
    } catch (IOException e) {
      throw DataSetException.unreadable(source, e, DataSetReason.UNREADABLE);
    }
  }

  private static DataSet mapped(
      String kind,
      Path source,
      Pair pair,
      Arrays arrays,
      Path folder,
      MapReading reading,
      Notes notes)
      throws DataSetException {
    List<Closeable> open = new ArrayList<>();
    try {
      NpyArray maps = arrays.open(pair.labels());
      open.add(maps);
      RecordFile pictures = arrays.open(pair.images()).pictures();
      open.add(pictures);
      if (!maps.isOfMaps()) {
        throw new DataSetException(DataSetReason.NO_INDEX_MAPS.of(source));
      }
      if (maps.rows() != pictures.count() || pictures.count() == 0) {
        throw new DataSetException(
            DataSetReason.COUNTS_DIFFER.of(source, maps.rows(), pictures.count()));
      }
      String name = PackedPicture.location(source, pair.labels());
      String rows =
          kind.equals("npz")
              ? PackedPicture.location(source.toAbsolutePath().normalize(), pair.labels() + "/")
              : PackedPicture.location(
                  folder.toAbsolutePath().normalize().resolve(pair.labels() + ".npy"), "");
      Labels labels = reading.labels(new ArrayMasks(maps, name, rows), pictures.count());
      return new DataSet(kind, new RawEntries(List.of(pictures)), labels, notes.about(labels));
    } catch (IOException e) {
      for (Closeable one : open) {
        try {
          one.close();
        } catch (IOException more) {
          e.addSuppressed(more);
        }
      }
      throw DataSetException.unreadable(source, e, DataSetReason.UNREADABLE);
    }
  }

  private static Labels labels(
      Path source, Pair pair, NpyArray labels, int pictures, LabelCollector collector)
      throws IOException {
    if (labels.rows() != pictures) {
      throw new DataSetException(DataSetReason.COUNTS_DIFFER.of(source, labels.rows(), pictures));
    }
    if (pictures == 0) {
      throw new DataSetException(DataSetReason.EMPTY_LABELS.of(source));
    }
    boolean ones = labels.columns() == 1 && !labels.isWhole() && isAllOne(labels);
    for (int i = 0; i < pictures; i++) {
      Objection where = Place.LABEL.of(source, i);
      collector.add(where, label(labels.row(i), labels.isWhole(), ones));
    }
    return collector.collected(source.toString(), pair.labels());
  }

  /// Of data sets with one class.
  private static boolean isAllOne(NpyArray labels) throws IOException {
    for (int i = 0; i < labels.rows(); i++) {
      if (labels.row(i)[0] != 1) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode label(double[] row, boolean whole, boolean asVector) {
    if (row.length == 1 && !asVector) {
      return number(row[0], whole);
    }
    ArrayNode label = JsonNodeFactory.instance.arrayNode(row.length);
    for (double value : row) {
      label.add(number(value, whole));
    }
    return label;
  }

  private static JsonNode number(double value, boolean whole) {
    return whole ? LongNode.valueOf((long) value) : DoubleNode.valueOf(value);
  }

  /// Arrays that belong together, by their split; of arrays without one, the split is empty.
  private static Map<String, Pair> pairs(List<String> names, ReadAs as) {
    Map<String, String> maps = new TreeMap<>();
    Map<String, String> images = new TreeMap<>();
    Map<String, String> labels = new TreeMap<>();
    for (String name : names) {
      String split = SplitName.of(name.toLowerCase(Locale.ROOT) + ".");
      String rest =
          name.toLowerCase(Locale.ROOT).replaceFirst("(^|[-_.])" + split + "([-_.]|$)", "$1");
      String plain = split.isEmpty() ? name.toLowerCase(Locale.ROOT) : rest.replaceFirst("_$", "");
      if (IMAGES.contains(plain)) {
        images.putIfAbsent(split, name);
      } else if (LABELS.contains(plain)) {
        labels.putIfAbsent(split, name);
      } else if (MAPS.contains(plain) && MaskFolders.areWanted(as)) {
        maps.putIfAbsent(split, name);
      }
    }
    Map<String, Pair> pairs = new TreeMap<>();
    images.forEach(
        (split, name) -> {
          String label = labels.get(split);
          String map = maps.get(split);
          if (map != null && (label == null || as.target() == TargetKind.MAP)) {
            pairs.put(split, new Pair(name, map, true));
          } else if (label != null) {
            pairs.put(split, new Pair(name, label, false));
          }
        });
    return pairs;
  }

  private static String stem(Path file) {
    return name(file).replaceFirst("\\.[^.]*$", "");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}

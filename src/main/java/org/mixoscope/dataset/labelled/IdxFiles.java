package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.IdxFile;
import org.mixoscope.dataset.packed.RecordFile;

/// MNIST's files and others of their format: grey pictures in one, labels in another, whatever
/// stands before `images` and `labels` in their names.
final class IdxFiles {
  private static final Pattern IMAGES =
      Pattern.compile("(.*?)(train|test|t10k|)([-_.]?)images[-._]idx3.*");

  private static final String TEST = "test";

  private IdxFiles() {}

  /// Pictures of one set, by their split.
  private record Set(String name, Map<String, Path> splits) {}

  /// In a folder, the training files, else those of the test.
  static @Nullable DataSet open(Path source, ReadAs as) throws DataSetException {
    if (!Files.isDirectory(source)) {
      return IdxFile.isOne(source) ? read(source, as) : null;
    }
    Map<String, Set> sets = sets(source);
    if (sets.size() > 1) {
      List<String> files =
          sets.values().stream()
              .map(set -> set.splits().values().iterator().next())
              .map(file -> String.valueOf(file.getFileName()))
              .toList();
      throw new DataSetException(
          DataSetReason.SEVERAL_SETS.of(source, String.join(", ", files), files.getFirst()));
    }
    return sets.isEmpty() ? null : open(source, sets.values().iterator().next(), as);
  }

  private static DataSet open(Path source, Set set, ReadAs as) throws DataSetException {
    List<String> splits = set.splits().keySet().stream().filter(one -> !one.isEmpty()).toList();
    String wanted = "t10k".equals(as.split()) ? TEST : as.split();
    String taken =
        wanted != null
            ? SplitName.one(source, splits, wanted)
            : set.splits().containsKey("train") ? "train" : set.splits().keySet().iterator().next();
    Path file = set.splits().getOrDefault(taken, source);
    DataSet found = read(file, as);
    return splits.size() > 1 ? found.of(taken, splits) : found;
  }

  private static Map<String, Set> sets(Path folder) throws DataSetException {
    try (Stream<Path> all = Files.list(folder)) {
      Map<String, Set> sets = new TreeMap<>();
      // A file and the same gzipped: the file, which comes first, will do.
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        Matcher name = IMAGES.matcher(String.valueOf(file.getFileName()));
        if (name.matches() && !name.group(1).startsWith(".")) {
          String split = name.group(2).equals("t10k") ? TEST : name.group(2);
          sets.computeIfAbsent(name.group(1), one -> new Set(one, new TreeMap<>()))
              .splits()
              .putIfAbsent(split, file);
        }
      }
      return sets;
    } catch (IOException e) {
      throw DataSetException.unreadable(folder, e, DataSetReason.UNREADABLE);
    }
  }

  private static DataSet read(Path images, ReadAs as) throws DataSetException {
    Path labels = labels(images);
    try {
      RecordFile stored = IdxFile.images(images);
      RecordFile records = as.transpose() ? stored.transposed() : stored;
      Notes notes = new Notes();
      Labels all = labels(labels, records.count(), as, notes);
      return new DataSet("idx", new RawEntries(List.of(records)), all, notes.about(all));
    } catch (IOException e) {
      throw DataSetException.unreadable(images, e, DataSetReason.UNREADABLE);
    }
  }

  /// The file of the labels, which may be gzipped or not, and QMNIST's.
  private static Path labels(Path images) throws DataSetException {
    String name = String.valueOf(images.getFileName());
    String usual = name.replace("images", "labels").replace("idx3", "idx1");
    String plain = usual.replaceFirst("\\.gz$", "");
    String ofQmnist = plain.replace("idx1-ubyte", "idx2-int");
    List<Path> all =
        Stream.of(usual, plain, plain + ".gz", ofQmnist, ofQmnist + ".gz")
            .map(images::resolveSibling)
            .filter(file -> !file.equals(images))
            .toList();
    return all.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> new DataSetException(DataSetReason.NO_LABELS.of(images, usual)));
  }

  private static Labels labels(Path file, int count, ReadAs as, Notes notes) throws IOException {
    int[] all = IdxFile.labels(file);
    if (all.length != count) {
      throw new DataSetException(DataSetReason.COUNTS_DIFFER.of(file, all.length, count));
    }
    if (count == 0) {
      throw new DataSetException(DataSetReason.EMPTY_LABELS.of(file));
    }
    LabelCollector collector =
        new LabelCollector(
            ClassesFile.in(as, file.toAbsolutePath().getParent(), "classes.txt"), as, notes);
    for (int i = 0; i < count; i++) {
      collector.add(Place.LABEL.of(file, i), IntNode.valueOf(all[i]));
    }
    return collector.collected(file.toString(), "label");
  }
}

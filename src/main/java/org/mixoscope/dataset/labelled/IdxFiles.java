package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.IdxFile;
import org.mixoscope.dataset.packed.RecordFile;

/// MNIST's files and others of their format: grey pictures in one, labels in another.
final class IdxFiles {
  private static final List<String> NAMES =
      List.of("train-images-idx3-ubyte", "train-images.idx3-ubyte", "t10k-images-idx3-ubyte");

  private IdxFiles() {}

  /// In a folder, the training files, else those of the test.
  static @Nullable DataSet open(Path source, ReadAs as) throws DataSetException {
    if (!Files.isDirectory(source)) {
      return IdxFile.isOne(source) ? read(source, as) : null;
    }
    for (String name : NAMES) {
      for (String ending : List.of("", ".gz")) {
        Path file = source.resolve(name + ending);
        if (Files.isRegularFile(file)) {
          return read(file, as);
        }
      }
    }
    return null;
  }

  private static DataSet read(Path images, ReadAs as) throws DataSetException {
    String name = String.valueOf(images.getFileName());
    Path labels = images.resolveSibling(name.replace("images", "labels").replace("idx3", "idx1"));
    if (labels.equals(images) || !Files.isRegularFile(labels)) {
      throw new DataSetException(DataSetReason.NO_LABELS.of(images, labels.getFileName()));
    }
    try {
      RecordFile records = IdxFile.images(images);
      Notes notes = new Notes();
      Labels all = labels(labels, records.count(), as, notes);
      return new DataSet("idx", new RawEntries(List.of(records)), all, notes.about(all));
    } catch (IOException e) {
      throw DataSetException.unreadable(images, e, DataSetReason.UNREADABLE);
    }
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

package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.CifarFile;
import org.mixoscope.dataset.packed.RecordFile;

/// The binary files of CIFAR-10 and CIFAR-100; of the latter, the fine labels.
final class CifarFiles {
  private static final List<String> TEN =
      IntStream.rangeClosed(1, 5).mapToObj("data_batch_%d.bin"::formatted).toList();

  /// What CIFAR-100's are called, as other things may be.
  private static final Set<String> HUNDRED = Set.of("train", "test", "meta");

  private static final int PICKLE = 0x80;

  private CifarFiles() {}

  /// In a folder, the training files.
  static @Nullable DataSet open(Path source, ReadAs as) throws DataSetException {
    if (Files.isDirectory(source)) {
      List<Path> ten = TEN.stream().map(source::resolve).filter(Files::isRegularFile).toList();
      Path hundred = source.resolve("train.bin");
      if (ten.isEmpty() && !Files.isRegularFile(hundred)) {
        refusePython(source);
      }
      return !ten.isEmpty()
          ? read(ten, as)
          : Files.isRegularFile(hundred) ? read(List.of(hundred), as) : null;
    }
    if (isPython(source)) {
      throw new DataSetException(DataSetReason.PYTHON_FILES.of(source));
    }
    return CifarFile.isOne(source) ? read(List.of(source), as) : null;
  }

  /// Pickles are programs: they are never read.
  private static void refusePython(Path folder) throws DataSetException {
    try (Stream<Path> all = Files.list(folder)) {
      if (all.anyMatch(CifarFiles::isPython)) {
        throw new DataSetException(DataSetReason.PYTHON_FILES.of(folder));
      }
    } catch (IOException e) {
      throw DataSetException.unreadable(folder, e, DataSetReason.UNREADABLE);
    }
  }

  /// By its name, which other files may have, and its first byte.
  private static boolean isPython(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!(isNamedLikePython(name) || HUNDRED.contains(name)) || !Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == PICKLE;
    } catch (IOException e) {
      return false; // whoever reads it is told
    }
  }

  /// Whether a file has a name as CIFAR's pickles for Python have.
  static boolean isNamedLikePython(String name) {
    return name.matches("data_batch_\\d+|test_batch|batches\\.meta");
  }

  private static DataSet read(List<Path> files, ReadAs as) throws DataSetException {
    Path folder = files.getFirst().toAbsolutePath().getParent();
    Notes notes = new Notes();
    LabelCollector labels =
        new LabelCollector(
            ClassesFile.in(as, folder, "batches.meta.txt", "fine_label_names.txt", "classes.txt"),
            as,
            notes);
    List<RecordFile> all = new ArrayList<>();
    for (Path file : files) {
      try {
        RecordFile records = CifarFile.open(file);
        all.add(records);
        for (int i = 0; i < records.count(); i++) {
          labels.add(Place.RECORD.of(file, i), IntNode.valueOf(records.label(i)));
        }
      } catch (IOException e) {
        throw DataSetException.unreadable(file, e, DataSetReason.UNREADABLE);
      }
    }
    Labels found = labels.collected(String.valueOf(folder), "label");
    return new DataSet("cifar", new RawEntries(all), found, notes.about(found));
  }
}

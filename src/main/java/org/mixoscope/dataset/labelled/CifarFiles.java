package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.RawEntries.Records;
import org.mixoscope.kernel.Frame;

/// The binary files of CIFAR-10 and CIFAR-100; of the latter, the fine labels.
final class CifarFiles {
  private static final Frame FRAME = new Frame(32, 32);
  private static final int PICTURE = 3 * 32 * 32;
  private static final List<String> TEN =
      IntStream.rangeClosed(1, 5).mapToObj("data_batch_%d.bin"::formatted).toList();

  private CifarFiles() {}

  /// In a folder, the training files.
  static @Nullable DataSet open(Path source) throws DataSetException {
    if (Files.isDirectory(source)) {
      List<Path> ten = TEN.stream().map(source::resolve).filter(Files::isRegularFile).toList();
      Path hundred = source.resolve("train.bin");
      return !ten.isEmpty()
          ? read(ten, 1)
          : Files.isRegularFile(hundred) ? read(List.of(hundred), 2) : null;
    }
    String name = String.valueOf(source.getFileName());
    return switch (name) {
      case "train.bin", "test.bin" -> read(List.of(source), 2);
      case String batch when batch.matches("(data_batch_\\d+|test_batch)\\.bin") ->
          read(List.of(source), 1);
      default -> null;
    };
  }

  /// @param before bytes of labels before a picture, the last of which counts
  private static DataSet read(List<Path> files, int before) throws DataSetException {
    Path folder = files.getFirst().toAbsolutePath().getParent();
    LabelCollector labels =
        new LabelCollector(
            ClassesFile.in(folder, "batches.meta.txt", "fine_label_names.txt", "classes.txt"));
    List<Records> all = new ArrayList<>();
    for (Path file : files) {
      try {
        FileChannel channel = FileChannel.open(file);
        int length = before + PICTURE;
        if (channel.size() == 0 || channel.size() % length != 0) {
          throw new DataSetException(
              file + " is no whole CIFAR file: copy or download it once more");
        }
        int count = Math.toIntExact(channel.size() / length);
        byte[] label = new byte[1];
        for (int i = 0; i < count; i++) {
          RawEntries.read(channel, label, (long) i * length + before - 1);
          labels.add("%s record %d".formatted(file, i), IntNode.valueOf(label[0] & 0xFF));
        }
        String name = String.valueOf(file.getFileName());
        all.add(new Records(file, name, channel, 0, before, length, count));
      } catch (DataSetException e) {
        throw e;
      } catch (IOException e) {
        throw new DataSetException(file + " cannot be read: copy it to another place", e);
      }
    }
    return new DataSet(
        "cifar", new RawEntries(all, FRAME, 3), labels.collected(String.valueOf(folder)));
  }
}

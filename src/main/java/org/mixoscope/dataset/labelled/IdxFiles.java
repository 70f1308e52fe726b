package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.RawEntries.Records;
import org.mixoscope.kernel.Frame;

/// MNIST's files and others of their format: grey pictures of bytes in one, labels in another,
/// gzipped or not.
final class IdxFiles {
  private static final int IMAGES = 0x0803;
  private static final int LABELS = 0x0801;
  private static final int IMAGES_HEADER = 16;
  private static final int LABELS_HEADER = 8;
  private static final List<String> NAMES =
      List.of("train-images-idx3-ubyte", "train-images.idx3-ubyte", "t10k-images-idx3-ubyte");

  private IdxFiles() {}

  /// In a folder, the training files, else those of the test.
  static @Nullable DataSet open(Path source) throws DataSetException {
    if (!Files.isDirectory(source)) {
      return String.valueOf(source.getFileName()).contains("-ubyte") ? read(source) : null;
    }
    for (String name : NAMES) {
      for (String ending : List.of("", ".gz")) {
        Path file = source.resolve(name + ending);
        if (Files.isRegularFile(file)) {
          return read(file);
        }
      }
    }
    return null;
  }

  private static DataSet read(Path images) throws DataSetException {
    String name = String.valueOf(images.getFileName());
    Path labels = images.resolveSibling(name.replace("images", "labels").replace("idx3", "idx1"));
    if (labels.equals(images) || !Files.isRegularFile(labels)) {
      throw new DataSetException(
          "%s has no labels: needs %s beside it".formatted(images, labels.getFileName()));
    }
    try {
      FileChannel channel = open(images, IMAGES, IMAGES_HEADER);
      int[] sizes = header(channel, IMAGES_HEADER);
      Frame frame = new Frame(sizes[2], sizes[3]);
      int length = Math.toIntExact(frame.pixels());
      if (channel.size() != IMAGES_HEADER + (long) sizes[1] * length) {
        throw damaged(images, null);
      }
      Records records = new Records(images, name, channel, IMAGES_HEADER, 0, length, sizes[1]);
      return new DataSet(
          "idx", new RawEntries(List.of(records), frame, 1), labels(labels, sizes[1]));
    } catch (DataSetException e) {
      throw e;
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw damaged(images, e);
    }
  }

  private static Labels labels(Path file, int count) throws IOException {
    LabelCollector collector =
        new LabelCollector(ClassesFile.in(file.toAbsolutePath().getParent(), "classes.txt"));
    try (FileChannel channel = open(file, LABELS, LABELS_HEADER)) {
      if (header(channel, LABELS_HEADER)[1] != count || channel.size() != LABELS_HEADER + count) {
        throw new DataSetException(
            "%s: has labels for another number of pictures than %d".formatted(file, count));
      }
      byte[] all = new byte[count];
      RawEntries.read(channel, all, LABELS_HEADER);
      for (int i = 0; i < count; i++) {
        collector.add("%s label %d".formatted(file, i), IntNode.valueOf(all[i] & 0xFF));
      }
    }
    if (count == 0) {
      throw new DataSetException(file + " has no labels");
    }
    return collector.collected(file.toString());
  }

  private static FileChannel open(Path file, int magic, int header) throws IOException {
    FileChannel channel = channel(file);
    if (channel.size() < header || header(channel, header)[0] != magic) {
      channel.close();
      throw damaged(file, null);
    }
    return channel;
  }

  /// A gzipped file is unpacked into one that is deleted when it is closed.
  private static FileChannel channel(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return FileChannel.open(file);
    }
    Path unpacked = Files.createTempFile("mixoscope-", ".idx");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
    }
    return FileChannel.open(unpacked, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static int[] header(FileChannel channel, int bytes) throws IOException {
    byte[] header = new byte[bytes];
    RawEntries.read(channel, header, 0);
    int[] numbers = new int[bytes / Integer.BYTES];
    ByteBuffer.wrap(header).asIntBuffer().get(numbers);
    return numbers;
  }

  private static DataSetException damaged(Path file, @Nullable Exception e) {
    return new DataSetException(
        file + " is no whole IDX file of bytes: copy or download it once more", e);
  }
}

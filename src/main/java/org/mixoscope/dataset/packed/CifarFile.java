package org.mixoscope.dataset.packed;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Frame;

/// The binary files of CIFAR-10 and CIFAR-100, which only their names tell apart; the label that is
/// read of the latter is the fine one.
public final class CifarFile {
  private static final Frame FRAME = new Frame(32, 32);

  private CifarFile() {}

  /// Whether a file has a name as such files have.
  public static boolean isOne(Path file) {
    return labels(file) > 0;
  }

  /// Opens a file with such a name.
  ///
  /// @throws PictureException if its length is not that of whole records
  public static RecordFile open(Path file) throws IOException {
    RecordFile.Shape shape = new RecordFile.Shape(0, labels(file), FRAME, 3);
    FileChannel channel = FileChannel.open(file);
    if (channel.size() == 0 || channel.size() % shape.record() != 0) {
      channel.close();
      throw PackedReason.NO_CIFAR.failure(file);
    }
    return new RecordFile(
        file, Store.of(channel), shape, Math.toIntExact(channel.size() / shape.record()));
  }

  /// How many a record has; 0 if the file has another name.
  private static int labels(Path file) {
    return switch (String.valueOf(file.getFileName())) {
      case "train.bin", "test.bin" -> 2;
      case String name when name.matches("(data_batch_\\d+|test_batch)\\.bin") -> 1;
      default -> 0;
    };
  }
}

package org.mixoscope.dataset.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mixoscope.dataset.packed.Records.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

@BesideWindows
class CifarFileTest {
  private static final int PLANE = 1024;

  @TempDir Path folder;

  /// CIFAR-100 has a coarse label before the fine one, which is the label.
  @ParameterizedTest
  @CsvSource({"data_batch_1.bin, 1", "test_batch.bin, 1", "train.bin, 2", "test.bin, 2"})
  void recordsAreLabelsAndThreePlanes(String name, int labels) throws IOException {
    int record = labels + 3 * PLANE;
    byte[] bytes = Records.random(3 * record, labels);
    Path file = Files.write(folder.resolve(name), bytes);

    try (RecordFile records = CifarFile.open(file)) {
      assertEquals(3, records.count());
      for (int i = 0; i < 3; i++) {
        assertEquals(bytes[i * record + labels - 1] & 0xFF, records.label(i));
        Pixels pixels = records.read(i);
        assertEquals(new Frame(32, 32), pixels.frame());
        assertEquals(3, pixels.channels());
        for (int c = 0; c < 3; c++) {
          for (int pixel = 0; pixel < PLANE; pixel++) {
            assertEquals(
                bytes[i * record + labels + c * PLANE + pixel] & 0xFF,
                pixels.valueAt(pixel / 32, pixel % 32, c));
          }
        }
      }
      assertEquals(name + "#2", records.name(2));
      assertRefused(
          file.toAbsolutePath() + "#3 does not exist: the file has pictures 0 to 2",
          () -> records.read(3));
    }
  }

  @Test
  void fileThatIsNotWholeRecordsIsRefused() throws IOException {
    byte[] whole = Records.random(2 * (1 + 3 * PLANE), 0);
    Path file = folder.resolve("data_batch_1.bin");
    for (int length :
        new int[] {0, 1, whole.length / 2 - 1, whole.length / 2 + 1, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused(
          file + " is no whole CIFAR file: copy or download it once more",
          () -> CifarFile.open(file).close());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"data_batch_.bin", "data_batch_1", "training.bin", "batches.bin", "my_train.bin"})
  void otherNamesAreOtherFiles(String name) {
    assertEquals(false, CifarFile.isOne(Path.of(name)));
  }
}

package org.mixoscope.dataset.packed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.dataset.packed.Records.assertGrey;
import static org.mixoscope.dataset.packed.Records.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

@BesideWindows
class IdxFileTest {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;

  @TempDir Path folder;

  @Property(tries = 60)
  void picturesAreReadAsTheyLieThere(
      @ForAll @IntRange(min = 1, max = 5) int count,
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll boolean zipped,
      @ForAll long seed)
      throws IOException {
    byte[] pixels = Records.random(count * height * width, seed);
    byte[] bytes = Records.idxImages(IMAGES, count, height, width, pixels);
    Path file = Files.createTempFile("images-ubyte", zipped ? ".gz" : "");
    try {
      Files.write(file, zipped ? Records.zipped(bytes) : bytes);
      try (RecordFile records = IdxFile.images(file)) {
        assertEquals(count, records.count());
        for (int i = count - 1; i >= 0; i--) {
          assertEquals(new Frame(height, width), records.read(i).frame());
          assertGrey(pixels, i * height * width, records.read(i));
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void labelsAreAllBytes(boolean zipped) throws IOException {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    byte[] bytes = Records.idxLabels(LABELS, 256, all);
    Path file = folder.resolve("labels-ubyte" + (zipped ? ".gz" : ""));
    Files.write(file, zipped ? Records.zipped(bytes) : bytes);

    assertArrayEquals(IntStream.range(0, 256).toArray(), IdxFile.labels(file));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void fileCutAnywhereIsRefused(boolean zipped) throws IOException {
    byte[] images = Records.idxImages(IMAGES, 2, 3, 2, Records.random(12, 1));
    byte[] labels = Records.idxLabels(LABELS, 2, Records.random(2, 1));
    Path file = folder.resolve("x-ubyte" + (zipped ? ".gz" : ""));
    String message = file + " is no whole IDX file of bytes: copy or download it once more";

    byte[] imagesThere = zipped ? Records.zipped(images) : images;
    for (int length = 0; length < imagesThere.length; length++) {
      Files.write(file, Arrays.copyOf(imagesThere, length));
      assertRefused(message, () -> IdxFile.images(file).close());
    }
    byte[] labelsThere = zipped ? Records.zipped(labels) : labels;
    for (int length = 0; length < labelsThere.length; length++) {
      Files.write(file, Arrays.copyOf(labelsThere, length));
      assertRefused(message, () -> IdxFile.labels(file));
    }
  }

  @Test
  void fileWithMoreThanItSaysIsRefused() throws IOException {
    Path file = folder.resolve("x-ubyte");
    String message = file + " is no whole IDX file of bytes: copy or download it once more";

    Files.write(file, Records.idxImages(IMAGES, 2, 3, 2, Records.random(13, 1)));
    assertRefused(message, () -> IdxFile.images(file).close());
    Files.write(file, Records.idxLabels(LABELS, 2, Records.random(3, 1)));
    assertRefused(message, () -> IdxFile.labels(file));
  }

  /// Sizes whose product does not fit, none at all, and other files of the format.
  @ParameterizedTest
  @CsvSource({
    "0x803, -1, 3, 2",
    "0x803, 2, 0, 2",
    "0x803, 2, 3, -2",
    "0x803, 2147483647, 3, 2",
    "0x803, 2, 2147483647, 2147483647",
    "0x803, 1, 65536, 65536",
    "0x801, 2, 3, 2",
    "0xD03, 2, 3, 2",
    "0, 0, 0, 0",
  })
  void headerThatCannotBeIsRefused(String magic, int count, int height, int width)
      throws IOException {
    Path file = folder.resolve("x-ubyte");
    Files.write(file, Records.idxImages(Integer.decode(magic), count, height, width, new byte[12]));

    assertRefused(
        file + " is no whole IDX file of bytes: copy or download it once more",
        () -> IdxFile.images(file).close());
  }

  @ParameterizedTest
  @CsvSource({"0x801, -1", "0x801, 2147483647", "0x803, 4"})
  void headerOfLabelsThatCannotBeIsRefused(String magic, int count) throws IOException {
    Path file = folder.resolve("x-ubyte");
    Files.write(file, Records.idxLabels(Integer.decode(magic), count, new byte[4]));

    assertRefused(
        file + " is no whole IDX file of bytes: copy or download it once more",
        () -> IdxFile.labels(file));
  }

  @Test
  void pictureThatIsNotThereIsRefusedByItsNumber() throws IOException {
    Path file = folder.resolve("x-ubyte");
    Files.write(file, Records.idxImages(IMAGES, 2, 3, 2, new byte[12]));

    try (RecordFile records = IdxFile.images(file)) {
      assertEquals("x-ubyte#1", records.name(1));
      assertEquals(file.toAbsolutePath() + "#1", records.location(1));
      for (int number : new int[] {-1, 2, Integer.MAX_VALUE}) {
        assertRefused(
            file.toAbsolutePath() + "#" + number + " does not exist: the file has pictures 0 to 1",
            () -> records.read(number));
      }
    }
  }

  @Test
  void manyThreadsReadAtOnce() throws IOException {
    int count = 400;
    byte[] pixels = Records.random(count * 35, 9);
    Path file = folder.resolve("x-ubyte");
    Files.write(file, Records.idxImages(IMAGES, count, 7, 5, pixels));

    try (RecordFile records = IdxFile.images(file)) {
      IntStream.range(0, 4 * count)
          .parallel()
          .map(i -> i * 37 % count)
          .forEach(i -> assertGrey(pixels, i * 35, read(records, i)));
    }
  }

  private static Pixels read(RecordFile records, int record) {
    try {
      return records.read(record);
    } catch (PictureException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void filesAreKnownByTheirNames() {
    for (String name :
        List.of("train-images-idx3-ubyte", "t10k-labels.idx1-ubyte.gz", "images-idx3")) {
      assertTrue(IdxFile.isOne(Path.of(name)), name);
    }
    for (String name : List.of("ubyte", "images-idx9", "train.bin")) {
      assertFalse(IdxFile.isOne(Path.of(name)), name);
    }
  }
}

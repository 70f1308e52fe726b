package org.mixoscope.lab.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Shape;

class PictureSetTest {
  private final PictureReader reader = new PictureReader();

  @TempDir Path folder;

  /// Grey pictures of 2×2, the class in their brightness.
  private static void grey(Path folder, int count, int brightness) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < count; i++) {
      int level = brightness + i % 16;
      Files.writeString(
          folder.resolve("%04d.pgm".formatted(i)),
          "P2 2 2 255 %d %d %d %d".formatted(level, level, level, level),
          US_ASCII);
    }
  }

  private PictureSet read() throws IOException {
    return PictureSet.read(folder, 32, reader, Pictures.Watch.NONE);
  }

  @Test
  void aFifthOfEachClassIsTestedOnAndTheSeedDrawsIt() throws IOException {
    grey(folder.resolve("dark"), 10, 0);
    grey(folder.resolve("light"), 20, 200);

    PictureSet set = read();

    assertEquals(List.of("dark", "light"), set.classes());
    assertEquals(new Shape(1, 2, 2), set.shape(), "smaller ones keep their size");
    assertEquals(
        List.of(30, 30, 24, 6), List.of(set.all(), set.used(), set.trainable(), set.tests()));
    Examples.Split split = set.split(24, 0, 1);
    assertArrayEquals(new int[] {2, 4}, counts(split.test()));
    assertArrayEquals(new int[] {8, 16}, counts(split.train()));
    assertArrayEquals(split.test().inputs(), set.split(12, 0, 1).test().inputs());
    assertFalse(Arrays.deepEquals(split.test().inputs(), set.split(24, 0, 2).test().inputs()));
  }

  private static int[] counts(Examples examples) {
    int[] counts = new int[examples.classes()];
    IntStream.range(0, examples.size()).forEach(i -> counts[examples.classOf(i)]++);
    return counts;
  }

  /// One colour among many grey ones makes all of them colour.
  @Test
  void splitsOfTheDataSetAreItsOwn() throws IOException {
    grey(folder.resolve("train/a"), 6, 0);
    grey(folder.resolve("train/b"), 6, 100);
    grey(folder.resolve("val/a"), 2, 0);
    grey(folder.resolve("test/a"), 2, 0);
    grey(folder.resolve("test/b"), 3, 100);
    Files.writeString(
        folder.resolve("test/b/red.ppm"), "P3 2 2 255" + " 255 0 0".repeat(4), US_ASCII);

    PictureSet set = read();

    assertEquals("train", set.trained().split());
    assertEquals("test", Objects.requireNonNull(set.tested()).split());
    assertEquals(List.of(18, 12, 6), List.of(set.used(), set.trainable(), set.tests()));
    assertEquals(new Shape(3, 2, 2), set.shape());
    assertArrayEquals(
        set.split(12, 0, 1).test().inputs(), set.split(12, 0, 2).test().inputs(), "never drawn");
    float[] grey = set.split(12, 0, 1).train().inputs()[0];
    assertEquals(grey[0], grey[8], "grey has three equal planes");
  }

  @Test
  void ofManyEachClassHasItsShareAlwaysTheSame() throws IOException {
    StringBuilder table = new StringBuilder("path,label\n");
    grey(folder.resolve("all"), 16, 0);
    for (int i = 0; i < 8000; i++) {
      table.append("all/%04d.pgm,%s%n".formatted(i % 16, i % 4 == 0 ? "rare" : "usual"));
    }
    Files.writeString(folder.resolve("all.csv"), table);

    PictureSet set = PictureSet.read(folder.resolve("all.csv"), 32, reader, Pictures.Watch.NONE);

    assertEquals(8000, set.all());
    assertEquals(6000, set.used());
    assertArrayEquals(new int[] {1500, 4500}, counts(set.trained().pictures().examples()));
    assertNull(set.tested());
    assertEquals(
        set.checksum(),
        PictureSet.read(folder.resolve("all.csv"), 32, reader, Pictures.Watch.NONE).checksum());
  }

  @Test
  void anotherPictureIsAnotherChecksum() throws IOException {
    grey(folder.resolve("a"), 4, 0);
    grey(folder.resolve("b"), 4, 100);
    String before = read().checksum();
    grey(folder.resolve("b"), 1, 101);
    assertNotEquals(before, read().checksum());
  }

  @Test
  void whatCannotBeReadIsLeftOutAndSaid() throws IOException {
    grey(folder.resolve("a"), 4, 0);
    grey(folder.resolve("b"), 4, 100);
    Files.writeString(folder.resolve("b/broken.png"), "no picture");

    PictureSet set = read();

    assertEquals(8, set.used());
    assertEquals(1, set.unreadable().size());
    assertTrue(set.unreadable().getFirst().text().contains("broken.png"));
  }

  @Test
  void whatCannotBeTrainedOnIsNamed() throws IOException {
    grey(folder.resolve("a"), 4, 0);
    assertRefused("all its pictures are of one class, a");
    grey(folder.resolve("b"), 1, 0);
    Files.delete(folder.resolve("a/0000.pgm"));
    Files.delete(folder.resolve("a/0001.pgm"));
    assertRefused("3 samples are too few: 4 are needed");
    for (int c = 0; c < PictureSet.MOST_CLASSES; c++) {
      grey(folder.resolve("c" + c), 1, c);
    }
    assertRefused("102 classes are more than the 100");
  }

  private void assertRefused(String why) {
    RefusedException refused = assertThrows(RefusedException.class, this::read);
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
    assertTrue(refused.getMessage().startsWith(folder.toString()), refused.getMessage());
  }

  @Test
  void objectsAreNoClasses() throws IOException {
    grey(folder, 1, 0);
    Files.writeString(
        folder.resolve("coco.json"),
        """
        {"images": [{"id": 1, "file_name": "0000.pgm", "width": 2, "height": 2}],
         "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 1, 1],
                          "area": 1, "iscrowd": 0}],
         "categories": [{"id": 1, "name": "cat"}]}
        """);
    Path file = folder.resolve("coco.json");
    RefusedException refused =
        assertThrows(
            RefusedException.class, () -> PictureSet.read(file, 32, reader, Pictures.Watch.NONE));
    assertEquals(
        file + ": pictures labelled with objects are not trained here, only those with classes",
        refused.getMessage());
  }

  @Test
  void readingIsFollowedAndCanBeStopped() throws IOException {
    grey(folder.resolve("a"), 20, 0);
    grey(folder.resolve("b"), 20, 100);
    assertThrows(
        CancellationException.class,
        () ->
            PictureSet.read(
                folder,
                32,
                reader,
                (done, of) -> {
                  assertEquals(40, of);
                  return false;
                }));
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.dataset.packed.Tars;

/// Pictures that have no file of their own, or one that a table names by a relative path: what a
/// batch makes of them, its recipes make again.
@BesideWindows
class PackedSourcesTest {
  private static final int PICTURES = 5;

  @TempDir Path folder;

  @Test
  void idx() throws IOException {
    byte[] images = noise(16 + PICTURES * 6 * 9, 1);
    ByteBuffer.wrap(images).putInt(0x803).putInt(PICTURES).putInt(6).putInt(9);
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, PICTURES, 0, 1, 2, 1, 0};
    for (String ending : List.of("", ".gz")) {
      Path data = Files.createDirectories(folder.resolve("idx # 1" + ending));
      write(data.resolve("train-images-idx3-ubyte" + ending), images);
      write(data.resolve("train-labels-idx1-ubyte" + ending), labels);

      assertMadeAgain(data, "train-images-idx3-ubyte" + ending + "#0");
    }
  }

  @Test
  void cifar10() throws IOException {
    Path data = Files.createDirectory(folder.resolve("cifar-10"));
    for (int file = 1; file <= PICTURES; file++) {
      byte[] record = noise(1 + 3072, file);
      record[0] = (byte) (file % 3);
      write(data.resolve("data_batch_%d.bin".formatted(file)), record);
    }

    assertMadeAgain(data, "data_batch_5.bin#0");
  }

  @Test
  void cifar100() throws IOException {
    byte[] records = noise(PICTURES * (2 + 3072), 4);
    for (int i = 0; i < PICTURES; i++) {
      records[i * 3074 + 1] = (byte) i;
    }
    Path data = Files.createDirectory(folder.resolve("cifar-100"));
    write(data.resolve("train.bin"), records);

    assertMadeAgain(data, "train.bin#4");
  }

  @Test
  void membersOfShards() throws IOException {
    Path data = Files.createDirectory(folder.resolve("shards"));
    for (String shard : List.of("a.tar", "b.tar")) {
      try (TarArchiveOutputStream tar =
          new TarArchiveOutputStream(Files.newOutputStream(data.resolve(shard)))) {
        for (int i = 0; i < PICTURES; i++) {
          Path picture = folder.resolve("photo.png");
          Photo.noise(20 + i, 30 - i, shard.hashCode() + i).write(picture);
          Tars.put(tar, "deep #/%d.png".formatted(i), Files.readAllBytes(picture));
          Tars.put(tar, "deep #/%d.cls".formatted(i), new byte[] {(byte) ('0' + i % 2)});
        }
      }
    }

    assertMadeAgain(data, "b.tar#deep #/3.png");
  }

  @Test
  void tablesWithRelativePaths() throws IOException {
    Path data = Files.createDirectory(folder.resolve("tables"));
    StringBuilder csv = new StringBuilder("file_name,label\n");
    StringBuilder jsonLines = new StringBuilder();
    for (int i = 0; i < PICTURES; i++) {
      Files.createDirectories(data.resolve("sub"));
      Photo.noise(20 + i, 30 - i, i).write(data.resolve("sub/photo #%d.png".formatted(i)));
      csv.append("sub/photo #%d.png,%d\n".formatted(i, i % 2));
      jsonLines.append(
          "{\"file_name\":\"../tables/sub/photo #%d.png\",\"label\":[0.25,0.75]}\n".formatted(i));
    }

    assertMadeAgain(Files.writeString(data.resolve("a.csv"), csv), "sub/photo #1.png");
    assertMadeAgain(Files.writeString(data.resolve("a.jsonl"), jsonLines), "sub/photo #1.png");
  }

  @Test
  void whatIsNotInTheFileIsNamed() throws IOException {
    Path cifar = folder.resolve("test_batch.bin");
    write(cifar, noise(2 * 3073, 1));
    Path tar = folder.resolve("a.tar");
    try (TarArchiveOutputStream archive = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      Tars.put(archive, "0.cls", new byte[] {'0'});
    }

    assertFails(cifar + "#2", "does not exist: the file has pictures 0 to 1");
    assertFails(cifar + "#-1", "does not exist: the file has pictures 0 to 1");
    assertFails(cifar + "#two", "does not exist: pictures in it are numbered from 0");
    assertFails(tar + "#0.png", "does not exist: there is no such file in the archive");
    assertFails(folder.resolve("b.tar") + "#0.png", "does not exist: check the path");
    write(cifar, noise(2 * 3073 - 1, 1));
    assertFails(cifar + "#0", cifar, "is no whole CIFAR file: copy or download it once more");
  }

  private void assertFails(String location, String predicate) {
    assertFails(location, location, predicate);
  }

  private void assertFails(String location, Object subject, String predicate) {
    Run.of("mix", "sample:cat", location, "-o", folder.resolve("out.png").toString())
        .bad(1, "mixoscope mix: " + subject + " " + predicate);
  }

  /// @param expected how the location of one of the pictures ends
  private void assertMadeAgain(Path data, String expected) throws IOException {
    boolean met = false;
    for (String options :
        List.of("--size 24x20 --mixup-alpha 0.8 --cutmix-alpha 1", "--fit contain")) {
      Path out = folder.resolve("out " + data.getFileName() + options.length());
      Run.of(Run.line(options + " --embed-recipes --image png", "batch", data, out)).good();
      for (String recipe : MadeAgain.recipes(out, PICTURES)) {
        met |= recipe.contains(expected + "\"");
      }
    }
    assertTrue(met, () -> "a recipe that names " + expected);
  }

  private static byte[] noise(int length, int seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream stream = file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out) {
      stream.write(bytes);
    }
    Files.write(file, out.toByteArray());
  }
}

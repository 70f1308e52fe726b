package org.mixoscope.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mixoscope.cli.Inspected.classes;
import static org.mixoscope.cli.Inspected.leftOut;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// What is understood of data sets that are packed into files.
@BesideWindows
class InspectPackedTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final byte[] PICTURE = picture(7);
  private static final byte[] LABEL = "1".getBytes(UTF_8);

  @TempDir Path folder;

  private static byte[] picture(int value) {
    byte[] all = new byte[4 * 3 * 3];
    Arrays.fill(all, (byte) value);
    return PictureWriter.png(Pixels.of(all, new Frame(3, 4), 3), null);
  }

  private static byte[] contents(String name) {
    return name.matches(".*\\.(png|jpg|PIC)") ? PICTURE : name.endsWith("/") ? new byte[0] : LABEL;
  }

  private Path tar(String name, String... members) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    OutputStream raw = Files.newOutputStream(file);
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(name.endsWith(".tar") ? raw : new GZIPOutputStream(raw))) {
      for (String member : members) {
        TarArchiveEntry entry = new TarArchiveEntry(member, true);
        entry.setSize(contents(member).length);
        out.putArchiveEntry(entry);
        out.write(contents(member));
        out.closeArchiveEntry();
      }
    }
    return file;
  }

  private Path zip(String name, String... members) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String member : members) {
        out.putNextEntry(new ZipEntry(member));
        out.write(contents(member));
        out.closeEntry();
      }
    }
    return file;
  }

  private JsonNode inspect(String source, String... options) throws IOException {
    JsonNode found = Inspected.of(folder.resolve(source), options);
    assertEquals(0, found.get("unreadable").intValue(), found.toString());
    return found;
  }

  private void refused(String source, String message, String... options) {
    Inspected.refused(folder.resolve(source), message, options);
  }

  @Test
  void whatSystemsLeaveInShardsIsSkippedAndCounted() throws IOException {
    tar("mac.tar", "._0.cls", "0.cls", "._0.png", "0.png", "__MACOSX/x.cls", ".DS_Store");

    JsonNode found = inspect("mac.tar");

    assertEquals(1, found.get("pictures").intValue());
    assertEquals(List.of("3 hidden", "1 of the system (__MACOSX)"), leftOut(found));
  }

  @Test
  void aNameEndsAtItsFirstDot() throws IOException {
    tar("dots.tar", "v1.0.jpg", "v1.0.cls", "v1.1.jpg", "v1.1.cls");
    tar("one.tar", "a/x.y.png", "a/x.y.cls");

    String message =
        ": the name of a sample ends at its first dot, so that %s is lost: rename,"
            + " without dots";
    refused("dots.tar", " sample v1" + message.formatted("v1.0.jpg"));
    refused("one.tar", " sample a/x" + message.formatted("x.y.png"));
  }

  @ParameterizedTest
  @CsvSource({"0.jpg 1.jpg 0.cls 1.cls", "0.cls 1.cls 0.jpg 1.jpg", "0.jpg 1.jpg 1.cls 0.json"})
  void membersOfASampleFollowEachOther(String members) throws IOException {
    tar("apart.tar", members.split(" "));

    refused(
        "apart.tar",
        " sample 0"
            + ": its members do not follow each other: members of a sample must, sort them by"
            + " name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg a.cls a.jpg a.cls", "a.cls a.jpg b.cls b.jpg a.cls a.jpg"})
  void noSampleGetsLostBecauseOfItsName(String members) throws IOException {
    tar("same.tar", members.split(" "));

    refused(
        "same.tar", " sample a: there are two of this name: rename one, or samples would get lost");
  }

  @Test
  void ofSeveralPicturesThePlainOneIsTaken() throws IOException {
    tar("seg.tar", "a.depth.png", "a.jpg", "a.cls", "a.seg.png", "b.jpg", "b.cls");
    tar("two.tar", "a.jpg", "a.png", "a.cls");
    tar("none.tar", "a.jpg", "a.cls", "b.cls", "README", "c.PIC", "c.cls");

    assertEquals(List.of("2 further pictures of a sample"), leftOut(inspect("seg.tar")));
    refused(
        "two.tar",
        " sample a: has several pictures: leave one, or put .seg, .depth or the like before the"
            + " ending of the others");
    JsonNode none = inspect("none.tar");
    assertEquals(2, none.get("pictures").intValue());
    assertEquals(List.of("2 samples without a picture under their name"), leftOut(none));
  }

  @Test
  void shardsOfSeveralSplitsAreNotMixed() throws IOException {
    tar("shards/set-train-00.tar", "0.jpg", "0.cls");
    tar("shards/set-train-01.tar", "0.jpg", "0.cls");
    tar("shards/set-val-00.tar", "0.jpg", "0.cls");

    refused("shards", " has splits, not classes (train, val): take one, such as --split train");
    assertEquals(2, inspect("shards", "--split", "Train").get("pictures").intValue());
    refused("shards", " has no split dev: there are train, val", "--split", "dev");
  }

  /// As the folder in it.
  @ParameterizedTest
  @ValueSource(strings = {"a.tar", "a.tar.gz", "a.tgz", "a.zip"})
  void archivesOfFoldersAreRead(String name) throws IOException {
    String[] members = {
      "top/",
      "top/dog/",
      "top/dog/2.png",
      "top/dog/1.png",
      "top/cat/deep/b.png",
      "top/cat/z.png",
      "top/cat/a.PIC",
      "top/empty/",
      "top/notes.txt",
      "__MACOSX/top/dog/2.png"
    };
    Path file = name.endsWith(".zip") ? zip(name, members) : tar(name, members);

    JsonNode found = inspect(name);

    assertEquals("image-folder", found.get("kind").textValue());
    assertEquals(List.of("cat 3", "dog 2", "empty 0"), classes(found));
    assertEquals(List.of("1 .txt (no pictures)", "1 of the system (__MACOSX)"), leftOut(found));
    Run.of("mix", file + "#top/cat/a.PIC", file + "#top/dog/1.png", "-o", folder + "/m.png").good();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "photos/"})
  void splitsOfAnArchiveAreNotMixed(String top) throws IOException {
    zip("s.zip", top + "train/a/1.png", top + "train/b/1.png", top + "val/a/1.png");

    refused("s.zip", " has splits, not classes (train, val): take one, such as --split train");
    assertEquals(List.of("a 1"), classes(inspect("s.zip", "--split", "val")));
  }

  @Test
  void namesThatLeadOutOfAnArchiveAndArchivesInItAreLeftOut() throws IOException {
    zip("evil.zip", "../x.png", "/abs.png", "C:/x.png", "a/..\\x.png", "a/n.zip", "a/1.png");
    zip("nested.zip", "a/n.tar", "a/m.zip");

    assertEquals(
        List.of("4 with names that lead out of the archive", "1 archives in the archive"),
        leftOut(inspect("evil.zip")));
    refused("nested.zip", " has no pictures that can be read: left out 2 archives in the archive");
  }

  @Test
  void encryptedMembersAreLeftOut() throws IOException {
    byte[] zip = Files.readAllBytes(zip("e.zip", "a/1.png"));
    for (int at = 0; at + 10 < zip.length; at++) {
      int signature = ByteBuffer.wrap(zip, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
      if (signature == 0x04034b50 || signature == 0x02014b50) {
        zip[at + (signature == 0x04034b50 ? 6 : 8)] |= 1;
      }
    }
    Files.write(folder.resolve("e.zip"), zip);

    refused("e.zip", " has no pictures that can be read: left out 1 encrypted");
  }

  /// It says that it has few bytes, and would become more.
  @Test
  void aMemberThatIsLargerThanItSaysIsDamaged() throws IOException {
    Path file = zip("bomb.zip", "a/1.png", "b/1.png");
    byte[] zip = Files.readAllBytes(file);
    for (int at = 0; at + 30 < zip.length; at++) {
      if (ByteBuffer.wrap(zip, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt() == 0x02014b50) {
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 24, 20);
      }
    }
    Files.write(file, zip);

    Run.of("mix", file + "#a/1.png", file + "#b/1.png", "-o", folder + "/m.png")
        .bad(
            1,
            "mixoscope mix: "
                + file
                + "#a/1.png is damaged or incomplete: copy or download it once more");
  }

  @Test
  void damagedArchivesAreRefused() throws IOException {
    Files.write(folder.resolve("a.zip"), PICTURE);
    Files.write(folder.resolve("a.tar.gz"), PICTURE);
    byte[] whole = Files.readAllBytes(tar("b.tgz", "a/1.png", "b/1.png"));
    Files.write(folder.resolve("b.tgz"), Arrays.copyOf(whole, whole.length / 2));

    refused("a.zip", " is no whole zip file: copy or download it once more");
    refused("a.tar.gz", " is no whole tar file: copy or download it once more");
    refused("b.tgz", " is no whole tar file: copy or download it once more");
  }

  @Test
  void picklesAreNamedForWhatTheyAre() throws IOException {
    Files.createDirectories(folder.resolve("cifar"));
    Files.createDirectories(folder.resolve("hundred"));
    Files.write(folder.resolve("cifar/data_batch_1"), new byte[] {(byte) 0x80, 2});
    Files.write(folder.resolve("hundred/train"), new byte[] {(byte) 0x80, 2});
    tar("py.tar.gz", "cifar-10-batches-py/data_batch_1", "cifar-10-batches-py/readme.html");

    String message =
        ": these are CIFAR's Python files: the binary version is needed (cifar-10-binary.tar.gz or"
            + " cifar-100-binary.tar.gz, unpacked)";
    refused("cifar", message);
    refused("cifar/data_batch_1", message);
    refused("hundred", message);
    refused("py.tar.gz", message);
  }

  private void idx(String name, int count, int first) throws IOException {
    Path images = folder.resolve(name);
    Files.createDirectories(images.resolveSibling(""));
    ByteBuffer pixels = ByteBuffer.allocate(16 + count * 6);
    pixels.putInt(0x803).putInt(count).putInt(2).putInt(3).put(new byte[] {0, 1, 2, 3, 4, 5});
    Files.write(images, pixels.array());
    ByteBuffer labels = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
    for (int i = 0; i < count; i++) {
      labels.put((byte) (first + i));
    }
    Path beside =
        images.resolveSibling(
            images.getFileName().toString().replace("images-idx3", "labels-idx1"));
    Files.write(beside, labels.array());
  }

  @Test
  void idxFilesMayBeCalledAnything() throws IOException {
    idx("emnist/emnist-letters-train-images-idx3-ubyte", 2, 1);

    JsonNode found = inspect("emnist");
    assertEquals(List.of("0 0", "1 1", "2 1"), classes(found));
    assertEquals("1 class has no pictures: 0", found.at("/remarks/0").textValue());
    assertEquals("{\"width\":3,\"height\":2}", found.at("/sizes/smallest").toString());
    JsonNode turned = inspect("emnist", "--transpose");
    assertEquals("{\"width\":2,\"height\":3}", turned.at("/sizes/smallest").toString());

    idx("emnist/emnist-letters-test-images-idx3-ubyte", 1, 1);
    assertEquals("train", inspect("emnist").get("split").textValue());
    assertEquals(1, inspect("emnist", "--split", "test").get("pictures").intValue());

    idx("emnist/emnist-digits-train-images-idx3-ubyte", 3, 0);
    refused(
        "emnist",
        " has several data sets (emnist-digits-train-images-idx3-ubyte,"
            + " emnist-letters-test-images-idx3-ubyte): name the file of one, such as"
            + " emnist-digits-train-images-idx3-ubyte");
    assertEquals(
        3, inspect("emnist/emnist-digits-train-images-idx3-ubyte").get("pictures").intValue());
  }

  @Test
  void onlyIdxFilesAreTransposed() throws IOException {
    zip("a.zip", "a/1.png", "b/1.png");

    refused(
        "a.zip",
        ": only pictures of IDX files are transposed: leave out --transpose",
        "--transpose");
  }

  private static byte[] npy(String descr, String shape, byte[] values) {
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }\n".formatted(descr, shape);
    return ByteBuffer.allocate(10 + header.length() + values.length)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) header.length())
        .put(header.getBytes(UTF_8))
        .put(values)
        .array();
  }

  @Test
  void numPyArraysAreReadByTheNamesInUse() throws IOException {
    Path file = folder.resolve("keras.npz");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String split : List.of("train", "test")) {
        out.putNextEntry(new ZipEntry("x_" + split + ".npy"));
        out.write(npy("|u1", "2, 2, 3", new byte[12]));
        out.putNextEntry(new ZipEntry("y_" + split + ".npy"));
        out.write(npy("<u2", "2,", new byte[] {1, 0, 0, 0}));
      }
    }

    refused("keras.npz", " has splits, not classes (test, train): take one, such as --split test");
    JsonNode found = inspect("keras.npz", "--split", "train");
    assertEquals("npz", found.get("kind").textValue());
    assertEquals(List.of("0 1", "1 1"), classes(found));
  }

  @Test
  void numbersThatAreNoPicturesAreRefused() throws IOException {
    Path images = folder.resolve("images.npy");
    Files.write(folder.resolve("labels.npy"), npy("|u1", "1, 1", new byte[1]));
    byte[] odd = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(1.5f).array();

    Files.write(images, npy("<f4", "1, 1, 1", odd));
    Run.of("inspect", images.toString())
        .bad(
            1,
            "mixoscope inspect: "
                + images
                + "#0 has 1.5, which is no byte divided by 255: save the pictures as uint8");
    Files.write(images, npy("|u1", "1, 2, 2, 2", new byte[8]));
    refused(
        "images.npy",
        " is u1 [1, 2, 2, 2]: pictures are N×H×W×C of 1 or 3 channels, uint8 or float32");
    Files.write(images, npy("|u1", "1, 2, 2", new byte[3]));
    refused("images.npy", " is no whole NumPy array: copy or save it once more");
  }

  /// As Hugging Face's library writes them, by a writer that is not ours.
  @ParameterizedTest
  @ValueSource(strings = {"snappy", "zstd", "gzip", "uncompressed"})
  void parquetFilesHavePicturesAndNamesOfClasses(String codec) throws Exception {
    Files.createDirectories(folder.resolve("hf/data"));
    String features =
        "{\"info\":{\"features\":{\"image\":{\"_type\":\"Image\"},"
            + "\"label\":{\"names\":[\"cat\",\"dog\",\"none\"],\"_type\":\"ClassLabel\"}}}}";
    for (String split : List.of("train", "test")) {
      parquet(
          "hf/data/" + split + "-00000-of-00001.parquet",
          "SELECT {'bytes': unhex('%s'), 'path': i || '.png'} AS image, (i %% 2)::BIGINT AS label"
              .formatted(HexFormat.of().formatHex(PICTURE)),
          5000,
          codec,
          features);
    }

    refused("hf", " has splits, not classes (test, train): take one, such as --split test");
    JsonNode found = inspect("hf", "--split", "train");
    assertEquals("parquet", found.get("kind").textValue());
    assertEquals(List.of("cat 2500", "dog 2500", "none 0"), classes(found));
    String file = folder.resolve("hf/data/train-00000-of-00001.parquet").toString();
    Run.of("mix", file + "#4999", file + "#0", "-o", folder + "/m.png").good();
    Run.of("mix", file + "#5000", file + "#0", "-o", folder + "/m.png")
        .bad(1, "mixoscope mix: " + file + "#5000 does not exist: the file has pictures 0 to 4999");
  }

  @Test
  void parquetFilesMayHavePlainBytesAndLabelsOfAnyKind() throws Exception {
    String picture = "SELECT unhex('" + HexFormat.of().formatHex(PICTURE) + "') AS img, ";
    parquet("names.parquet", picture + "['ant', 'bee'][1 + i % 2] AS class", 4, "snappy", "{}");
    parquet("soft.parquet", picture + "[0.25::FLOAT, 0.75::FLOAT] AS label", 4, "snappy", "{}");
    parquet("which.parquet", picture + "i AS fine, i AS coarse", 4, "snappy", "{}");
    parquet("none.parquet", "SELECT i AS label, 'x' AS text", 4, "snappy", "{}");

    assertEquals(List.of("ant 2", "bee 2"), classes(inspect("names.parquet")));
    assertEquals("soft", inspect("soft.parquet").get("target").textValue());
    refused(
        "which.parquet", ": which column is the label? name it by --label-column: fine, coarse");
    assertEquals(4, inspect("which.parquet", "--label-column", "fine").get("classes").size());
    refused(
        "none.parquet",
        " has no pictures: needs a column of bytes, or of bytes and path, such as image");
    Files.write(folder.resolve("bad.parquet"), PICTURE);
    Run bad = Run.of("inspect", folder.resolve("bad.parquet").toString());
    assertEquals(1, bad.code());
  }

  private void parquet(String name, String select, int rows, String codec, String features)
      throws SQLException {
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = db.createStatement()) {
      statement.execute(
          "COPY (%s FROM range(%d) t(i)) TO '%s' (FORMAT parquet, COMPRESSION %s, ROW_GROUP_SIZE"
                  .formatted(select, rows, folder.resolve(name), codec)
              + " 2048, KV_METADATA {huggingface: '%s'})".formatted(features));
    }
  }

  /// Soft labels are kept, and pixels where they are stored whole.
  @ParameterizedTest
  @CsvSource({
    "imagefolder, png",
    "webdataset, png",
    "npy, uint8",
    "npy, float32",
    "npz, uint8",
    "npz, float32",
    "parquet, png"
  })
  void whatBatchWritesBatchReads(String format, String image) throws IOException {
    Path source = zip("s.zip", "a/1.png", "a/2.png", "b/1.png", "b/2.png");
    Path once = folder.resolve("once");
    Run.of(
            "batch",
            source.toString(),
            once.toString(),
            "--method",
            "mixup",
            "--alpha",
            "1",
            "--format",
            format,
            "--image",
            image,
            "--size",
            "3x3",
            "--quiet")
        .good();

    JsonNode found = inspect("once");

    assertEquals("soft", found.get("target").textValue());
    assertEquals("declared", found.get("class_order").textValue());
    assertEquals(4, found.get("pictures").intValue());
    assertEquals("{\"width\":3,\"height\":3}", found.at("/sizes/smallest").toString());
    Path again = folder.resolve("again");
    Run.of(
            "batch",
            once.toString(),
            again.toString(),
            "--method",
            "mixup",
            "--image",
            "png",
            "--quiet")
        .good();
    List<String> lines = Files.readAllLines(again.resolve("metadata.jsonl"));
    assertEquals(4, lines.size());
    for (String line : lines) {
      JsonNode label = MAPPER.readTree(line).get("label");
      assertEquals(1, label.get(0).doubleValue() + label.get(1).doubleValue(), 1e-6);
    }
  }
}

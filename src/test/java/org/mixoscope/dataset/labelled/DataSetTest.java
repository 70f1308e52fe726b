package org.mixoscope.dataset.labelled;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.ClassWeights;

@BesideWindows
class DataSetTest {
  @TempDir Path folder;

  @Test
  void foldersAreClassesInTheirOrder() throws IOException {
    for (String name : List.of("dog/2.png", "dog/deep/1.png", "cat/b.png", "10/x.png", "9/x.png")) {
      picture(name, name.hashCode());
    }
    picture("beside.png", 0);
    Files.writeString(folder.resolve("dog/notes.txt"), "no picture");

    try (DataSet data = DataSet.open(folder)) {
      assertEquals("image-folder", data.kind());
      assertEquals(List.of("10", "9", "cat", "dog"), data.classes());
      assertEquals(
          List.of("10/x.png", "9/x.png", "cat/b.png", "dog/2.png", "dog/deep/1.png"), names(data));
      assertEquals(List.of(0, 1, 2, 3, 3), classes(data));
      assertArrayEquals(new double[] {0, 0, 0, 1}, label(data, 4));
      assertReads(data, 4, pixels("dog/deep/1.png".hashCode()));
      assertEquals(folder.resolve("cat/b.png").toString(), data.location(2));
    }
  }

  @Test
  void tablesHaveNamesIndicesOrSoftLabels() throws IOException {
    picture("a.png", 1);
    picture("sub/b c.png", 2);

    assertTable("t.csv", "file_name,label\na.png,dog\n\"sub/b c.png\",cat\n", "cat dog", "0 1 1 0");
    assertTable("n.csv", "a.png,2\nsub/b c.png,0\n", "0 1 2", "0 0 1 1 0 0");
    assertTable(
        "s.csv", "path,cat,dog\na.png,0.25,0.75\nsub/b c.png,1,0\n", "cat dog", "0.25 0.75 1 0");
    assertTable(
        "t.jsonl",
        "{\"file_name\":\"a.png\",\"label\":\"dog\"}\n\n"
            + "{\"path\":\"sub/b c.png\",\"class\":\"cat\"}\n",
        "cat dog",
        "0 1 1 0");
    assertTable(
        "s.jsonl",
        """
        {"file_name":"a.png","label":[0.5,0.5,0]}
        {"file_name":"sub/b c.png","label":[0,0,1.0]}
        """,
        "0 1 2",
        "0.5 0.5 0 0 0 1");
    assertTable(
        "o.jsonl",
        """
        {"file_name":"a.png","label":{"dog":0.5,"cat":0.25}}
        {"file_name":"sub/b c.png","label":{"dog":1}}
        """,
        "cat dog",
        "0.25 0.5 0 1");
  }

  @Test
  void declaredClassesOrderAndBoundLabels() throws IOException {
    picture("a.png", 1);
    Files.writeString(folder.resolve("classes.txt"), "zebra\ncat\n");

    assertTable("n.csv", "a.png,0\na.png,cat\n", "zebra cat", "1 0 0 1");
    assertRefused("bad.csv", "file_name,label\na.png,2\n", "line 2: label 2: must be one of the 2");
    assertRefused("name.csv", "file_name,label\na.png,dog\n", "label dog: must be one of the 2");
    assertRefused(
        "soft.jsonl",
        "{\"file_name\":\"a.png\",\"label\":[0,0,1]}",
        "line 1: label 2: must be within");
  }

  /// As spreadsheets on Windows save it.
  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws IOException {
    picture("a.png", 1);

    assertTable("t.csv", "\uFEFFlabel,file_name\nant,a.png\n", "ant", "1");
    assertTable("n.csv", "\uFEFFa.png,0\n", "0", "1");
    assertTable("t.jsonl", "\uFEFF{\"file_name\":\"a.png\",\"label\":\"ant\"}\n", "ant", "1");
    Files.writeString(folder.resolve("classes.txt"), "\uFEFFbee\nant\n");
    assertTable("c.csv", "a.png,0\n", "bee ant", "1 0");
  }

  @Test
  void textThatIsNotUtf8IsRefusedNotReplaced() throws IOException {
    for (String name : List.of("t.csv", "t.jsonl", "classes.txt")) {
      byte[] latin = "{\"file_name\":\"a.png\",\"label\":\"añt\"}\n".getBytes(ISO_8859_1);
      Path file = Files.write(folder.resolve(name), latin);
      Path opened = name.endsWith("txt") ? folder.resolve("t.csv") : file;
      DataSetException e = assertThrows(DataSetException.class, () -> DataSet.open(opened));
      assertEquals(file + " cannot be read: must be UTF-8 text", e.getMessage());
    }
  }

  @Test
  void aFileThatMayNotBeReadIsSaidToBe() throws IOException {
    for (String name : List.of("a.csv", "a.jsonl", "a.tar", "test.bin")) {
      Path file = Files.createFile(folder.resolve(name));
      assumeTrue(
          file.toFile().setReadable(false) && !Files.isReadable(file),
          "this user is not one who may read everything");
      DataSetException e = assertThrows(DataSetException.class, () -> DataSet.open(file));
      assertEquals(file + " may not be read: ask for permission or copy it", e.getMessage());
    }
  }

  @Test
  void whatIsWrongIsNamedWithItsLine() throws IOException {
    assertRefused("a.csv", "file_name,label\nx.png,-1\n", "label -1: an index must be within");
    assertRefused("b.csv", "file_name,label\nx.png,\n", "line 2: label is empty");
    assertRefused("c.csv", "file_name\nx.png\n", "one column");
    assertRefused("d.csv", "", "has no lines");
    assertRefused("e.jsonl", "{\"file_name\":\"x\"}\n", "line 1: label is missing");
    assertRefused("f.jsonl", "{\n", "line 1: not valid JSON");
    assertRefused("g.jsonl", "{\"label\":1}\n", "line 1: file_name is missing");
    assertRefused(
        "h.jsonl",
        "{\"file_name\":\"x\",\"label\":[1,0]}\n{\"file_name\":\"x\",\"label\":[1]}\n",
        "line 2: label of 1 class after one of 2");
    assertRefused(
        "i.jsonl", "{\"file_name\":\"x\",\"label\":[2,0]}\n", "label has 2: must be prob");
    assertRefused("j.txt", "hello", "is no data set");
    picture("only.png", 1);
    DataSetException e = assertThrows(DataSetException.class, () -> DataSet.open(folder));
    assertTrue(String.valueOf(e.getMessage()).contains("has no classes"), e.getMessage());
    assertThrows(DataSetException.class, () -> DataSet.open(folder.resolve("nowhere")));
  }

  @Test
  void idxFilesAreGreyPicturesGzippedOrNot() throws IOException {
    byte[] images = bytes(2 * 3 * 5, 7);
    ByteBuffer idx = ByteBuffer.allocate(16 + images.length);
    idx.putInt(0x803).putInt(2).putInt(3).putInt(5).put(images);
    ByteBuffer labels = ByteBuffer.allocate(10).putInt(0x801).putInt(2).put((byte) 4).put((byte) 0);
    Path plain = Files.createDirectory(folder.resolve("plain"));
    Path zipped = Files.createDirectory(folder.resolve("zipped"));
    for (Path target : List.of(plain, zipped)) {
      write(target.resolve("train-images-idx3-ubyte"), idx.array(), target.equals(zipped));
      write(target.resolve("train-labels-idx1-ubyte"), labels.array(), target.equals(zipped));
    }

    for (Path source : List.of(plain, zipped, plain.resolve("train-images-idx3-ubyte"))) {
      try (DataSet data = DataSet.open(source)) {
        assertEquals("idx", data.kind());
        assertEquals(List.of(4, 0), classes(data));
        assertEquals(5, data.classes().size());
        Pixels second = read(data, 1, null, Wanted.AS_STORED);
        assertEquals(new Frame(3, 5), second.frame());
        assertEquals(PixelKind.GREY8, PixelKind.of(second));
        Pixels colour = read(data, 1, null, stored -> PixelKind.RGB8);
        for (int i = 0; i < 45; i++) {
          int value = images[15 + i / 3] & 0xFF;
          assertEquals(value, second.valueAt(i / 15, i / 3 % 5, 0));
          assertEquals(value, colour.valueAt(i / 15, i / 3 % 5, i % 3));
        }
        Frame frame = new Frame(8, 8);
        assertEquals(frame, read(data, 0, frame, Wanted.AS_STORED).frame());
        assertEquals(new Census(2, 0, 0), data.census(new PictureReader()));
      }
    }
    Files.delete(plain.resolve("train-labels-idx1-ubyte"));
    assertThrows(DataSetException.class, () -> DataSet.open(plain));
  }

  @Test
  void cifarFilesHavePlanes() throws IOException {
    byte[] record = bytes(3073, 3);
    record[0] = 1;
    Files.write(folder.resolve("data_batch_1.bin"), record);
    record[0] = 0;
    Files.write(folder.resolve("data_batch_2.bin"), record);
    Files.writeString(folder.resolve("batches.meta.txt"), "airplane\nautomobile\n");

    try (DataSet data = DataSet.open(folder)) {
      assertEquals("cifar", data.kind());
      assertEquals(List.of("airplane", "automobile"), data.classes());
      assertEquals(List.of(1, 0), classes(data));
      Pixels pixels = read(data, 1, null, Wanted.AS_STORED);
      assertEquals(new Census(0, 2, 0), data.census(new PictureReader()));
      assertEquals(record[1 + 1024 + 33] & 0xFF, pixels.valueAt(1, 1, 1));
      assertEquals("data_batch_2.bin#0", data.name(1));
    }
    Files.write(folder.resolve("data_batch_2.bin"), new byte[100]);
    assertThrows(DataSetException.class, () -> DataSet.open(folder));
  }

  @Test
  void tarShardsHavePictureAndLabelInEitherOrder() throws Exception {
    Path files = Files.createDirectory(folder.resolve("files"));
    for (int i = 0; i < 3; i++) {
      Files.write(files.resolve(i + ".png"), PictureWriter.png(pixels(i), null));
    }
    Files.writeString(files.resolve("0.cls"), "2");
    Files.writeString(files.resolve("1.json"), "{\"label\":[0,0.5,0.5]}");
    Files.writeString(files.resolve("2.cls"), "0\n");
    Path shards = Files.createDirectory(folder.resolve("shards"));
    tar(files, shards.resolve("a.tar"), "0.cls", "0.png", "1.png", "1.json");
    tar(files, shards.resolve("b.tar"), "2.png", "2.cls");

    try (DataSet data = DataSet.open(shards)) {
      assertEquals("webdataset", data.kind());
      assertEquals(List.of("a.tar#0.png", "a.tar#1.png", "b.tar#2.png"), names(data));
      assertEquals(List.of(2, 1, 0), classes(data));
      assertArrayEquals(new double[] {0, 0.5, 0.5}, label(data, 1));
      assertReads(data, 2, pixels(2));
    }
    tar(files, shards.resolve("c.tar"), "1.png");
    DataSetException e = assertThrows(DataSetException.class, () -> DataSet.open(shards));
    assertTrue(String.valueOf(e.getMessage()).contains("sample 1: has no label"), e.getMessage());
  }

  /// As many as are grey, colour and deep, wherever they lie; what cannot be read is none of them.
  @Test
  void headersTellWhatTheCensusIs() throws Exception {
    Path files = Files.createDirectories(folder.resolve("files/ant"));
    byte[] grey = PictureWriter.png(Pixels.of(bytes(24, 1), new Frame(6, 4), 1), null);
    Pixels deep = pixels(2).as(ElementType.UINT16);
    Files.write(files.resolve("0.png"), grey);
    Files.write(files.resolve("1.jpg"), PictureWriter.jpeg(pixels(1), 90, null));
    Files.write(files.resolve("2.png"), PictureWriter.png(deep, null));
    Files.write(files.resolve("3.png"), grey);
    Files.write(files.resolve("4.png"), Arrays.copyOf(grey, 12));
    for (int i = 0; i < 5; i++) {
      Files.writeString(files.resolve(i + ".cls"), "ant");
    }
    Path shards = Files.createDirectory(folder.resolve("shards"));
    tar(files, shards.resolve("a.tar"), "0.png", "0.cls", "1.jpg", "1.cls", "2.png", "2.cls");
    tar(files, shards.resolve("b.tar"), "3.png", "3.cls", "4.png", "4.cls");

    for (Path source : List.of(folder.resolve("files"), shards)) {
      try (DataSet data = DataSet.open(source)) {
        assertEquals(new Census(2, 2, 1), data.census(new PictureReader()), source.toString());
        assertEquals(3, data.census(new PictureReader()).channels());
      }
    }
  }

  /// By the tar of the system, which shares no code with ours.
  private static void tar(Path from, Path archive, String... names) throws Exception {
    List<String> command =
        Stream.concat(
                Stream.of("tar", "-cf", archive.toString(), "-C", from.toString()),
                Stream.of(names))
            .toList();
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  private void assertTable(String name, String text, String classes, String labels)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    try (DataSet data = DataSet.open(file)) {
      assertEquals(List.of(classes.split(" ")), data.classes(), name);
      double[] all =
          IntStream.range(0, data.size())
              .boxed()
              .flatMapToDouble(i -> Arrays.stream(label(data, i)))
              .toArray();
      double[] expected =
          Arrays.stream(labels.split(" ")).mapToDouble(Double::parseDouble).toArray();
      assertArrayEquals(expected, all, name);
      assertReads(data, 0, pixels(1));
    }
  }

  private void assertRefused(String name, String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    DataSetException e = assertThrows(DataSetException.class, () -> DataSet.open(file));
    String said = String.valueOf(e.getMessage());
    assertTrue(said.startsWith(file.toString()) && said.contains(message), said);
  }

  private static void assertReads(DataSet data, int index, Pixels expected)
      throws PictureException {
    assertTrue(read(data, index, null, Wanted.AS_STORED).sameAs(expected));
  }

  private static Pixels read(DataSet data, int index, @Nullable Frame frame, Wanted wanted)
      throws PictureException {
    return data.read(index, new PictureReader(), frame, Fit.COVER, wanted).pixels();
  }

  private void picture(String name, int seed) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    PictureWriter.write(pixels(seed), file, null);
  }

  private static Pixels pixels(int seed) {
    return Pixels.of(bytes(6 * 4 * 3, seed), new Frame(6, 4), 3);
  }

  private static byte[] bytes(int count, int seed) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static void write(Path file, byte[] bytes, boolean zipped) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream stream = zipped ? new GZIPOutputStream(out) : out) {
      stream.write(bytes);
    }
    Files.write(zipped ? Path.of(file + ".gz") : file, out.toByteArray());
  }

  private static List<String> names(DataSet data) {
    return IntStream.range(0, data.size()).mapToObj(data::name).toList();
  }

  private static List<Integer> classes(DataSet data) {
    return IntStream.range(0, data.size()).map(data::classOf).boxed().toList();
  }

  private static double[] label(DataSet data, int index) {
    try {
      return assertInstanceOf(
              ClassWeights.class,
              data.read(index, new PictureReader(), null, Fit.COVER, Wanted.AS_STORED).target())
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;

/// Class maps through whole jobs. The pictures here show their own maps, a grey for each index, so
/// that whatever is done to the pictures tells what the maps have to be. All is read by ImageIO.
@BesideWindows
class BatchMapsTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int PICTURES = 7;
  private static final int WIDTH = 24;
  private static final int HEIGHT = 16;
  private static final int NUMPY_HEADER = 128;

  @TempDir Path folder;
  private Path source = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void writePictures() throws IOException {
    source = folder.resolve("source");
    out = folder.resolve("out");
    Files.createDirectories(source.resolve("images"));
    Files.createDirectories(source.resolve("masks"));
    for (int i = 0; i < PICTURES; i++) {
      Random random = new Random(i);
      int[] blocks = random.ints(6, 0, 5).map(index -> index == 4 ? 255 : index).toArray();
      Photo photo = Photo.grey(WIDTH, HEIGHT, (x, y) -> blocks[y / 8 * 3 + x / 8]);
      photo.write(source.resolve("images/p" + i + ".png"));
      photo.write(source.resolve("masks/p" + i + ".png"));
    }
  }

  private static Run batch(Path from, Path to, String options) {
    return Run.of(Run.line(options, "batch", from, to));
  }

  private static List<JsonNode> rows(Path folder) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("metadata.jsonl"))) {
      rows.add(MAPPER.readTree(line));
    }
    return rows;
  }

  private static Raster raster(Path file) throws IOException {
    return ImageIO.read(file.toFile()).getRaster();
  }

  @ParameterizedTest
  @CsvSource({
    "masks,cutmix",
    "imagefolder,cutmix",
    "masks,fmix",
    "masks,gridmix",
    "masks,piecemix",
    "masks,mosaic --tiles same-place",
    "masks,k-cutmix --sources 3"
  })
  void whereMixesCopyMapsAreCopiedWithThem(String format, String method) throws IOException {
    batch(source, out, "--image png --copies 3 --format " + format + " --method " + method).good();

    List<JsonNode> rows = rows(out);
    assertEquals(3 * PICTURES, rows.size());
    for (JsonNode row : rows) {
      Raster picture = raster(out.resolve(row.get("file_name").textValue()));
      BufferedImage mask =
          ImageIO.read(out.resolve(row.get("mask_file_name").textValue()).toFile());
      assertEquals(BufferedImage.TYPE_BYTE_INDEXED, mask.getType());
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          int at = y * WIDTH + x;
          assertEquals(
              picture.getSample(x, y, 0), mask.getRaster().getSample(x, y, 0), row + " at " + at);
        }
      }
    }
  }

  @Test
  void masksHaveTheNamesOfTheirPictures() throws IOException {
    batch(source, out, "--method cutmix --format masks").good();

    assertEquals("images/00000003.jpg", rows(out).get(3).get("file_name").textValue());
    assertEquals("masks/00000003.png", rows(out).get(3).get("mask_file_name").textValue());
    assertEquals(List.of("0", "1", "2", "3"), Files.readAllLines(out.resolve("classes.txt")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixup", "smoothmix", "k-mixup --sources 3"})
  void whereMixesBlendAllMapsStayWithTheirWeights(String method) throws IOException {
    batch(source, out, "--image png --format masks --method " + method).good();

    for (JsonNode row : rows(out)) {
      Raster picture = raster(out.resolve(row.get("file_name").textValue()));
      List<Raster> maps = new ArrayList<>();
      List<Weight> weights = new ArrayList<>();
      for (JsonNode part : row.get("masks")) {
        maps.add(raster(out.resolve(part.get("file_name").textValue())));
        weights.add(weight(part, List.copyOf(weights)));
      }
      assertTrue(maps.size() > 1);
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          double mixed = 0;
          for (int k = 0; k < maps.size(); k++) {
            mixed += weights.get(k).at(x, y) * maps.get(k).getSample(x, y, 0);
          }
          assertEquals(mixed, picture.getSample(x, y, 0), 0.52, row::toString);
        }
      }
    }
  }

  private interface Weight {
    double at(int x, int y);
  }

  /// Its own number, its own file, or what the others leave.
  private Weight weight(JsonNode part, List<Weight> others) throws IOException {
    if (part.has("weight")) {
      double weight = part.get("weight").doubleValue();
      return (_, _) -> weight;
    }
    if (part.has("weight_file_name")) {
      Raster weights = raster(out.resolve(part.get("weight_file_name").textValue()));
      return (x, y) -> weights.getSample(x, y, 0) / 65535.0;
    }
    return (x, y) -> 1 - others.stream().mapToDouble(one -> one.at(x, y)).sum();
  }

  @Test
  void arraysOfCopiedPixelsHoldIndices() throws IOException {
    Run run = batch(source, out, "--method cutmix --format npy --size 24x16 --copies 2");

    assertTrue(run.good().out().contains("maps.npy N×H×W uint8, 1 kB a sample"), run.out());
    byte[] maps = Files.readAllBytes(out.resolve("maps.npy"));
    byte[] images = Files.readAllBytes(out.resolve("images.npy"));
    assertTrue(header(maps).contains("'|u1', 'fortran_order': False, 'shape': (14, 16, 24)"));
    assertEquals(
        ByteBuffer.wrap(images, NUMPY_HEADER, images.length - NUMPY_HEADER),
        ByteBuffer.wrap(maps, NUMPY_HEADER, maps.length - NUMPY_HEADER));
  }

  @Test
  void arraysOfBlendedPixelsHoldAWeightForEachClass() throws IOException {
    Run run = batch(source, out, "--method mixup --format npy --size 24x16");

    assertTrue(
        run.good()
            .out()
            .contains("maps.npy N×K×H×W float32, K = 4, since pixels may blend, 7 kB a sample"),
        run.out());
    byte[] maps = Files.readAllBytes(out.resolve("maps.npy"));
    byte[] images = Files.readAllBytes(out.resolve("images.npy"));
    assertTrue(header(maps).contains("'<f4', 'fortran_order': False, 'shape': (7, 4, 16, 24)"));
    ByteBuffer weights = ByteBuffer.wrap(maps).order(ByteOrder.LITTLE_ENDIAN);
    int pixels = WIDTH * HEIGHT;
    for (int i = 0; i < PICTURES; i++) {
      for (int at = 0; at < pixels; at++) {
        double mixed = 0;
        double left = 1;
        for (int k = 0; k < 4; k++) {
          double weight =
              weights.getFloat(NUMPY_HEADER + Float.BYTES * ((4 * i + k) * pixels + at));
          mixed += k * weight;
          left -= weight;
        }
        assertEquals(mixed + 255 * left, images[NUMPY_HEADER + i * pixels + at] & 0xFF, 0.52);
      }
    }
  }

  private static String header(byte[] array) {
    return new String(array, 10, NUMPY_HEADER - 10, StandardCharsets.US_ASCII);
  }

  @Test
  void threadsAndInterruptionsChangeNoByte() throws IOException {
    Path other = folder.resolve("other");
    for (String format : List.of("masks", "webdataset", "npz")) {
      String options = "--method smoothmix --size 20x20 --format " + format;
      Path one = out.resolve(format);
      Path two = other.resolve(format);
      batch(source, one, options + " --threads 1").good();
      batch(source, two, options + " --threads 4").good();
      assertEquals(names(one), names(two));
      for (String name : names(one)) {
        assertEquals(-1, Files.mismatch(one.resolve(name), two.resolve(name)), name);
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"masks", "imagefolder", "webdataset", "npy", "npz"})
  void whatWasWrittenIsReadAgain(String format) throws IOException {
    String options = format.startsWith("np") ? " --size 24x16" : " --image png";
    batch(source, out, "--method cutmix --format " + format + options).good();
    Path again = folder.resolve("again");

    Run run = batch(out, again, "--method cutmix --image png --format masks").good();

    assertTrue(run.out().contains("a class map a picture"), run.out());
    for (JsonNode row : rows(again)) {
      assertEquals(
          0,
          differences(
              raster(again.resolve(row.get("file_name").textValue())),
              raster(again.resolve(row.get("mask_file_name").textValue()))));
    }
  }

  private static int differences(Raster one, Raster other) {
    int count = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        count += one.getSample(x, y, 0) == other.getSample(x, y, 0) ? 0 : 1;
      }
    }
    return count;
  }

  @Test
  void blendedMapsAreNotMixedAgain() {
    batch(source, out, "--method mixup --format webdataset").good();

    Run.of("inspect", out.toString())
        .bad(
            1,
            "mixoscope inspect: "
                + out.resolve("mixed-000000.tar")
                + " has no pictures that can be read: left out 7 with masks that blend, which are"
                + " not mixed again");
  }

  @Test
  void softMapsOfArraysAreNotMixedAgain() {
    batch(source, out, "--method mixup --size 24x16 --format npy").good();

    assertTrue(
        Run.of("inspect", out.toString())
            .err()
            .contains("has maps that are not N×H×W whole numbers"));
  }

  @Test
  void formatsWithoutRoomAreRefused() throws IOException {
    assertTrue(
        batch(source, out, "--method cutmix --format parquet")
            .err()
            .contains("format = parquet: has no place for map"));
    Path classes = folder.resolve("classes");
    for (String name : List.of("cat", "dog")) {
      Files.createDirectories(classes.resolve(name));
      Photo.grey(4, 4, (_, _) -> 9).write(classes.resolve(name + "/1.png"));
    }
    assertTrue(
        batch(classes, out, "--method cutmix --format masks")
            .err()
            .contains("format = masks: holds class maps, the labels are class"));
    assertTrue(Files.notExists(out));
  }

  /// A reader that shares no code with what wrote them, nor a language.
  @Test
  void pythonFindsEveryPixelWhereTheRunDataSayIt() throws Exception {
    String python = "/usr/bin/python3";
    assumeTrue(
        Files.exists(Path.of(python)) && run(python, "-c", "import PIL, numpy") == 0,
        "there is a Python with Pillow and NumPy");
    for (String method : List.of("cutmix", "mixup", "smoothmix")) {
      Path to = out.resolve(method);
      batch(source, to, "--copies 2 --format masks --method " + method).good();
      assertEquals(
          0, run(python, "src/test/python/check_masks.py", source.toString(), to.toString()));
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(new File("target/python.err"))
        .start()
        .waitFor();
  }
}

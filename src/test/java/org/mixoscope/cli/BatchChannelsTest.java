package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.dataset.labelled.Census;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;

/// How many channels samples have: those of their pictures, or as many as somebody says.
@BesideWindows
class BatchChannelsTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int DIGITS = 5;
  private static final int HEADER = 128;

  @TempDir Path folder;

  /// Files of MNIST's format.
  private Path digits() throws IOException {
    Path data = Files.createDirectories(folder.resolve("digits"));
    byte[] images = new byte[16 + DIGITS * 6 * 9];
    new Random(1).nextBytes(images);
    ByteBuffer.wrap(images).putInt(0x803).putInt(DIGITS).putInt(6).putInt(9);
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, DIGITS, 0, 1, 2, 1, 0};
    Files.write(data.resolve("train-images-idx3-ubyte"), images);
    Files.write(data.resolve("train-labels-idx1-ubyte"), labels);
    return data;
  }

  /// Four grey pictures and as many with colour, of different sizes.
  private Path mixed() throws IOException {
    Path data = folder.resolve("mixed");
    for (int i = 0; i < 8; i++) {
      Path file = data.resolve(List.of("ant", "bee", "cow").get(i % 3) + "/" + i + ".png");
      Files.createDirectories(file.resolveSibling(""));
      int seed = i;
      Photo photo =
          i % 2 == 0
              ? Photo.grey(14 + i, 19 - i, (x, y) -> (x * 37 + y * y * seed) & 0xFF)
              : Photo.noise(14 + i, 19 - i, i);
      photo.write(file);
    }
    return data;
  }

  private Run batch(Path source, String out, String options) {
    return Run.of(Run.line(options, "batch", source, folder.resolve(out))).good();
  }

  @Test
  void arraysOfGreyPicturesHaveOneChannel() throws IOException {
    String options = "--format npy --copies 3 --mixup-alpha 0.8 --cutmix-alpha 1 --size 7x5";
    Run kept = batch(digits(), "one", options);
    Run three = batch(digits(), "three", options + " --channels 3");

    byte[] one = images("one");
    byte[] colour = images("three");
    assertShape(one, "(15, 5, 7, 1)");
    assertShape(colour, "(15, 5, 7, 3)");
    assertEquals(HEADER + 15 * 35, one.length);
    assertEquals(HEADER + 3 * 15 * 35, colour.length);
    for (int i = 0; i < 3 * 15 * 35; i++) {
      assertEquals(one[HEADER + i / 3], colour[HEADER + i], "grey is repeated, nothing else");
    }
    assertTrue(kept.out().contains("\nN×H×W×1: all pictures are grey\n"), kept.out());
    assertTrue(three.out().contains("\n15 samples in "), three.out());
    JsonNode run = json(folder.resolve("one/run.json"));
    assertEquals("keep", run.at("/settings/channels").textValue());
    assertEquals(8, run.at("/settings/depth").intValue());
    assertEquals(
        "{\"channels\":1,\"grey\":5,\"colour\":0,\"sixteen_bit\":0}", run.get("pixels").toString());
    JsonNode other = json(folder.resolve("three/run.json"));
    assertEquals("3", other.at("/settings/channels").textValue());
    assertTrue(other.path("pixels").isMissingNode(), "nothing was decided");
  }

  @Test
  void arraysOfNumbersToo() throws IOException {
    batch(digits(), "out", "--format npy --image float32 --prob 0 --keep-originals");

    byte[] images = images("out");
    byte[] idx = Files.readAllBytes(digits().resolve("train-images-idx3-ubyte"));
    assertShape(images, "(10, 6, 9, 1)");
    ByteBuffer floats = ByteBuffer.wrap(images).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < DIGITS * 54; i++) {
      assertEquals(
          (idx[16 + i] & 0xFF) / 255f, floats.getFloat(HEADER + (DIGITS * 54 + i) * Float.BYTES));
    }
  }

  /// What is written is read as data sets again.
  @ParameterizedTest
  @CsvSource({
    "--format imagefolder, metadata.jsonl",
    "--format imagefolder --image png, metadata.jsonl",
    "--format webdataset, ''"
  })
  void greyPicturesAreWrittenGrey(String options, String result) throws IOException {
    batch(digits(), "grey", options);
    batch(digits(), "colour", options + " --channels 3");

    assertEquals(new Census(DIGITS, 0, 0), census(folder.resolve("grey").resolve(result)));
    assertEquals(new Census(0, DIGITS, 0), census(folder.resolve("colour").resolve(result)));
  }

  private static Census census(Path source) throws IOException {
    try (DataSet data = DataSet.open(source)) {
      return data.census(new PictureReader());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"keep", "1", "3"})
  void everySampleIsWhatMixMakesOfItsRecipe(String channels) throws IOException, RecipeException {
    Path data = mixed();
    String options = "--image png --embed-recipes --copies 4 --size 24x20 --method mixup";
    batch(data, "out", options + " --channels " + channels);

    int grey = 0;
    int colour = 0;
    for (String line : Files.readAllLines(folder.resolve("out/metadata.jsonl"))) {
      JsonNode row = MAPPER.readTree(line);
      Path file = folder.resolve("out").resolve(row.get("file_name").textValue());
      int bands = ImageIO.read(file.toFile()).getRaster().getNumBands();
      int expected = expected(channels, row.get("sources"));
      assertEquals(expected, bands, line);
      String recipe = EmbeddedRecipe.of(file).orElseThrow();
      assertEquals(new PixelKind(expected, PixelKind.RGB8.type()), RecipeText.parse(recipe).kind());
      Path again = file.resolveSibling("again.png");
      Run.of("mix", "--recipe", file.toString(), "-o", again.toString()).good();
      assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again), line);
      grey += expected == 1 ? 1 : 0;
      colour += expected == 3 ? 1 : 0;
    }
    assertEquals(32, grey + colour);
    assertEquals(channels.equals("3"), grey == 0);
    assertEquals(channels.equals("1"), colour == 0);
  }

  /// Pictures with odd numbers have colour.
  private static int expected(String channels, JsonNode sources) {
    if (!channels.equals("keep")) {
      return Integer.parseInt(channels);
    }
    for (JsonNode source : sources) {
      if (source.textValue().matches(".*[1357]\\.png")) {
        return 3;
      }
    }
    return 1;
  }

  @Test
  void whereGreyMeetsColourInAnArrayGreyIsRepeated() throws IOException {
    Path data = mixed();
    Files.write(data.resolve("ant/9.png"), sixteenBits());
    Run text = batch(data, "out", "--format npz --size 8x8");
    Run plan = batch(data, "no", "--format npz --size 8x8 --dry-run --json");

    assertEquals(
        "N×H×W×3: there is colour in 4 of 9 pictures; grey ones are repeated;"
            + " in 1 of them 16 bits are rounded to 8",
        text.out().lines().filter(line -> line.startsWith("N×")).findFirst().orElseThrow());
    assertEquals(
        "{\"event\":\"pixels\",\"channels\":3,\"grey\":5,\"colour\":4,\"sixteen_bit\":1}",
        plan.out().lines().toList().get(1));
    batch(data, "three", "--format npz --size 8x8 --channels 3");
    assertEquals(
        -1, Files.mismatch(folder.resolve("out/mixed.npz"), folder.resolve("three/mixed.npz")));
  }

  private static byte[] sixteenBits() throws IOException {
    var image =
        new java.awt.image.BufferedImage(9, 9, java.awt.image.BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(3, 3, 0, 40_000);
    var out = new java.io.ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, "png", out));
    return out.toByteArray();
  }

  /// A picture that has changed its colour since would spoil the array.
  @Test
  void anArrayWhosePicturesHaveChangedIsNotResumed() throws IOException {
    Path data = mixed();
    batch(data, "out", "--format npy --size 8x8");
    Photo.noise(9, 9, 3).write(data.resolve("ant/0.png"));

    Run.of(Run.line("--format npy --size 8x8 --resume", "batch", data, folder.resolve("out")))
        .bad(
            1,
            "mixoscope batch: %s was begun with another data set, grey (4, now 3): use the same, or"
                    .formatted(folder.resolve("out"))
                + " an empty folder");
  }

  private byte[] images(String out) throws IOException {
    return Files.readAllBytes(folder.resolve(out).resolve("images.npy"));
  }

  private static void assertShape(byte[] npy, String shape) {
    String header = new String(Arrays.copyOf(npy, HEADER), StandardCharsets.ISO_8859_1);
    assertTrue(header.contains("'shape': " + shape + ", }"), header);
  }

  private static JsonNode json(Path file) throws IOException {
    return MAPPER.readTree(file.toFile());
  }
}

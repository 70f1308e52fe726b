package org.mixoscope.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.DicomBuilder;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// What `batch` makes of pictures of more than eight bits.
@BesideWindows
class BatchDepthTest {
  private static final Frame FRAME = new Frame(5, 7);
  private static final String MIXUP = "--method mixup --seed 3 ";

  private final PictureReader reader = new PictureReader();

  @TempDir Path folder;

  private Path data(String... files) throws IOException {
    Path data = folder.resolve("data");
    Random random = new Random(1);
    for (String file : files) {
      Path path = data.resolve(file);
      Files.createDirectories(path.resolveSibling(""));
      int[] values = random.ints(FRAME.pixels(), 0, 4096).toArray();
      if (file.endsWith(".dcm")) {
        short[] numbers = new short[values.length];
        for (int i = 0; i < values.length; i++) {
          numbers[i] = (short) values[i];
        }
        Files.write(path, DicomBuilder.slice(7, 5, numbers));
      } else {
        boolean signed = file.endsWith(".tif");
        Pixels pixels = Pixels.of(values, FRAME, ElementType.UINT16);
        NumberType type = signed ? NumberType.INT16 : NumberType.UINT16;
        PictureWriter.write(pixels, type, path, null);
      }
    }
    return data;
  }

  private Run batch(Path data, String options) {
    return Run.of(Run.line(MIXUP + options, "batch", data, folder.resolve("out")));
  }

  @ParameterizedTest
  @CsvSource({
    "png16, png, numbers are uint16",
    "tiff, tiff, numbers are uint16",
    "npy, npy, numbers are uint16"
  })
  void slicesKeepTheirNumbers(String image, String ending, String said) throws IOException {
    Path data = data("a/1.dcm", "a/2.dcm", "b/3.dcm");
    Run run = batch(data, "--image " + image).good();
    assertTrue(run.out().contains(said + System.lineSeparator()), run.out());
    Path written = folder.resolve("out/images/0000/00000000." + ending);
    assertTrue(Files.isRegularFile(written));
    if (!image.equals("npy")) {
      Picture picture = reader.read(written);
      assertEquals(NumberType.UINT16, picture.stored().type());
      assertEquals(1, picture.pixels().channels());
    }
    byte[] job = Files.readAllBytes(folder.resolve("out/run.json"));
    Path again = folder.resolve("again");
    Run.of("batch", "--job", folder + "/out/run.json", again.toString(), "--quiet").good();
    assertArrayEquals(
        Files.readAllBytes(written),
        Files.readAllBytes(again.resolve("images/0000/00000000." + ending)));
    assertArrayEquals(job, Files.readAllBytes(again.resolve("run.json")));
  }

  /// The one sample of one slice with itself is the slice.
  @Test
  void sampleIsTheMixOfTheNumbers() throws IOException {
    Path data = data("a/1.dcm");
    batch(data, "--image tiff --embed-recipes").good();
    Path written = folder.resolve("out/images/0000/00000000.tiff");
    assertTrue(reader.read(written).pixels().sameAs(reader.read(data.resolve("a/1.dcm")).pixels()));
    assertTrue(EmbeddedRecipe.of(written).isPresent());
  }

  @Test
  void allSamplesAreOfTheNarrowestTypeThatHoldsAll() throws IOException {
    Path data = data("a/1.tif", "a/2.png", "b/3.tif");
    Run run = batch(data, "--image tiff --json").good();
    assertTrue(run.out().contains("{\"event\":\"numbers\",\"type\":\"int32\",\"rescaled\":false}"));
    for (int i = 0; i < 3; i++) {
      Picture picture = reader.read(folder.resolve("out/images/0000/0000000" + i + ".tiff"));
      assertEquals(NumberType.INT32, picture.stored().type());
    }
  }

  @Test
  void numbersThatStandForOtherThingsAreMixedAsThose() throws IOException {
    Path data = data("a/1.dcm", "b/2.png");
    Run run = batch(data, "--image tiff --keep-originals").good();
    assertTrue(
        run.out()
            .contains(
                "numbers are float32: what the numbers of the pictures stand for, since not all"
                    + " stand for the same"));
    double least = 0;
    for (int i = 0; i < 4; i++) {
      Picture one = reader.read(folder.resolve("out/images/0000/0000000" + i + ".tiff"));
      assertEquals(NumberType.FLOAT32, one.stored().type());
      for (int at = 0; at < 35; at++) {
        least = Math.min(least, one.pixels().number(at));
      }
    }
    assertTrue(least < -900, "a slice as it is, in HU: " + least);
  }

  @Test
  void arraysHoldSixteenBits() throws IOException {
    Path data = data("a/1.png", "b/2.png");
    batch(data, "--format npy --image uint16").good();
    byte[] array = Files.readAllBytes(folder.resolve("out/images.npy"));
    String header = new String(array, 0, 128, US_ASCII);
    assertTrue(header.contains("'<u2'") && header.contains("(2, 5, 7, 1)"), header);
    assertEquals(128 + 2 * 35 * 2, array.length);
  }

  /// Eight bits of numbers that nobody says how to show would be made up.
  @Test
  void whatCannotBeEightBitsIsLeftOutAndSaid() throws IOException {
    Path data = data("a/1.tif", "b/2.dcm");
    Run run = batch(data, "--image png");
    String errors = Files.readString(folder.resolve("out/errors.jsonl"));
    assertTrue(errors.contains("has numbers of type int16"), errors + run.err());
    assertEquals(
        NumberType.UINT8,
        reader.read(folder.resolve("out/images/0000/00000001.png")).stored().type());
  }

  @ParameterizedTest
  @CsvSource({
    "--method mixup --blending linear-light, other numbers are no light",
    "--method cutout --fill noise, method = cutout: noise only of 8 and 16 bits"
  })
  void whatNeedsLightIsRefused(String options, String why) throws IOException {
    Path data = data("a/1.png", "b/2.png");
    String line = options + " --image tiff";
    Run run = Run.of(Run.line(line, "batch", data, folder.resolve("out")));
    assertEquals(1, run.code());
    assertTrue(run.err().contains(why), run.err());
  }
}

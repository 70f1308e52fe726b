package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.DicomBuilder;
import org.mixoscope.image.NiftiBuilder;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureReader;

/// What `mix` does with volumes.
@BesideWindows
class MixVolumeTest {
  private static final int WIDTH = 11;
  private static final int HEIGHT = 9;
  private static final int SLICE = WIDTH * HEIGHT;
  private static final int SLICES = 7;

  private final PictureReader reader = new PictureReader();

  @TempDir Path folder;

  private static short[] noise(int count, long seed) {
    Random random = new Random(seed);
    short[] numbers = new short[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (short) (random.nextInt(4096) - 1024);
    }
    return numbers;
  }

  private static short[] all(int count, int value) {
    short[] numbers = new short[count];
    Arrays.fill(numbers, (short) value);
    return numbers;
  }

  private static NiftiBuilder volume(int slices, short[] numbers) {
    return new NiftiBuilder(ByteOrder.LITTLE_ENDIAN, WIDTH, HEIGHT, slices, numbers);
  }

  private String write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private Run mix(String a, String b, String output, String options) {
    return Run.of(Run.line(options, "mix", a, b, "-o", folder + "/" + output));
  }

  private byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  /// The values of an array of int16 behind its header.
  private short[] array(String name) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(bytes(name)).order(ByteOrder.LITTLE_ENDIAN);
    int start = 10 + all.getShort(8);
    short[] values = new short[(all.limit() - start) / 2];
    all.position(start).asShortBuffer().get(values);
    return values;
  }

  private String shape(String name) throws IOException {
    String start = new String(bytes(name), 0, 128, StandardCharsets.ISO_8859_1);
    return start.replaceAll("(?s).*'shape': (\\([^)]*\\)).*", "$1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
  void niftiComesBackWithItsNumbersItsScaleAndItsGeometry(String named) throws IOException {
    ByteOrder order = named.startsWith("BIG") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    short[] one = noise(SLICE * SLICES, 1);
    short[] other = noise(SLICE * SLICES, 2);
    NiftiBuilder first = new NiftiBuilder(order, WIDTH, HEIGHT, SLICES, one);
    String a = write("a.nii.gz", first.scaled(0.5f, -3).spaced(1, 2, 3).packed());
    String b = write("b.nii", volume(SLICES, other).scaled(0.5f, -3).spaced(1, 2, 3).bytes());

    Run run = mix(a, b, "m.nii", "--method mixup --lambda 0.3").good();

    assertTrue(run.out().contains("A is a volume of 7 slices of 11×9"), run.out());
    assertTrue(run.out().contains("7 slices of 11×9 pixels of int16"), run.out());
    ByteBuffer was = ByteBuffer.wrap(first.bytes()).order(order);
    ByteBuffer is = ByteBuffer.wrap(bytes("m.nii")).order(ByteOrder.LITTLE_ENDIAN);
    for (int at : new int[] {76, 80, 84, 88, 112, 116}) {
      assertEquals(was.getFloat(at), is.getFloat(at), "at " + at);
    }
    for (int at = 256; at < 328; at += 4) {
      assertEquals(was.getFloat(at), is.getFloat(at), "at " + at);
    }
    assertEquals(was.getShort(252), is.getShort(252));
    assertEquals(was.getShort(254), is.getShort(254));
    for (int t = 0; t < SLICES; t++) {
      Picture slice = reader.readPage(folder.resolve("m.nii"), t + 1);
      assertEquals(NumberType.INT16, slice.stored().type());
      assertEquals("value = 0.5 · number - 3", slice.stored().scale().toString());
      for (int i = 0; i < SLICE; i++) {
        int at = t * SLICE + i;
        assertEquals(
            Math.rint(0.3 * one[at] + (1 - 0.3) * other[at]) + 0.0,
            slice.pixels().number(i),
            "at " + at);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"m.nii", "m.nii.gz", "m.tiff"})
  void recipeInAVolumeMakesTheSameBytes(String name) throws IOException {
    String a = write("a.nii.gz", volume(SLICES, noise(SLICE * SLICES, 1)).packed());
    String b = write("b.nii.gz", volume(4, noise(SLICE * 4, 2)).packed());
    mix(a, b, name, "--along both --seed 4").good();
    Run.of("mix", "--recipe", folder + "/" + name, "-o", folder + "/again-" + name).good();
    assertArrayEquals(bytes(name), bytes("again-" + name));
    for (int t = 1; t <= SLICES; t++) {
      assertEquals(
          NumberType.INT16, reader.readPage(folder.resolve(name), t).stored().type(), "page " + t);
    }
  }

  @ParameterizedTest
  @CsvSource({"all, cutmix", "run, cutmix", "both, cutmix", "path, cutmix", "fade, cutmix"})
  void labelIsTheShareOfVoxels(String along, String method) throws IOException {
    String a = write("a.nii.gz", volume(SLICES, all(SLICE * SLICES, 700)).packed());
    String b = write("b.nii.gz", volume(5, all(SLICE * 5, -300)).packed());
    for (int seed = 0; seed < 20; seed++) {
      String options = "--along %s --method %s --seed %d --json".formatted(along, method, seed);
      JsonNode json = mix(a, b, "m.npy", options).good().json();
      short[] voxels = array("m.npy");
      long ofA = 0;
      for (short voxel : voxels) {
        ofA += voxel == 700 ? 1 : 0;
      }
      assertEquals("(7, 9, 11)", shape("m.npy"));
      assertEquals(
          (double) ofA / voxels.length, json.path("effective_lambda").doubleValue(), 1e-12);
    }
  }

  @Test
  void cuboidIsUsualForVolumesAndHasTheVolumeThatLambdaSays() throws IOException {
    String a = write("a.nii.gz", volume(30, all(SLICE * 30, 1)).packed());
    String b = write("b.nii.gz", volume(30, all(SLICE * 30, 0)).packed());
    JsonNode json =
        mix(a, b, "m.npy", "--along both --lambda 0.488 --at 0.5,0.5 --when 0.5 --json")
            .good()
            .json();
    // Sides of 0.8, cut to even numbers by the rule for boxes: 8 columns, 6 rows, 24 slices.
    assertEquals(
        1 - 8 * 6 * 24 / (double) (SLICE * 30), json.path("effective_lambda").doubleValue(), 1e-12);
    assertEquals("both", mix(a, b, "m.nii", "--json").good().json().path("along").textValue());
    assertEquals(
        "all", mix(a, b, "m.nii", "--method mixup --json").good().json().path("along").textValue());
  }

  @Test
  void sliceOfAVolumeStaysAPictureUnlessTheVolumeIsAskedFor() throws IOException {
    String a = write("a.nii.gz", volume(SLICES, noise(SLICE * SLICES, 1)).packed());
    String b = write("b.nii.gz", volume(SLICES, noise(SLICE * SLICES, 2)).packed());
    mix(a, b, "p.npy", "--seed 1").good();
    assertEquals("(9, 11)", shape("p.npy"));
    mix(a + "#all", b + "#all", "v.npy", "--seed 1").good();
    assertEquals("(7, 9, 11)", shape("v.npy"));
    mix(a, b + "#3", "s.npy", "--seed 1 --along all").good();
    assertEquals("(7, 9, 11)", shape("s.npy"));
    Run still = mix(a + "#2", b + "#3", "f.npy", "--seed 1 --frames 3").good();
    assertTrue(still.out().contains("A is page 2 of the 7 of its file"), still.out());
    mix(a + "#all", b, "p.png", "")
        .bad(
            1,
            "mixoscope mix: %s#all is a clip: let -o end in .gif, .mp4, .webm, .npy, .tiff, .nii.gz"
                    .formatted(a)
                + " or be a folder/, not %s/p.png".formatted(folder));
  }

  @Test
  void otherSpacingOtherScaleAndOtherSizeAreSaid() throws IOException {
    short[] numbers = noise(SLICE * SLICES, 1);
    String a = write("a.nii", volume(SLICES, numbers).spaced(1, 1, 3).scaled(2, 0).bytes());
    String b = write("b.nii", volume(SLICES, numbers).spaced(1, 1, 1.5f).bytes());
    Run run = mix(a, b, "m.nii", "--method mixup --lambda 1").good();
    assertTrue(
        run.out()
            .contains(
                "B has voxels of 1×1×1.5 mm, A of 1×1×3 mm: slices are fitted as pictures are, not"
                    + " by millimetres"),
        run.out());
    assertTrue(run.out().contains("what they stand for is mixed, as float32"), run.out());
    Picture slice = reader.readPage(folder.resolve("m.nii"), 1);
    assertEquals(2.0 * numbers[5], slice.pixels().number(5));
    assertTrue(slice.stored().scale().isNone());
    Run sized = mix(a, b, "s.nii", "--size 6x6").good();
    assertTrue(sized.out().contains("the file has voxels of 1 mm"), sized.out());
  }

  private void slice(String name, short[] numbers, String series, String number, String place)
      throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, DicomBuilder.slice(WIDTH, HEIGHT, numbers, series, number, place));
  }

  @Test
  void slicesOfASeriesAreInTheOrderOfTheirPlaces() throws IOException {
    for (int t = 0; t < 5; t++) {
      // Neither names nor numbers have that order.
      String place = "-100\\-100\\" + (-7.5 + 2.5 * t);
      slice("s/%d.dcm".formatted(9 - t), all(SLICE, t), "1.2.3", "" + (3 * t) % 5, place);
      // Some scanners give their files no ending.
      slice("n/IM%d".formatted(9 - t), all(SLICE, t), "1.2.3", "" + t, "");
    }
    Files.writeString(folder.resolve("s/README"), "x");
    for (String series : new String[] {"s", "n"}) {
      String all = folder + "/" + series;
      Run run = mix(all, all, "m.npy", "--method mixup --lambda 1").good();
      short[] voxels = array("m.npy");
      for (int t = 0; t < 5; t++) {
        assertEquals(t, voxels[t * SLICE], series);
      }
      assertTrue(run.out().contains("A is a volume of 5 slices"), run.out());
      assertEquals(series.equals("s"), run.out().contains("1 file beside the frames"), run.out());
      assertTrue(run.out().contains("HU = 1 · number - 1024") || run.out().contains("- 1024"));
    }
  }

  @Test
  void slicesThatAreNoVolumeAreRefusedInOneLine() throws IOException {
    slice("two/1.dcm", all(SLICE, 1), "1.2.3", "1", "0\\0\\1");
    slice("two/2.dcm", all(SLICE, 1), "1.2.4", "2", "0\\0\\2");
    slice("same/1.dcm", all(SLICE, 1), "1.2.3", "1", "0\\0\\1");
    slice("same/2.dcm", all(SLICE, 1), "1.2.3", "2", "0\\0\\1");
    slice("none/1.dcm", all(SLICE, 1), "1.2.3", "", "");
    slice("none/2.dcm", all(SLICE, 1), "1.2.3", "", "");
    for (String[] bad :
        new String[][] {
          {"two", "has slices of 2 series: put each into a folder of its own"},
          {
            "same",
            "has no order of slices: 1.dcm and 2.dcm have the same place; leave one of them out"
          },
          {
            "none",
            "has no order of slices: 1.dcm and 2.dcm have the same place; leave one of them out"
          }
        }) {
      String all = folder + "/" + bad[0];
      mix(all, all, "m.npy", "").bad(1, "mixoscope mix: %s %s".formatted(all, bad[1]));
    }
  }

  @Test
  void cutOffVolumeIsRefused() throws IOException {
    byte[] whole = volume(SLICES, noise(SLICE * SLICES, 1)).bytes();
    String a = write("a.nii", Arrays.copyOf(whole, whole.length - 5));
    Run run = mix(a, a, "m.nii", "");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("a.nii is damaged"), run.err());
  }
}

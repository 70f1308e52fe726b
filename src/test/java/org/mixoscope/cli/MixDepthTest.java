package org.mixoscope.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.DicomBuilder;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Levels;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;

/// What `mix` makes of pictures of more than eight bits.
@BesideWindows
class MixDepthTest {
  private static final Frame FRAME = new Frame(5, 7);
  private static final double LAMBDA = 0.3;

  private final PictureReader reader = new PictureReader();

  @TempDir Path folder;
  private Path a = Path.of("");
  private Path b = Path.of("");

  @BeforeEach
  void writeDeepPictures() throws PictureException {
    a = grey("a.png", ElementType.UINT16, 65_536, 1);
    b = grey("b.png", ElementType.UINT16, 65_536, 2);
  }

  private Path grey(String name, ElementType type, int below, long seed) throws PictureException {
    int[] values = new Random(seed).ints(FRAME.pixels(), 0, below).toArray();
    Path file = folder.resolve(name);
    PictureWriter.write(Pixels.of(values, FRAME, type), file, null);
    return file;
  }

  private Path slice(String name, int seed) throws IOException {
    short[] numbers = new short[35];
    int[] values = new Random(seed).ints(35, 0, 4096).toArray();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (short) values[i];
    }
    return Files.write(folder.resolve(name), DicomBuilder.slice(7, 5, numbers));
  }

  private Path numbers(String name, NumberType type, double... values) throws PictureException {
    Pixels pixels = Pixels.of(new int[35], FRAME, ElementType.UINT8).as(type.element());
    for (int i = 0; i < values.length; i++) {
      pixels.put(i, values[i]);
    }
    Path file = folder.resolve(name);
    PictureWriter.write(pixels, type, file, null);
    return file;
  }

  private Run mix(Path one, Path other, String output, String... more) {
    String[] line =
        Run.line(
            "--method mixup --lambda " + LAMBDA, "mix", one, other, "-o", folder.resolve(output));
    String[] all = Arrays.copyOf(line, line.length + more.length);
    System.arraycopy(more, 0, all, line.length, more.length);
    return Run.of(all);
  }

  private Picture read(String name) throws PictureException {
    return reader.read(folder.resolve(name));
  }

  private static void assertMixed(Pixels one, Pixels other, double factor, Pixels mixed) {
    for (int i = 0; i < mixed.elements(); i++) {
      assertEquals(
          Math.rint(LAMBDA * one.number(i) + (1 - LAMBDA) * other.number(i) * factor),
          mixed.number(i));
    }
  }

  @Test
  void sixteenBitsAreMixedAndWrittenAsSixteen() throws IOException {
    Run run = mix(a, b, "m.png").good();
    assertTrue(run.out().endsWith("7×5 pixels of uint16" + System.lineSeparator()), run.out());
    Picture mixed = read("m.png");
    assertEquals(NumberType.UINT16, mixed.stored().type());
    assertEquals(1, mixed.pixels().channels());
    assertMixed(read("a.png").pixels(), read("b.png").pixels(), 1, mixed.pixels());

    // And the recipe in it makes the same picture again.
    Run.of("mix", "--recipe", folder.resolve("m.png").toString(), "-o", folder + "/again.png")
        .good();
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("m.png")),
        Files.readAllBytes(folder.resolve("again.png")));
  }

  @Test
  void eightBitsAreSpreadOverSixteenAndItIsSaid() throws PictureException {
    Path eight = grey("c.png", ElementType.UINT8, 256, 3);
    Run run = mix(a, eight, "m.tif").good();
    assertTrue(
        run.out().contains("note    B is uint8, mixed as uint16: its numbers times 257"),
        run.out());
    assertMixed(read("a.png").pixels(), read("c.png").pixels(), 257, read("m.tif").pixels());
  }

  @ParameterizedTest
  @ValueSource(strings = {"m.png --depth 8", "m.jpg"})
  void sixteenBitsAreReducedWhereThatIsWantedOrJpeg(String output) throws PictureException {
    String[] words = output.split(" ");
    Run run = words.length == 1 ? mix(a, b, words[0]) : mix(a, b, words[0], words[1], words[2]);
    assertTrue(run.good().out().contains("note    A is uint16, reduced to 8 bits: divided by 257"));
    assertEquals(NumberType.UINT8, read(words[0]).stored().type());
  }

  @Test
  void slicesKeepTheirNumbersAndWhatTheyStandForIsSaid() throws IOException {
    Path one = slice("a.dcm", 1);
    Path other = slice("b.dcm", 2);
    Run run = mix(one, other, "m.tiff").good();
    assertTrue(
        run.out().contains("the numbers are those of the files: HU = 1 · number - 1024"),
        run.out());
    assertEquals(NumberType.UINT16, read("m.tiff").stored().type());
    assertMixed(read("a.dcm").pixels(), read("b.dcm").pixels(), 1, read("m.tiff").pixels());

    Run reduced = mix(one, other, "m.png", "--depth", "8").good();
    assertTrue(reduced.out().contains("-160 is black, 239 white, as its file says"), reduced.out());
    Run wide = mix(one, other, "m.png", "--depth", "8", "--window", "1000,4001").good();
    assertTrue(wide.out().contains("-1000.5 is black, 2999.5 white\n"), wide.out());
  }

  @Test
  void theWindowOfARecipeChangesEightBitsAndNoNumber() throws IOException, RecipeException {
    Path one = slice("a.dcm", 1);
    Path other = slice("b.dcm", 2);
    mix(one, other, "eight.png", "--depth", "8", "--window", "1000,4001").good();
    again("eight.png", "again.png").good();
    assertArrayEquals(bytes("eight.png"), bytes("again.png"), "the recipe in it knows the window");

    mix(one, other, "plain.tiff").good();
    Recipe recipe =
        RecipeText.parse(EmbeddedRecipe.of(folder.resolve("plain.tiff")).orElseThrow())
            .withWindow(new Levels(0, 80));
    Path windowed = Files.writeString(folder.resolve("w.json"), RecipeText.json(recipe));
    Run run = again(windowed.getFileName().toString(), "deep.tiff").good();
    assertTrue(
        run.out()
            .contains(
                "note    the window of the recipe, 0 to 80, is for the screen and for 8 bits: it"
                    + " changes no number"),
        run.out());
    assertTrue(read("plain.tiff").pixels().sameAs(read("deep.tiff").pixels()));
    Run reduced = again(windowed.getFileName().toString(), "low.png", "--depth", "8").good();
    assertTrue(reduced.out().contains("0 is black, 80 white, as the recipe says"), reduced.out());
  }

  private byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  private Run again(String recipe, String output, String... more) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "mix",
                "--recipe",
                folder.resolve(recipe).toString(),
                "-o",
                folder.resolve(output).toString()));
    line.addAll(List.of(more));
    return Run.of(line.toArray(String[]::new));
  }

  @Test
  void numbersThatStandForOtherThingsAreMixedAsThose() throws IOException {
    Path slice = slice("a.dcm", 1);
    Run run = mix(slice, a, "m.tiff", "--json").good();
    assertEquals("float32", run.json().get("numbers").asText());
    assertEquals(
        "A is uint16 with HU = 1 · number - 1024: mixed as what its numbers stand for, in float32",
        run.json().get("notes").get(0).asText());
    double hounsfield = read("a.dcm").pixels().number(3) - 1024;
    assertEquals(
        LAMBDA * hounsfield + (1 - LAMBDA) * read("a.png").pixels().number(3),
        read("m.tiff").pixels().number(3),
        0.01);
  }

  @Test
  void otherNumbersAreMixedInTheNarrowestTypeThatHoldsThem() throws IOException {
    Path signed = numbers("s.tif", NumberType.INT16, -1000, 3000, -1);
    Path floats = numbers("f.tif", NumberType.FLOAT32, 0.5, Double.NaN, 1e9);
    assertTrue(mix(signed, signed, "m.tif").good().out().contains("pixels of int16"));
    assertMixed(read("s.tif").pixels(), read("s.tif").pixels(), 1, read("m.tif").pixels());
    Run run = mix(signed, floats, "m.npy").good();
    assertTrue(run.out().contains("note    A is int16, mixed as float32: its numbers as they are"));
    assertTrue(run.out().contains("note    B has 1 value that is no finite number"), run.out());
    byte[] array = Files.readAllBytes(folder.resolve("m.npy"));
    assertTrue(
        new String(array, 0, 128, US_ASCII)
            .contains("'<f4', 'fortran_order': False, 'shape': (5, 7)"));
    float first = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN).getFloat(128);
    assertEquals(-300 + 0.35, first, 1e-4);
  }

  @Test
  void whatCannotBeDoneIsSaidInALine() throws IOException {
    Path signed = numbers("s.tif", NumberType.INT16, -1000, 3000, -1);
    mix(signed, signed, "m.png")
        .bad(
            1,
            ("mixoscope mix: -o %s: cannot hold numbers of type int16: write .tiff or .npy, or add"
                    + " --depth 8")
                .formatted(folder.resolve("m.png")));
    mix(signed, signed, "m.png", "--depth", "8")
        .bad(
            2,
            "mixoscope mix: --depth 8: s.tif has int16 numbers and names no window: add --window"
                + " CENTER,WIDTH or min-max (see mixoscope mix --help)");
    mix(signed, signed, "m.tif", "--window", "40,400")
        .bad(2, "mixoscope mix: --window: goes with --depth 8 (see mixoscope mix --help)");
    mix(signed, signed, "m.tif", "--blending", "linear-light")
        .bad(
            1,
            "mixoscope mix: blending = linear-light: only of 8 and 16 bits, other numbers are no"
                + " light");
    Run.of(Run.line("--method cutout --fill noise", "mix", signed, "-o", folder.resolve("m.tif")))
        .bad(1, "mixoscope mix: method = cutout: noise only of 8 and 16 bits, choose another fill");
    Run windowed = mix(signed, signed, "m.png", "--depth", "8", "--window", "min-max").good();
    assertTrue(windowed.out().contains("-1000 is black, 3000 white"), windowed.out());
  }
}

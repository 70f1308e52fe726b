package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Mixup;

@BesideWindows
class MixCommandTest {
  private static final Photo A = Photo.noise(40, 30, 1);
  private static final Photo B = Photo.noise(40, 30, 2);

  @TempDir Path folder;
  private String a = "";
  private String b = "";
  private Path out = Path.of("");

  @BeforeEach
  void writePictures() throws IOException {
    a = A.write(folder.resolve("cat.png"));
    b = B.write(folder.resolve("cup.png"));
    out = folder.resolve("out.png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixup", "cutmix"})
  void sameSeedGivesTheSameBytesAndAnotherSeedOthers(String method) throws IOException {
    byte[] first = mixed("--method", method, "--seed", "7");
    byte[] again = mixed("--method", method, "--seed", "7");
    byte[] other = mixed("--method", method, "--seed", "-8");

    assertArrayEquals(first, again);
    assertFalse(Arrays.equals(first, other));
  }

  @Test
  void aPictureWithAnEmptyNameHasNoLabel() throws IOException {
    JsonNode mix = json("--method", "mixup", "--lambda", "0.3", "--classes", "cat,");

    assertEquals("[\"cat\"]", mix.get("classes").toString());
    assertEquals("[1.0]", mix.get("label").toString());
    assertEquals("[1.0,0.0]", mix.get("label_weights").toString());
    assertEquals("[0.3,0.7]", mix.get("shares").toString());
    assertEquals("[1.0]", mix.get("pixel_label").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cutout", "random-erasing"})
  void whatMixesNoOtherPictureIsGivenOne(String method) throws IOException {
    JsonNode mix =
        Run.of("mix", a, "-o", out.toString(), "--method", method, "--json").good().json();

    assertEquals("[1.0]", mix.get("label").toString());
    assertEquals("[\"cat\"]", mix.get("classes").toString());
    assertEquals("[1.0,0.0]", mix.get("label_weights").toString());
    assertFalse(Photo.read(out).pixels().sameAs(A.pixels()));
    Run.of("mix", a, b, "-o", out.toString(), "--method", method)
        .bad(
            2,
            "mixoscope mix: --method %s: mixes 1 picture, not 2 (see mixoscope mix --help)"
                .formatted(method));
  }

  @Test
  void drawIsTheFirstOfTheSeed() throws IOException {
    JsonNode mix = json("--seed", "5", "--alpha", "0.4");

    var draw = new CutMix(0.4).draw(RandomStreams.of(5, 0, 0));
    assertEquals(draw.lambda(), mix.get("lambda").doubleValue());
    assertEquals(draw.u(), mix.at("/recipe/draw/u").doubleValue());
    assertEquals(draw.v(), mix.at("/recipe/draw/v").doubleValue());
    assertSame(new CutMix(0.4).compose(draw, Inputs.of(A.frame())));
  }

  @Test
  void seedIs42AndAlphaIs1UnlessGiven() throws IOException {
    JsonNode mix = json();

    assertEquals("cutmix", mix.get("method").textValue());
    assertEquals(
        new CutMix(1).draw(RandomStreams.of(42, 0, 0)).lambda(), mix.get("lambda").doubleValue());
  }

  @Test
  void mixupWritesWhatTheKernelMixes() throws IOException {
    JsonNode mix = json("--method", "mixup", "--lambda", "0.3");

    assertSame(Blend.pair(A.frame(), 0.3));
    assertEquals(0.3, mix.get("lambda").doubleValue());
    assertEquals(0.3, mix.get("effective_lambda").doubleValue());
    assertTrue(mix.get("box").isNull());
    assertEquals("[0.3,0.7]", mix.get("label").toString());
  }

  @Test
  void mixupDrawsAsTheMethodDoes() throws IOException {
    JsonNode mix = json("--method", "mixup", "--alpha", "0.2", "--seed", "3");

    double lambda = new Mixup(0.2).draw(RandomStreams.of(3, 0, 0)).lambda();
    assertEquals(lambda, mix.get("lambda").doubleValue());
    assertSame(Blend.pair(A.frame(), lambda));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixup", "cutmix"})
  void lambdaOneIsA(String method) throws IOException {
    JsonNode mix = json("--method", method, "--lambda", "1");

    assertTrue(Photo.read(out).pixels().sameAs(A.pixels()));
    assertEquals("[1.0,0.0]", mix.get("label").toString());
  }

  @Test
  void lambdaZeroOfMixupIsB() throws IOException {
    json("--method", "mixup", "--lambda", "0");

    assertTrue(Photo.read(out).pixels().sameAs(B.pixels()));
  }

  /// The boxes are worked out by hand from METHODS §5.1: r = √0.427, sides 26.14 and 19.60.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          legacy,      0.5,0.5, 7,6,33,24
          timm-1.0.29, 0.5,0.5, 7,6,33,25
          fastai,      0.5,0.5, 7,5,33,25
          keras-cv,    0.5,0.5, 7,6,33,25
          unbiased,    0.5,0.5, 7,5,33,25
          legacy,      0.9,0.1, 23,0,40,12
          timm-1.0.29, 0.9,0.1, 23,0,40,13
          fastai,      0.9,0.1, 23,0,40,13
          keras-cv,    0.9,0.1, 23,0,40,13
          unbiased,    0.9,0.1, 13,1,39,21
          """)
  void atPlacesTheBoxByTheRule(String rule, String u, String v, int x1, int y1, int x2, int y2)
      throws IOException {
    JsonNode mix = json("--box-rule", rule, "--lambda", "0.573", "--at", u + "," + v);

    assertEquals("[%d,%d,%d,%d]".formatted(x1, y1, x2, y2), mix.get("box").toString());
    assertPasted(x1, y1, x2, y2);
    double share = 1 - (x2 - x1) * (y2 - y1) / 1200.0;
    assertEquals(share, mix.get("effective_lambda").doubleValue(), 1e-12);
    assertEquals(share, mix.at("/label/0").doubleValue(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3,4,20,17       | 3,4,20,17
          0,0,40,30       | 0,0,40,30
          -5,-6,10,9      | 0,0,10,9
          30,20,100,31    | 30,20,40,30
          100,100,120,120 | 40,30,40,30
          """)
  void boxIsPastedAndClipped(String box, String clipped) throws IOException {
    JsonNode mix = json("--box", box);

    assertEquals("[" + clipped + "]", mix.get("box").toString());
    int[] c = List.of(clipped.split(",")).stream().mapToInt(Integer::parseInt).toArray();
    assertPasted(c[0], c[1], c[2], c[3]);
    assertEquals(
        1 - (c[2] - c[0]) * (c[3] - c[1]) / 1200.0,
        mix.get("effective_lambda").doubleValue(),
        1e-12);
  }

  @Test
  void boxIsInPixelsOfTheSizeThatWasAskedFor() throws IOException {
    JsonNode mix = json("--size", "80x20", "--box", "1,2,79,18");

    assertEquals("[1,2,79,18]", mix.get("box").toString());
    assertEquals(new Frame(20, 80), Photo.read(out).frame());
  }

  @Test
  void labelFollowsTheDrawIfItIsNotCorrected() throws IOException {
    JsonNode corrected = json("--lambda", "0.5", "--at", "0,0", "--correct-lambda");
    JsonNode drawn = json("--lambda", "0.5", "--at", "0,0", "--no-correct-lambda");

    assertEquals(corrected.get("effective_lambda"), corrected.at("/label/0"));
    assertEquals("[0.5,0.5]", drawn.get("label").toString());
    assertEquals(corrected.get("effective_lambda"), drawn.get("effective_lambda"));
  }

  @Test
  void maskWeighsEveryPixel() throws IOException {
    Photo mask = Photo.grey(40, 30, (x, y) -> x < 10 ? 255 : x < 20 ? 128 : (x * y) % 256);
    String file = mask.write(folder.resolve("mask.png"));

    JsonNode mix = json("--mask", file);

    float[] weights = new float[40 * 30];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = mask.image().getRaster().getSample(i % 40, i / 40, 0) / 255f;
      sum += weights[i];
    }
    assertSame(new Matte(A.frame(), List.of(weights)));
    assertEquals("mask", mix.get("method").textValue());
    assertEquals(sum / weights.length, mix.get("effective_lambda").doubleValue(), 1e-9);
    assertEquals(mix.get("effective_lambda"), mix.get("lambda"));
    assertTrue(mix.get("box").isNull());
  }

  @Test
  void linearLightBlendsLight() throws IOException {
    Photo.of(2, 2, (_, _) -> 0x000000).write(folder.resolve("cat.png"));
    Photo.of(2, 2, (_, _) -> 0xFFFFFF).write(folder.resolve("cup.png"));

    json("--method", "mixup", "--lambda", "0.5", "--blending", "linear-light");
    assertEquals(0xBCBCBC, Photo.read(out).at(1, 1));
    json("--method", "mixup", "--lambda", "0.5", "--blending", "srgb");
    assertEquals(0x808080, Photo.read(out).at(1, 1));
  }

  @ParameterizedTest
  @CsvSource({"cover,0xFF0000", "contain,0x000000", "stretch,0xFF0000"})
  void fitDecidesWhatHappensToOtherSizes(String fit, String corner) throws IOException {
    Photo.of(60, 20, (_, _) -> 0xFF0000).write(folder.resolve("cat.png"));

    json("--size", "30x30", "--fit", fit, "--method", "mixup", "--lambda", "1");

    Photo mixed = Photo.read(out);
    assertEquals(new Frame(30, 30), mixed.frame());
    assertEquals(Integer.decode(corner), mixed.at(0, 0));
    assertEquals(0xFF0000, mixed.at(15, 15));
  }

  @Test
  void frameIsThatOfA() throws IOException {
    Photo.noise(17, 50, 3).write(folder.resolve("cup.png"));

    json();

    assertEquals(A.frame(), Photo.read(out).frame());
  }

  @Test
  void classesAreFileNamesUnlessGiven() throws IOException {
    assertEquals("[\"cat\",\"cup\"]", json().get("classes").toString());
    assertEquals("[\"猫\",\"咖啡\"]", json("--classes", "猫, 咖啡").get("classes").toString());
  }

  @Test
  void sameNameTwiceIsOneClass() throws IOException {
    JsonNode mix = json("--classes", "cat,cat", "--method", "mixup");

    assertEquals("[\"cat\"]", mix.get("classes").toString());
    assertEquals("[1.0]", mix.get("label").toString());
  }

  @Test
  void smoothingSmooths() throws IOException {
    JsonNode mix = json("--smoothing", "0.1", "--method", "mixup", "--lambda", "0.75");

    assertEquals(0.75 * 0.95 + 0.25 * 0.05, mix.at("/label/0").doubleValue(), 1e-12);
    assertEquals(0.75 * 0.05 + 0.25 * 0.95, mix.at("/label/1").doubleValue(), 1e-12);
  }

  @Test
  void jsonHasExactlyTheKeysThatAreDocumented() throws IOException {
    List<String> keys = new ArrayList<>();
    json().fieldNames().forEachRemaining(keys::add);

    assertEquals(
        List.of(
            "method",
            "lambda",
            "effective_lambda",
            "shares",
            "box",
            "classes",
            "label",
            "label_weights",
            "pixel_label",
            "recipe"),
        keys);
  }

  @Test
  void samplesAreSources() throws IOException {
    JsonNode mix = Run.of("mix", "sample:cat", "sample:coffee", "-o" + out, "--json").good().json();

    assertEquals("[\"cat\",\"coffee\"]", mix.get("classes").toString());
    assertEquals("sample:cat", mix.at("/recipe/sources/0/image").textValue());
  }

  @Test
  void jpegIsWrittenToo() throws IOException {
    Path jpeg = folder.resolve("out.JPG");

    Run.of("mix", a, b, "--output=" + jpeg).good();

    assertEquals(A.frame(), Photo.read(jpeg).frame());
    assertEquals((byte) 0xD8, Files.readAllBytes(jpeg)[1]);
  }

  @Test
  void reportForPeopleSaysWhatWasDrawnAndWhatBecameOfIt() {
    String[] options = {"--lambda", "0.573", "--at", "0.9,0.1", "--classes", "cat,杯"};

    String out = Run.of(arguments(options)).good().out();

    assertEquals(
        """
        method  cutmix, α = 1, box-rule legacy, correct-lambda true
        draw    seed 42, draw 0; u = 0.900000, v = 0.100000
        λ       0.573000  as drawn or given
        λ̂       0.830000  the share of A in the pixels
        box     23,0,40,12, 17×12 pixels, clipped from 23,-6,49,12
        label   0.830000  cat
                0.170000  杯
        file    %s, 40×30 pixels
        """
            .formatted(this.out),
        out.replace("\r", ""));
  }

  @Test
  void reportNamesALabelThatDisagreesWithThePixels() {
    String out = Run.of(arguments("--lambda", "0.5", "--at", "0,0", "--no-correct-lambda")).out();

    assertTrue(
        out.contains("note    the label gives A 0.500000, the pixels give it 0.883333"), out);
  }

  @Test
  void reportIsSilentAboutRoundingErrors() {
    String[] options = {"--box-rule=keras-cv", "--no-correct-lambda", "--at=0.5,0.5"};
    for (int percent = 5; percent < 100; percent += 5) {
      String[] all = Arrays.copyOf(options, options.length + 1);
      all[options.length] = "--lambda=0.%02d".formatted(percent);
      // The whole box is inside, so label and pixels agree but for the last digit.
      assertFalse(Run.of(arguments(all)).good().out().contains("note"), all[options.length]);
    }
  }

  @Test
  void reportOfOtherMethodsHasNoBox() throws IOException {
    String mask = Photo.grey(40, 30, (_, _) -> 51).write(folder.resolve("mask.png"));

    String mixup = Run.of(arguments("--method", "mixup", "--alpha", "0.25")).good().out();
    String byMask = Run.of(arguments("--mask", mask)).good().out();

    assertTrue(mixup.startsWith("method  mixup, α = 0.25"), mixup);
    assertTrue(byMask.contains("λ̂       0.200000"), byMask);
    assertFalse((mixup + byMask).contains("box"), mixup + byMask);
  }

  private void assertPasted(int x1, int y1, int x2, int y2) throws IOException {
    Photo mixed = Photo.read(out);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        Photo owner = x >= x1 && x < x2 && y >= y1 && y < y2 ? B : A;
        assertEquals(owner.at(x, y), mixed.at(x, y), "pixel " + x + "," + y);
      }
    }
  }

  private void assertSame(Composition composition) throws IOException {
    var expected = Mixer.mix(composition, Blending.SRGB, List.of(A.pixels(), B.pixels()));
    assertTrue(Photo.read(out).pixels().sameAs(expected));
  }

  private byte[] mixed(String... options) throws IOException {
    Run.of(arguments(options)).good();
    return Files.readAllBytes(out);
  }

  private JsonNode json(String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments(options)));
    all.add("--json");
    return Run.of(all.toArray(String[]::new)).good().json();
  }

  private String[] arguments(String... options) {
    List<String> all = new ArrayList<>(List.of("mix", a, b, "-o", out.toString()));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }
}

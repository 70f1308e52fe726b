package org.mixoscope.lab.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.lab.NetSpec;
import org.mixoscope.lab.Network;
import org.mixoscope.lab.Onnx;
import org.mixoscope.lab.Shape;
import org.mixoscope.lab.data.Digits;

@BesideWindows
class ClassifierTest {
  private static final long[] SIDES = {-1, 3, 2, 2};
  private static final Pixels PICTURE =
      Pixels.of(new byte[] {10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120}, new Frame(2, 2), 3);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("net.onnx");
  }

  @ParameterizedTest
  @CsvSource({"784-128-10, 1, 28", "'mlp:20,20+batch-norm', 3, 9", "cnn+dropout:0.3, 3, 16"})
  void networkTrainedHereSaysTheSameWithNothingToAsk(String net, int channels, int side)
      throws IOException {
    Network network = new Network(NetSpec.of(net, new Shape(channels, side, side), 10), 7);
    byte[] bytes = new byte[channels * side * side];
    new Random(1).nextBytes(bytes);
    float[] row = new float[bytes.length];
    int plane = side * side;
    for (int k = 0; k < row.length; k++) {
      row[k % channels * plane + k / channels] = (bytes[k] & 0xFF) / 255f;
    }
    Files.write(file, Onnx.of(network, Digits.classes()));

    Classifier classifier = Classifier.open(file, Choices.NONE);
    List<Double> said = classifier.predict(Pixels.of(bytes, new Frame(side, side), channels));

    float[] expected = network.predict(new float[][] {row})[0];
    for (int c = 0; c < 10; c++) {
      assertEquals(expected[c], said.get(c), 1e-5, "class " + c);
    }
    assertEquals(Digits.classes(), classifier.classes());
    assertNull(classifier.understood().assumed());
    assertEquals(Ending.PROBABILITIES, classifier.understood().ending());
  }

  @Test
  void networkWrittenBeforeItSaidSoTakesZeroToOne() throws IOException {
    Network network = new Network(NetSpec.of("linear", new Shape(3, 2, 2), 3), 1);
    // As without metadata: the pixels of the file are what is left out.
    byte[] bytes = Onnx.of(network);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] old = Arrays.copyOf(bytes, text.indexOf("Image.BitmapPixelFormat") - 4);
    Files.write(file, old);

    Classifier classifier = Classifier.open(file, Choices.NONE);

    assertEquals(PixelRange.UNIT.scaling(), classifier.understood().scaling());
    assertNull(classifier.understood().assumed());
    assertEquals(List.of("0", "1", "2"), classifier.classes());
  }

  @Test
  void scoresBecomeProbabilitiesAndTheEndingIsKnown() throws IOException {
    float[][] weights = random(4, 12);
    write(OnnxFiles.of(SIDES, weights).then("Identity"));

    Classifier classifier = Classifier.open(file, Choices.NONE.with(PixelRange.UNIT));

    assertEquals(Ending.SCORES, classifier.understood().ending());
    assertEquals(PixelRange.UNIT, classifier.understood().assumed());
    assertNear(softmax(scores(weights, planes(v -> v / 255.0))), classifier.predict(PICTURE));
    write(OnnxFiles.of(SIDES, weights).then("LogSoftmax"));
    Classifier logarithms = Classifier.open(file, Choices.NONE.with(PixelRange.UNIT));
    assertEquals(Ending.LOGARITHMS, logarithms.understood().ending());
    assertNear(classifier.predict(PICTURE), logarithms.predict(PICTURE));
    write(OnnxFiles.of(SIDES, weights).then("Softmax").then("Identity"));
    Classifier probabilities = Classifier.open(file, Choices.NONE.with(PixelRange.UNIT));
    assertEquals(Ending.PROBABILITIES, probabilities.understood().ending());
    assertNear(classifier.predict(PICTURE), probabilities.predict(PICTURE));
  }

  @Test
  void channelsMayComeLastAndBlueFirst() throws IOException {
    float[][] weights = random(3, 12);
    write(
        OnnxFiles.of(new long[] {1, 2, 2, 3}, weights)
            .saying("Image.NominalPixelRange", "NominalRange_0_255")
            .saying("Image.BitmapPixelFormat", "Bgr8"));

    Classifier classifier = Classifier.open(file, Choices.NONE);

    double[] blueFirst = {30, 20, 10, 60, 50, 40, 90, 80, 70, 120, 110, 100};
    assertNear(softmax(scores(weights, blueFirst)), classifier.predict(PICTURE));
    assertEquals("2×2×3", classifier.understood().input().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'[0.5, 0.25, 0]', '0.5,0.5,0.5',",
    "127.5 63.75 0, 127.5,",
    "'127.5,63.75,0', , 0.00784313725"
  })
  void meanAndDeviationAreReadHoweverTheyAreWritten(String mean, String deviation, String scale)
      throws IOException {
    OnnxFiles net = OnnxFiles.of(SIDES, random(3, 12)).saying("mean", mean);
    if (deviation != null) {
      net.saying("std", deviation);
    } else {
      net.saying("scale", scale);
    }
    write(net);

    Classifier classifier = Classifier.open(file, Choices.NONE.with(PixelRange.BYTES));

    Scaling scaling = classifier.understood().scaling();
    assertNull(classifier.understood().assumed());
    assertEquals(1, scaling.of(1, 0), 1e-6);
    assertEquals(0, scaling.of(0.25, 1), 1e-6);
    assertEquals(0.5, scaling.of(0.25, 2), 1e-6);
  }

  @Test
  void sizeThatIsNotGivenIsTheUsersOrTheUsual() throws IOException {
    float[][] weights = random(3, 3);
    write(OnnxFiles.ofMeans(weights));

    Classifier usual = Classifier.open(file, Choices.NONE.with(PixelRange.BYTES));
    Classifier small =
        Classifier.open(file, Choices.NONE.with(PixelRange.BYTES).with(new Frame(2, 2)));

    assertTrue(usual.understood().input().takesAny());
    assertEquals("3×224×224", usual.understood().input().toString());
    assertEquals("3×2×2", small.understood().input().toString());
    assertNear(softmax(scores(weights, new double[] {55, 65, 75})), small.predict(PICTURE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labels.txt|cat\ndog\nbird\n",
        "classes.txt|cat\r\ndog\r\nbird",
        "labels.json|[\"cat\", \"dog\", \"bird\"]",
        "classes.json|{\"0\": [\"n1\", \"cat\"], \"2\": \"bird\", \"1\": \"dog\"}"
      })
  void namesAreFoundBesideTheNetworkOrChosen(String named) throws IOException {
    String[] parts = named.split("\\|", -1);
    write(OnnxFiles.of(SIDES, random(3, 12)));
    Path names = Files.writeString(folder.resolve(parts[0]), parts[1]);

    ClassNames beside = Classifier.open(file, Choices.NONE).understood().names();
    assertEquals(List.of("cat", "dog", "bird"), beside.names());
    assertEquals(names, beside.from());

    Path elsewhere = Files.createDirectory(folder.resolve("other")).resolve("named");
    Files.move(names, elsewhere);
    assertNull(Classifier.open(file, Choices.NONE).understood().names().from());
    assertEquals(beside.names(), Classifier.open(file, Choices.NONE.with(elsewhere)).classes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "names|{0: 'cat', 1: 'dog', 2: 'bird'}",
        "classes|[\"cat\",\"dog\",\"bird\"]",
        "labels|cat, dog, bird"
      })
  void namesAreReadFromTheFile(String key, String value) throws IOException {
    write(OnnxFiles.of(SIDES, random(3, 12)).saying(key, value));
    assertEquals(List.of("cat", "dog", "bird"), Classifier.open(file, Choices.NONE).classes());
  }

  @Test
  void namesThatDoNotFitAreNotUsedInSilence() throws IOException {
    write(OnnxFiles.of(SIDES, random(3, 12)));
    Path names = Files.writeString(folder.resolve("labels.txt"), "cat\ndog");

    ClassNames beside = Classifier.open(file, Choices.NONE).understood().names();
    assertEquals(List.of("0", "1", "2"), beside.names());
    assertEquals(
        names + " names 2 classes, the network has 3: choose the file that belongs to it",
        Objects.requireNonNull(beside.unused()).text());
    assertEquals(Objects.requireNonNull(beside.unused()).text(), refused(Choices.NONE.with(names)));
    Path empty = Files.writeString(folder.resolve("empty.json"), "{}");
    assertTrue(refused(Choices.NONE.with(empty)).contains("names no classes"));
  }

  @Test
  void aClassIsFoundByAnyOfItsNames() {
    List<String> classes = List.of("tench, Tinca tinca", "tabby_cat", "dog");
    assertEquals(OptionalInt.of(1), ClassNames.find("Tabby cat", classes));
    assertEquals(OptionalInt.of(0), ClassNames.find("tinca-tinca", classes));
    assertEquals(OptionalInt.empty(), ClassNames.find("cat", classes));
  }

  static Stream<Arguments> wrongFiles() {
    float[][] weights = random(3, 12);
    byte[] good = OnnxFiles.of(SIDES, weights).bytes();
    return Stream.of(
        Arguments.of(
            "no network".getBytes(StandardCharsets.UTF_8), "is not an ONNX file, or is damaged"),
        Arguments.of(new byte[0], "is not an ONNX file"),
        Arguments.of(Arrays.copyOf(good, good.length / 2), "is not an ONNX file"),
        Arguments.of(
            OnnxFiles.of(SIDES, weights).withShortWeights().bytes(), "is not an ONNX file"),
        Arguments.of(
            OnnxFiles.of(SIDES, weights).withWeightsElsewhere().bytes(), "keeps w in another file"),
        Arguments.of(
            OnnxFiles.of(SIDES, weights).then("Bogus").bytes(), "does not know its operator Bogus"),
        Arguments.of(
            OnnxFiles.of(SIDES, weights).then("STFT").bytes(), "does not know its operator STFT"),
        Arguments.of(
            OnnxFiles.of(new long[] {-1, 12}, weights).bytes(),
            "takes ?×12 at pixels, which is no picture"),
        Arguments.of(
            OnnxFiles.of(new long[] {1, 4, 2, 2}, random(3, 16)).bytes(), "which is no picture"),
        Arguments.of(
            OnnxFiles.of(SIDES, weights).withInput("more", 1).bytes(),
            "takes 2 inputs (pixels, more)"),
        Arguments.of(
            OnnxFiles.of(SIDES, weights).withInputOfType(10).bytes(),
            "takes numbers of type 10 at pixels"),
        Arguments.of(
            OnnxFiles.of(SIDES, weights).withOutput("scores").then("Softmax").bytes(),
            "gives 2 outputs"),
        Arguments.of(
            OnnxFiles.of(SIDES, random(1, 12)).then("Sigmoid").bytes(),
            "gives numbers of shape 1×1 for a picture"),
        Arguments.of(
            OnnxFiles.of(SIDES, random(3, 11)).bytes(),
            "cannot be run: OpenCV does not know its operator Gemm, or not as it is used there"));
  }

  @ParameterizedTest
  @MethodSource("wrongFiles")
  void whatCannotBeRunIsExplainedInOneLine(byte[] bytes, String sentence) throws IOException {
    Files.write(file, bytes);
    String problem = refused(Choices.NONE);
    assertTrue(problem.contains(sentence), problem);
    assertTrue(problem.startsWith(file.toString()), problem);
    assertEquals(1, problem.lines().count(), problem);
  }

  /// Whatever its length, a damaged file neither crashes nor passes.
  @Test
  void everyCutIsRefused() throws IOException {
    byte[] good = OnnxFiles.of(SIDES, random(3, 12)).bytes();
    for (int length = 0; length < good.length; length++) {
      int cut = length;
      assertThrows(
          Message.BadMessage.class,
          () -> OnnxFile.read(Arrays.copyOf(good, cut)),
          () -> "cut at " + cut);
    }
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertEquals(file + " does not exist: check the path", refused(Choices.NONE));
  }

  private String refused(Choices choices) {
    return assertThrows(RefusedException.class, () -> Classifier.open(file, choices))
        .objection()
        .text();
  }

  private void write(OnnxFiles net) throws IOException {
    Files.write(file, net.bytes());
  }

  private static float[][] random(int classes, int numbers) {
    Random random = new Random(5);
    float[][] rows = new float[classes][numbers];
    for (float[] row : rows) {
      for (int i = 0; i < numbers; i++) {
        row[i] = (float) random.nextGaussian() / 100;
      }
    }
    return rows;
  }

  private static double[] planes(DoubleUnaryOperator of) {
    return IntStream.range(0, 12)
        .mapToDouble(k -> of.applyAsDouble(10.0 * (k % 4 * 3 + k / 4 + 1)))
        .toArray();
  }

  private static double[] scores(float[][] weights, double[] numbers) {
    return Arrays.stream(weights)
        .mapToDouble(
            row -> IntStream.range(0, row.length).mapToDouble(i -> row[i] * numbers[i]).sum())
        .toArray();
  }

  private static List<Double> softmax(double[] scores) {
    double sum = Arrays.stream(scores).map(Math::exp).sum();
    return Arrays.stream(scores).map(s -> Math.exp(s) / sum).boxed().collect(Collectors.toList());
  }

  private static void assertNear(List<Double> expected, List<Double> found) {
    assertEquals(expected.size(), found.size());
    for (int c = 0; c < expected.size(); c++) {
      assertEquals(expected.get(c), found.get(c), 1e-6, "class " + c);
    }
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;

@BesideWindows
class BatchCommandTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int PICTURES = 12;

  @TempDir Path folder;
  private Path source = Path.of("");

  /// Four each of three classes, of different sizes.
  @BeforeEach
  void writePictures() throws IOException {
    source = folder.resolve("photos");
    for (int i = 0; i < PICTURES; i++) {
      Path file = source.resolve(List.of("ant", "bee", "cow").get(i % 3) + "/" + i + ".png");
      Files.createDirectories(file.resolveSibling(""));
      Photo.noise(30 + i, 40 - i, i).write(file);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--size 24x20",
        "--size 24x20 --image png --method mixup --alpha 0.4 --fit contain",
        "--size 20x24 --mixup-alpha 0.8 --cutmix-alpha 1 --prob 0.7",
        "--method k-cutmix --sources 3 --pairing random --image jpg:80",
        "--size 16x16 --profile kornia --method mixup --pairing other-class",
        "--size 32x32 --method saliencymix --fit stretch",
        "--size 32x32 --method fmix --blending linear-light",
        "--size 32x32 --pairing far-saliency"
      })
  void everySampleIsWhatMixMakesOfItsRecipe(String options) throws IOException {
    List<JsonNode> lines = batch("out", options + " --embed-recipes --seed 9");

    assertEquals(PICTURES, lines.size());
    for (JsonNode line : lines) {
      Path file = folder.resolve("out").resolve(line.get("file_name").textValue());
      Path again = folder.resolve("again" + (file.toString().endsWith("png") ? ".png" : ".jpg"));
      Run mix = Run.of("mix", "--recipe", file + "", "-o", again + "", "--json").good();
      if (!options.contains("jpg:80")) {
        assertTrue(Photo.read(file).pixels().sameAs(Photo.read(again).pixels()), line.toString());
      }
      assertEquals(mix.json().get("effective_lambda"), line.get("effective_lambda"));
      assertEquals(mix.json().get("box"), line.get("box"));
      assertSameLabel(mix.json(), line);
    }
  }

  /// Ours is over all classes, that of the mix over those of its pictures.
  private static void assertSameLabel(JsonNode mix, JsonNode line) {
    List<String> classes = List.of("ant", "bee", "cow");
    double[] label = new double[3];
    for (int c = 0; c < mix.get("classes").size(); c++) {
      label[classes.indexOf(mix.get("classes").get(c).textValue())] =
          mix.get("label").get(c).doubleValue();
    }
    for (int c = 0; c < 3; c++) {
      assertEquals(label[c], line.get("label").get(c).doubleValue(), 1e-12, line.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"imagefolder", "webdataset", "npy", "npz", "parquet"})
  void threadsChangeNoByte(String format) throws IOException {
    String options = "--size 24x24 --copies 3 --keep-originals --format " + format;
    batch("one", options + " --threads 1");
    for (int threads : new int[] {2, 16}) {
      batch("more" + threads, options + " --threads " + threads);
      assertSameFiles(folder.resolve("one"), folder.resolve("more" + threads));
    }
    batch("other", options + " --seed 43");
    String data = data(format);
    assertNotEquals(
        -1L, Files.mismatch(folder.resolve("one/" + data), folder.resolve("other/" + data)));
  }

  private static String data(String format) {
    return switch (format) {
      case "webdataset" -> "mixed-000000.tar";
      case "npy" -> "images.npy";
      case "npz" -> "mixed.npz";
      case "parquet" -> "data/mixed-000000.parquet";
      default -> "images/0000/00000001.jpg";
    };
  }

  @Test
  void rollTakesEachPictureTwiceInEveryCopyAndOriginalsComeLast() throws IOException {
    List<JsonNode> lines = batch("out", "--size 8x8 --copies 2 --keep-originals");

    assertEquals(3 * PICTURES, lines.size());
    List<String> firstCopy = own(lines.subList(0, PICTURES));
    List<String> secondCopy = own(lines.subList(PICTURES, 2 * PICTURES));
    assertEquals(PICTURES, new HashSet<>(firstCopy).size());
    assertNotEquals(firstCopy, secondCopy);
    assertEquals(firstCopy.stream().sorted().toList(), secondCopy.stream().sorted().toList());
    for (int i = 0; i < PICTURES; i++) {
      String before = firstCopy.get((i + PICTURES - 1) % PICTURES);
      assertEquals(before, lines.get(i).get("sources").get(1).textValue());
      JsonNode original = lines.get(2 * PICTURES + i);
      assertEquals("none", original.get("method").textValue());
      assertEquals(1, original.get("sources").size());
      assertEquals(1.0, original.get("effective_lambda").doubleValue());
    }
  }

  private static List<String> own(List<JsonNode> lines) {
    return lines.stream().map(line -> line.get("sources").get(0).textValue()).toList();
  }

  @Test
  void partnersAreOfTheClassAsked() throws IOException {
    for (JsonNode line : batch("same", "--size 8x8 --pairing same-class --copies 4")) {
      assertEquals(className(line, 0), className(line, 1));
      assertNotEquals(line.get("sources").get(0), line.get("sources").get(1));
    }
    for (JsonNode line : batch("other", "--size 8x8 --pairing other-class --copies 4")) {
      assertNotEquals(className(line, 0), className(line, 1));
    }
    Set<String> partners = new HashSet<>();
    for (JsonNode line : batch("random", "--size 8x8 --pairing random --copies 9")) {
      assertNotEquals(line.get("sources").get(0), line.get("sources").get(1));
      partners.add(line.get("sources").get(1).textValue());
    }
    assertEquals(PICTURES, partners.size());
  }

  private static String className(JsonNode line, int source) {
    return line.get("sources").get(source).textValue().split("/")[0];
  }

  @Test
  void aPictureThatCannotBeReadIsLeftOutAndItsPartnerFindsAnother() throws IOException {
    List<JsonNode> whole = batch("whole", "--size 8x8 --copies 2");
    Files.writeString(source.resolve("bee/4.png"), "no picture");
    Path out = folder.resolve("out");

    Run run = Run.of(Run.line("--size 8x8 --copies 2", "batch", source, out)).good();

    assertTrue(run.out().contains("2 left out, their pictures cannot be read"), run.out());
    List<JsonNode> lines = lines(out.resolve("metadata.jsonl"));
    assertEquals(2 * PICTURES - 2, lines.size());
    for (JsonNode line : lines) {
      JsonNode before = whole.get(line.get("index").intValue());
      assertEquals(before.get("sources").get(0), line.get("sources").get(0));
      assertEquals(before.get("lambda"), line.get("lambda"), "others keep their draws");
      if (!before.get("sources").get(1).textValue().equals("bee/4.png")) {
        assertEquals(before, line);
      } else {
        assertNotEquals(before.get("sources").get(1), line.get("sources").get(1));
      }
    }
    List<JsonNode> errors = lines(out.resolve("errors.jsonl"));
    assertEquals(1, errors.size(), "one line, however many copies");
    assertEquals("bee/4.png", errors.getFirst().get("source").textValue());
    Run.of(Run.line("--size 8x8 --strict --quiet", "batch", source, folder.resolve("strict")))
        .bad(
            1,
            "mixoscope batch: %s is not a picture: choose a JPEG, PNG, WebP, BMP, TIFF, GIF, PPM, PFM, HDR, DICOM or NIfTI file"
                .formatted(source.resolve("bee/4.png")));
  }

  @Test
  void outputCanBeInputAgain() throws IOException {
    batch("one", "--size 8x8 --image png");
    Path two = folder.resolve("two");

    Run.of(Run.line("--size 8x8", "batch", folder.resolve("one/metadata.jsonl"), two)).good();

    for (JsonNode line : lines(two.resolve("metadata.jsonl"))) {
      double sum = 0;
      for (JsonNode weight : line.get("label")) {
        sum += weight.doubleValue();
      }
      assertEquals(1, sum, 1e-9);
    }
    assertEquals(List.of("ant", "bee", "cow"), Files.readAllLines(two.resolve("classes.txt")));
  }

  @Test
  void smoothingIsOverAllClasses() throws IOException {
    List<JsonNode> originals =
        batch("out", "--size 8x8 --smoothing 0.3 --keep-originals").stream()
            .filter(line -> line.get("method").textValue().equals("none"))
            .toList();

    assertEquals(PICTURES, originals.size());
    for (JsonNode line : originals) {
      List<Double> label =
          StreamSupport.stream(line.get("label").spliterator(), false)
              .map(JsonNode::doubleValue)
              .sorted()
              .toList();
      assertEquals(0.1, label.get(0), 1e-12);
      assertEquals(0.8, label.get(2), 1e-12);
    }
  }

  @Test
  void aRecipeSaysHow() throws IOException {
    Path recipe = folder.resolve("recipe.png");
    String a = source.resolve("ant/0.png").toString();
    String b = source.resolve("bee/1.png").toString();
    Run.of(Run.line("--method mixup --alpha 0.3 --size 9x7 --seed 5", "mix", a, b, "-o", recipe))
        .good();

    List<JsonNode> lines = batch("out", "--recipe " + recipe);
    List<JsonNode> same = batch("same", "--method mixup --alpha 0.3 --size 9x7 --seed 5");

    assertEquals(same, lines);
    Run.of(Run.line("--recipe " + recipe + " --alpha 1", "batch", source, folder.resolve("x")))
        .bad(
            2,
            "mixoscope batch: --alpha: not with --recipe, which holds it already"
                + " (see mixoscope batch --help)");
  }

  @Test
  void dryRunWritesNothing() throws IOException {
    Path out = folder.resolve("out");

    Run people = Run.of(Run.line("--size 24x24 --copies 5 --dry-run", "batch", source, out)).good();
    Run json =
        Run.of(Run.line("--size 24x24 --copies 5 --dry-run --json", "batch", source, out)).good();

    assertTrue(people.out().contains("would write 60 samples, about "), people.out());
    assertFalse(Files.exists(out));
    long size = 0;
    batch("out", "--size 24x24 --copies 5");
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
    }
    JsonNode plan = MAPPER.readTree(json.out().lines().toList().getLast());
    assertEquals(size, plan.get("bytes").longValue(), 0.3 * size);
  }

  @Test
  void jsonEndsWithTheCountsAndQuietSaysNothing() throws IOException {
    Run json = Run.of(Run.line("--size 8x8 --json", "batch", source, folder.resolve("a"))).good();
    Run quiet = Run.of(Run.line("--size 8x8 --quiet", "batch", source, folder.resolve("b"))).good();

    // Before it, on a slow machine, lines of progress.
    JsonNode end = MAPPER.readTree(json.out().lines().toList().getLast());
    assertEquals("done", end.get("event").textValue());
    assertEquals(PICTURES, end.get("written").intValue());
    assertEquals("", quiet.out());
  }

  @Test
  void decodedPicturesAreKeptWhereSomebodySaysSo() throws IOException {
    Path cache = folder.resolve("cache");
    String options = "--size 8x8 --copies 2 --cache " + cache;
    Path planned = folder.resolve("planned");
    Run.of(Run.line(options + " --dry-run", "batch", source, planned)).good();
    assertFalse(Files.exists(cache));

    batch("plain", "--size 8x8 --copies 2");
    for (String name : List.of("cold", "warm")) {
      Path out = folder.resolve(name);
      String said = Run.of(Run.line(options, "batch", source, out)).good().out();
      assertTrue(said.contains("cache: %s, 1 kB a picture of 8 bits".formatted(cache)), said);
      assertSameFiles(folder.resolve("plain"), out);
    }

    String said = Run.of(Run.line("--json " + options, "batch", source, planned)).good().out();
    JsonNode event = MAPPER.readTree(said.lines().findFirst().orElseThrow());
    assertEquals("cache", event.get("event").textValue());
    assertEquals(cache.toString(), event.get("folder").textValue());
  }

  @Test
  void aCacheLiesNeitherInWhatIsReadNorInWhatIsWritten() throws IOException {
    Path out = folder.resolve("out");
    Path file = Files.writeString(folder.resolve("file"), "");
    fails(2, "lies in the data set", "--size 8x8 --cache " + source.resolve("c"), source, out);
    fails(2, "which is written", "--size 8x8 --cache " + out.resolve("c"), source, out);
    fails(2, "which is written", "--size 8x8 --cache " + out, source, out);
    fails(1, "cannot be made", "--size 8x8 --cache " + file, source, out);
    assertFalse(Files.exists(out));
  }

  @Test
  void whatIsInTheWayIsOneLine() throws IOException {
    Path out = folder.resolve("out");
    batch("out", "--size 8x8");

    fails(1, "%s is not empty".formatted(out), "--size 8x8", source, out);
    fails(
        1, "was begun with another seed (42, now 7)", "--size 8x8 --seed 7 --resume", source, out);
    fails(1, "lies in the data set", "--size 8x8", source, source.resolve("out"));
    Path file = out.resolve("run.json");
    fails(1, "%s is a file: choose a folder".formatted(file), "--size 8x8", source, file);
    Path link = Files.createSymbolicLink(folder.resolve("link"), source);
    fails(1, "lies in the data set", "--size 8x8", source, link.resolve("out/deep"));
    fails(1, "lies in the data set", "--size 8x8", link, source.resolve("out"));
    fails(
        1,
        "another policy[0].method.type (\"cutmix\", now \"k-cutmix\")",
        "--size 8x8 --method k-cutmix --resume",
        source,
        out);
    fails(1, "another size.width (8, now 9)", "--size 9x8 --resume", source, out);
    fails(2, "OUT is empty: name a folder", "--size 8x8", source, "");
    fails(1, "does not exist: check the path", "", folder.resolve("no"), folder.resolve("x"));
    fails(1, "has no classes", "", source.resolve("ant"), folder.resolve("x"));
    fails(1, "not empty and holds no run", "--resume --size 8x8", source, folder);
    fails(
        1, "needs pictures of one size, give --size", "--format npz", source, folder.resolve("n"));
    fails(2, "must be uint8, uint16 or float32 for npz", "--format npz --image png", source, out);
    fails(2, "--copies = 0", "--copies 0", source, out);
    Files.delete(source.resolve("ant/0.png"));
    fails(1, "another data set, pictures (12, now 11)", "--size 8x8 --resume", source, out);
  }

  @Test
  void aJobThatCanReadNoPictureFails() throws IOException {
    Path broken = folder.resolve("broken");
    Files.createDirectories(broken.resolve("ant"));
    Files.writeString(broken.resolve("ant/0.png"), "no picture");
    Path out = folder.resolve("out");

    for (String options : List.of("--size 8x8", "--size 8x8 --resume")) {
      Run.of(Run.line(options + " --quiet", "batch", broken, out))
          .bad(
              1,
              "mixoscope batch: none of the pictures can be read: see "
                  + out.resolve("errors.jsonl"));
    }
  }

  @Test
  void whatIsLeftOutIsNotCounted() throws IOException {
    Files.writeString(source.resolve("ant/0.png"), "no picture");
    Path out = folder.resolve("out");

    Run first = Run.of(Run.line("--size 8x8", "batch", source, out)).good();
    Run again = Run.of(Run.line("--size 8x8 --resume", "batch", source, out)).good();

    String leftOut = "1 left out, its pictures cannot be read: see " + out.resolve("errors.jsonl");
    assertTrue(first.out().contains("\n11 samples in "), first.out());
    assertEquals(leftOut, first.out().lines().toList().getLast());
    assertEquals(
        List.of("11 samples were written before: " + out, leftOut), again.out().lines().toList());
  }

  @Test
  void resumingWhatIsCompleteChangesNothing() throws IOException {
    batch("out", "--size 8x8");
    Path copy = folder.resolve("copy");
    batch("copy", "--size 8x8");

    Run again = Run.of(Run.line("--size 8x8 --resume", "batch", source, copy)).good();

    assertTrue(again.out().startsWith("12 samples were written before"), again.out());
    assertSameFiles(folder.resolve("out"), copy);
  }

  private void fails(int code, String message, String options, Object from, Object to) {
    Run run = Run.of(Run.line(options, "batch", from, to));
    assertTrue(run.err().contains(message), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals(code, run.code());
  }

  private List<JsonNode> batch(String name, String options) throws IOException {
    Path out = folder.resolve(name);
    Run.of(Run.line(options, "batch", source, out)).good();
    Path metadata = out.resolve("metadata.jsonl");
    return Files.exists(metadata) ? lines(metadata) : List.of();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return IntStream.range(0, lines.size())
        .mapToObj(
            i -> {
              try {
                return MAPPER.readTree(lines.get(i));
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            })
        .toList();
  }

  static void assertSameFiles(Path expected, Path actual) throws IOException {
    List<Path> files = files(expected);
    assertEquals(files, files(actual));
    for (Path file : files) {
      assertEquals(
          -1, Files.mismatch(expected.resolve(file), actual.resolve(file)), file::toString);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }
}

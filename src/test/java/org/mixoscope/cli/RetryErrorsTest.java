package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.BatchJob.Beginning;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.ReadAs;

/// Pictures that could not be read are mended and tried again.
@BesideWindows
class RetryErrorsTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int PICTURES = 40;

  @TempDir Path folder;
  private Path source = Path.of("");
  private Path fresh = Path.of("");

  @BeforeEach
  void writePictures() throws IOException {
    source = folder.resolve("photos");
    fresh = folder.resolve("fresh");
    for (int i = 0; i < PICTURES; i++) {
      Files.createDirectories(file(i).resolveSibling(""));
      Photo.noise(6, 7, i).write(file(i));
    }
  }

  private Path file(int picture) {
    return source.resolve(picture % 3 + "/" + picture + ".png");
  }

  /// In more than one shard, and again with random partners, so that a broken picture is missed as
  /// a partner long before it is a sample's own.
  @ParameterizedTest
  @CsvSource({
    "imagefolder, roll, 2", "webdataset, roll, 30", "npy, roll, 3", "npz, roll, 3",
    "parquet, roll, 30", "imagefolder, random, 2", "webdataset, random, 30", "npy, random, 3",
    "npz, random, 1", "parquet, random, 30", "imagefolder, far-saliency, 1"
  })
  void theResultIsThatOfAFreshRun(String format, String pairing, String copies) throws IOException {
    String options =
        "--size 8x8 --format %s --pairing %s --copies %s".formatted(format, pairing, copies);
    Run.of(Run.line(options, "batch", source, fresh)).good();
    for (int stop : new int[] {0, 17, PICTURES}) {
      Path out = folder.resolve("out" + stop);
      List<Broken> broken = List.of(breakWithText(11), breakInTheMiddle(23), breakWithText(34));
      if (stop < PICTURES) {
        stopAfter(stop, out, options);
      } else {
        Run.of(Run.line(options, "batch", source, out)).good();
      }
      broken.get(0).mend();
      broken.get(1).mend();
      Run.of(Run.line(options + " --resume --retry-errors", "batch", source, out)).good();
      broken.get(2).mend();

      Run.of(Run.line(options + " --resume --retry-errors", "batch", source, out)).good();

      BatchCommandTest.assertSameFiles(fresh, out);
    }
  }

  /// The same of pictures with masks beside them, and of pictures with objects.
  @ParameterizedTest
  @CsvSource({
    "map, imagefolder, 2",
    "map, masks, 2",
    "map, webdataset, 30",
    "map, npy, 3",
    "map, npz, 3",
    "objects, imagefolder, 2",
    "objects, webdataset, 30",
    "objects, coco, 2",
    "objects, yolo, 2",
    "objects, yolo-polygons, 2",
    "objects, voc, 2"
  })
  void mapsAndObjectsAreThoseOfAFreshRun(String target, String format, String copies)
      throws IOException {
    Path marked = folder.resolve("marked");
    mark(marked, target);
    String options = "--size 8x8 --method cutmix --format %s --copies %s".formatted(format, copies);
    Path out = folder.resolve("out");
    Run.of(Run.line(options, "batch", marked, fresh)).good();
    List<Broken> broken = new ArrayList<>();
    for (int i : new int[] {11, 23}) {
      Path file = marked.resolve("images/" + i + ".png");
      broken.add(new Broken(file, Files.readAllBytes(file)));
      Files.writeString(file, "no picture");
    }
    Run.of(Run.line(options, "batch", marked, out)).good();
    broken.getFirst().mend();
    Run.of(Run.line(options + " --resume --retry-errors", "batch", marked, out)).good();
    broken.getLast().mend();

    Run.of(Run.line(options + " --resume --retry-errors", "batch", marked, out)).good();

    BatchCommandTest.assertSameFiles(fresh, out);
  }

  /// A job of pictures with masks, or with objects, that is stopped goes on to the same bytes,
  /// wherever that was, and also when it is stopped again.
  @ParameterizedTest
  @CsvSource({
    "map, imagefolder, cutmix, 2",
    "map, imagefolder, mixup, 2",
    "map, masks, cutmix, 2",
    "map, webdataset, fmix, 30",
    "map, npy, cutmix, 3",
    "map, npz, mixup, 3",
    "objects, imagefolder, cutmix, 2",
    "objects, webdataset, mixup, 30",
    "objects, coco, cutmix, 2",
    "objects, coco, mosaic, 2",
    "objects, yolo, cutmix, 2",
    "objects, yolo-polygons, fmix, 2",
    "objects, voc, mixup, 2"
  })
  void mapsAndObjectsGoOnToTheSameBytes(String target, String format, String method, String copies)
      throws IOException {
    source = folder.resolve("marked");
    mark(source, target);
    String options =
        "--size 8x8 --method %s --format %s --copies %s".formatted(method, format, copies);
    Run.of(Run.line(options, "batch", source, fresh)).good();
    for (int stop : new int[] {0, 1, 17}) {
      Path out = folder.resolve("out" + stop);
      stopAfter(stop, out, options);
      assertEquals("running", status(out));

      stopAgainAfter(stop + 9, out);
      assertEquals("running", status(out));
      Run.of(Run.line(options + " --resume", "batch", source, out)).good();

      BatchCommandTest.assertSameFiles(fresh, out);
    }
  }

  private static String status(Path out) throws IOException {
    return tree(Files.readString(out.resolve("run.json"))).get("status").textValue();
  }

  private static void mark(Path root, String target) throws IOException {
    Files.createDirectories(root.resolve("images"));
    Files.createDirectories(root.resolve("masks"));
    StringBuilder images = new StringBuilder();
    StringBuilder annotations = new StringBuilder();
    for (int i = 0; i < PICTURES; i++) {
      int index = i;
      Photo.noise(6, 7, i).write(root.resolve("images/" + i + ".png"));
      images.append(i == 0 ? "" : ",");
      images.append(
          "{\"id\": %d, \"file_name\": \"%d.png\", \"width\": 6, \"height\": 7}".formatted(i, i));
      annotations.append(i == 0 ? "" : ",");
      annotations.append(
          "{\"id\": %d, \"image_id\": %d, \"category_id\": %d, \"bbox\": [%d, 1, 2, 5]}"
              .formatted(i, i, i % 2 + 1, i % 4));
      if (target.equals("map")) {
        Photo.grey(6, 7, (x, y) -> (x / 2 + y / 3 + index) % 4)
            .write(root.resolve("masks/" + i + ".png"));
      }
    }
    if (target.equals("objects")) {
      Files.writeString(
          root.resolve("annotations.json"),
          "{\"images\": [%s], \"annotations\": [%s], \"categories\": [{\"id\": 1, \"name\": \"a\"},"
                  .formatted(images, annotations)
              + "{\"id\": 2, \"name\": \"b\"}]}");
    }
  }

  /// Begins a run and ends it after so many samples.
  private void stopAfter(int samples, Path out, String options) throws IOException {
    Path plan = folder.resolve("plan" + samples);
    Run.of(Run.line(options, "batch", source, plan)).good();
    stopAfter(samples, plan, out, Beginning.REFUSED);
  }

  private void stopAgainAfter(int samples, Path out) throws IOException {
    stopAfter(samples, out, out, Beginning.RESUMED);
  }

  /// @param plan a folder with the `run.json` of the job
  private void stopAfter(int samples, Path plan, Path out, Beginning beginning) throws IOException {
    JobDocument job = JobDocument.read(plan.resolve("run.json"));
    try (DataSet data = DataSet.open(source)) {
      BatchJob begun =
          new BatchJob(source, ReadAs.USUAL, data, job.settings(), ProgramVersion.read());
      if (samples == 0) {
        begun.cancel();
      }
      begun.run(
          out,
          2,
          beginning,
          (_, progress) -> {
            if (progress.done() >= samples) {
              begun.cancel();
            }
          });
    }
  }

  /// What a retry has gone back on is gone; the run goes on like any other.
  @ParameterizedTest
  @CsvSource({"imagefolder, 2", "webdataset, 60", "npy, 3", "npz, 3", "parquet, 60"})
  void aRetryThatIsStoppedGoesOnToTheSameBytes(String format, String copies) throws IOException {
    String options = "--size 8x8 --format %s --copies %s".formatted(format, copies);
    Run.of(Run.line(options, "batch", source, fresh)).good();
    Broken broken = breakWithText(11);
    Path out = folder.resolve("out");
    Run.of(Run.line(options, "batch", source, out)).good();
    broken.mend();
    JobDocument job = JobDocument.read(out.resolve("run.json"));
    try (DataSet data = DataSet.open(source)) {
      BatchJob again =
          new BatchJob(source, ReadAs.USUAL, data, job.settings(), ProgramVersion.read());
      again.run(out, 2, Beginning.RETRIED, (_, _) -> again.cancel());
    }
    assertEquals("running", status(out));

    Run.of(Run.line(options + " --resume", "batch", source, out)).good();

    BatchCommandTest.assertSameFiles(fresh, out);
  }

  private record Broken(Path file, byte[] whole) {
    void mend() throws IOException {
      Files.write(file, whole);
    }
  }

  private Broken breakWithText(int picture) throws IOException {
    Broken broken = new Broken(file(picture), Files.readAllBytes(file(picture)));
    Files.writeString(broken.file(), "no picture");
    return broken;
  }

  private Broken breakInTheMiddle(int picture) throws IOException {
    Broken broken = new Broken(file(picture), Files.readAllBytes(file(picture)));
    Files.write(broken.file(), Arrays.copyOf(broken.whole(), broken.whole().length / 2));
    return broken;
  }

  @Test
  void whatIsWrittenAnewIsSaidBeforeItIs() throws IOException {
    Broken broken = breakWithText(11);
    Path out = folder.resolve("out");
    String options = "--size 8x8";
    Run.of(Run.line(options, "batch", source, out)).good();
    JsonNode error = lines(out.resolve("errors.jsonl")).getFirst();
    assertEquals("2/11.png", error.get("source").textValue());
    int first = error.get("sample").intValue();

    String again = options + " --resume --retry-errors";
    assertTrue(
        Run.of(Run.line(again, "batch", source, out))
            .good()
            .out()
            .contains("0 of 1 left-out picture can be read now: nothing is written anew"));
    broken.mend();
    List<byte[]> before = bytes(out);
    String said =
        "1 of 1 left-out picture can be read now: %d samples written before are written anew, from number %d on"
            .formatted(PICTURES - first, first);
    Run dry = Run.of(Run.line(again + " --dry-run", "batch", source, out)).good();
    assertTrue(dry.out().contains(said), dry.out());
    assertEquals(before.size(), bytes(out).size());
    for (int i = 0; i < before.size(); i++) {
      assertTrue(Arrays.equals(before.get(i), bytes(out).get(i)), "nothing is written");
    }
    List<JsonNode> events = new ArrayList<>();
    Run.of(Run.line(again + " --json", "batch", source, out))
        .good()
        .out()
        .lines()
        .forEach(line -> events.add(tree(line)));
    assertEquals("retried", events.getFirst().get("event").textValue());
    assertEquals(1, events.getFirst().get("readable").intValue());
    assertEquals(PICTURES - first, events.getFirst().get("rewritten").intValue());
    Run done = Run.of(Run.line(again, "batch", source, out)).good();
    assertTrue(done.out().startsWith("nothing was left out"), done.out());
    Run.of(Run.line(options, "batch", source, fresh)).good();
    BatchCommandTest.assertSameFiles(fresh, out);
  }

  /// What was grey for all is colour for all as soon as one has colour.
  @ParameterizedTest
  @ValueSource(strings = {"npy", "npz"})
  void aMendedPictureMayChangeWhatAllSamplesAre(String format) throws IOException {
    for (int i = 0; i < PICTURES; i++) {
      if (i != 20) {
        Photo.grey(6, 7, (x, y) -> x * 40 + y).write(file(i));
      }
    }
    Broken colour = breakWithText(20);
    String options = "--size 8x8 --format " + format;
    Path out = folder.resolve("out");
    Run.of(Run.line(options, "batch", source, out)).good();
    assertEquals(1, tree(Files.readString(out.resolve("run.json"))).at("/pixels/channels").asInt());
    colour.mend();

    Run.of(Run.line(options + " --resume --retry-errors", "batch", source, out)).good();

    Run.of(Run.line(options, "batch", source, fresh)).good();
    BatchCommandTest.assertSameFiles(fresh, out);
  }

  /// Too large is one way of not being readable, which a higher limit mends.
  @Test
  void aHigherLimitIsOnlyTakenWithARetry() throws IOException {
    Photo.noise(1100, 1000, 1).write(file(11));
    String options = "--size 8x8";
    Path out = folder.resolve("out");
    Run small = Run.of(Run.line(options + " --max-megapixels 1", "batch", source, out)).good();
    assertTrue(small.out().contains("1 left out"), small.out());
    JsonNode run = tree(Files.readString(out.resolve("run.json")));
    assertEquals(1, run.at("/settings/max_megapixels").intValue());
    String higher = options + " --max-megapixels 2 --resume";
    Run refused = Run.of(Run.line(higher, "batch", source, out));
    assertTrue(refused.err().contains("another max_megapixels (1, now 2)"), refused.err());

    Run.of(Run.line(higher + " --retry-errors", "batch", source, out)).good();

    Run.of(Run.line(options + " --max-megapixels 2", "batch", source, fresh)).good();
    BatchCommandTest.assertSameFiles(fresh, out);
    String lower = options + " --max-megapixels 1 --resume --retry-errors";
    assertEquals(1, Run.of(Run.line(lower, "batch", source, out)).code());
    Path again = folder.resolve("again");
    Run.of("batch", "--job", out.resolve("run.json").toString(), again.toString()).good();
    BatchCommandTest.assertSameFiles(fresh, again);
  }

  @Test
  void inspectSaysWhatIsTooLarge() throws IOException {
    Photo.noise(1100, 1000, 1).write(file(11));

    assertEquals(0, inspected("2").get("unreadable").intValue());
    JsonNode small = inspected("1");

    assertEquals(1, small.get("unreadable").intValue());
    assertTrue(small.at("/problems/0").textValue().contains("1.1 megapixels; the limit is 1"));
  }

  private JsonNode inspected(String limit) throws IOException {
    return tree(
        Run.of("inspect", source.toString(), "--json", "--max-megapixels", limit).good().out());
  }

  @Test
  void recipesAreOfSamplesOfUpTo100Megapixels() {
    String options = "--embed-recipes --max-megapixels 101";
    Run.of(Run.line(options, "batch", source, folder.resolve("out")))
        .bad(
            1,
            "mixoscope batch: max-megapixels = 101: recipes are of samples of up to 100 megapixels:"
                + " name a size, or leave the recipes out");
    Run.of(Run.line(options + " --size 8x8", "batch", source, folder.resolve("out"))).good();
  }

  @Test
  void aRetryGoesWithResume() {
    Run.of(Run.line("--retry-errors", "batch", source, folder.resolve("out")))
        .bad(2, "mixoscope batch: --retry-errors: goes with --resume (see mixoscope batch --help)");
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(RetryErrorsTest::tree).toList();
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<byte[]> bytes(Path out) throws IOException {
    List<byte[]> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.add(Files.readAllBytes(file));
      }
    }
    return all;
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.BatchJob.Beginning;
import org.mixoscope.batch.BatchJob.Found;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.Part;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.ReadAs;

/// Parts of a job, made apart and merged, are the job.
@BesideWindows
class ShardTest {
  private static final int PICTURES = 9;
  private static final String MIXED = "--size 8x8 --method cutmix --alpha 1 ";

  /// More samples than two files of a thousand hold.
  private static final String MANY = MIXED + "--copies 290 ";

  @TempDir static Path shared;
  private static Path source = Path.of("");
  private static Path objects = Path.of("");

  @TempDir Path folder;
  private Path whole = Path.of("");
  private Path out = Path.of("");

  @BeforeAll
  static void writePictures() throws IOException {
    source = shared.resolve("photos");
    objects = shared.resolve("objects");
    Files.createDirectories(objects.resolve("images"));
    Files.createDirectories(objects.resolve("labels"));
    for (int i = 0; i < PICTURES; i++) {
      Path file = source.resolve("class" + i % 3 + "/photo" + i + ".png");
      Files.createDirectories(file.resolveSibling(""));
      Photo.noise(12, 10, i).write(file);
      Photo.noise(12, 10, i).write(objects.resolve("images/" + i + ".png"));
      Files.writeString(
          objects.resolve("labels/" + i + ".txt"),
          i == 4 ? "" : "%d 0.5 0.5 0.6 0.4\n%d 0.2 0.3 0.2 0.2\n".formatted(i % 2, (i + 1) % 2));
    }
    Files.writeString(source.resolve("class1/broken.jpg"), "no picture");
    Files.writeString(
        objects.resolve("data.yaml"), "train: images\nnc: 2\nnames: [\"cat\", \"cup\"]\n");
  }

  @BeforeEach
  void chooseFolders() {
    whole = folder.resolve("whole");
    out = folder.resolve("out");
  }

  private static Run batch(Path from, Path to, String options) {
    return Run.of(Run.line(options, "batch", from, to));
  }

  private static SortedMap<String, byte[]> files(Path root) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private void assertSame() throws IOException {
    SortedMap<String, byte[]> expected = files(whole);
    SortedMap<String, byte[]> found = files(out);
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }

  @ParameterizedTest
  @CsvSource({
    "imagefolder, 3, ''",
    "imagefolder, 7, --keep-originals",
    "webdataset, 2, ''",
    "webdataset, 5, ''",
    "parquet, 2, ''",
    "npy, 3, ''",
    "npz, 4, --image float32",
  })
  void mergedTheyAreTheWholeJobToTheByte(String format, int parts, String more) throws IOException {
    String options = MANY + more + " --format " + format;
    batch(source, whole, options).good();
    for (int i = parts - 1; i >= 0; i--) {
      batch(source, out, options + " --shard " + i + "/" + parts).good();
    }

    Run merged = Run.of("batch", "--merge", out.toString()).good();

    assertTrue(merged.out().startsWith("merged: "), merged.out());
    assertSame();
    Run.of("batch", "--merge", out.toString()).good();
    assertSame();
    assertTrue(batch(source, out, options + " --resume").good().out().contains("before"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"coco", "yolo", "yolo-polygons", "voc", "imagefolder"})
  void theSameOfObjects(String format) throws IOException {
    String options = MIXED + "--copies 3 --format " + format;
    Path yaml = objects.resolve("data.yaml");
    batch(yaml, whole, options).good();
    for (int i = 0; i < 4; i++) {
      batch(yaml, out, options + " --shard " + i + "/4").good();
    }
    Run.of("batch", "--merge", out.toString()).good();

    assertSame();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "parquet"})
  void theSameOfTexts(String format) throws IOException {
    StringBuilder csv = new StringBuilder("text,label\n?!,good\n");
    IntStream.range(0, 700)
        .forEach(i -> csv.append("one text %d of many,%s\n".formatted(i, i % 3)));
    Path table = Files.writeString(folder.resolve("texts.csv"), csv);
    String options =
        "--text-column text --copies 4" + (format.equals("jsonl") ? "" : " --format parquet");
    batch(table, whole, options).good();
    for (int i = 0; i < 3; i++) {
      batch(table, out, options + " --shard " + i + "/3").good();
      batch(table, out, options + " --resume --shard " + i + "/3").good();
    }
    Run.of("batch", "--merge", out.toString()).good();

    assertSame();
  }

  @Test
  void whatCannotBeReadIsNamedOnceAndCounted() throws IOException {
    batch(source, out, MIXED + "--copies 4 --shard 0/2").good();
    batch(source, out, MIXED + "--copies 4 --shard 1/2").good();
    batch(source, whole, MIXED + "--copies 4").good();
    Run.of("batch", "--merge", out.toString()).good();

    List<String> errors = Files.readAllLines(out.resolve("errors.jsonl"));
    assertEquals(1, errors.size());
    assertTrue(errors.getFirst().contains("broken.jpg"), errors.getFirst());
    assertSame();
  }

  @ParameterizedTest
  @ValueSource(strings = {"imagefolder", "webdataset", "parquet", "npz"})
  void partsEndedAnywhereGoOnBesideEachOther(String format) throws Exception {
    String options = MANY + "--format " + format + " ";
    batch(source, whole, options).good();
    batch(source, folder.resolve("job"), options + "--dry-run").good();
    JobSettings settings = JobDocument.read(whole.resolve("run.json")).settings();
    List<FutureTask<Void>> both =
        IntStream.range(0, 2)
            .mapToObj(i -> new FutureTask<Void>(() -> endedAndResumed(i, settings, options), null))
            .toList();
    both.forEach(Thread::startVirtualThread);
    for (FutureTask<Void> one : both) {
      one.get();
    }
    Run.of("batch", "--merge", out.toString()).good();

    assertSame();
  }

  private void endedAndResumed(int i, JobSettings settings, String options) {
    Part part = new Part(i, 2);
    try (DataSet data = DataSet.open(source, ReadAs.USUAL)) {
      BatchJob job = new BatchJob(source, ReadAs.USUAL, data, settings, ProgramVersion.read());
      assertThrows(
          IllegalStateException.class,
          () ->
              job.run(
                  out,
                  part,
                  2,
                  Beginning.RESUMED,
                  (_, progress) -> {
                    if (progress.done() == 777) {
                      throw new IllegalStateException("ended");
                    }
                  }));
      for (String grown : List.of("metadata.jsonl", "images.npy")) {
        Path file = part.folder(out).resolve(grown);
        if (Files.exists(file)) {
          Files.write(file, new byte[100], StandardOpenOption.APPEND); // and not in the journal
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    batch(source, out, options + "--resume --shard " + i + "/2").good();
  }

  @Test
  void missingPartsAreNamed() throws IOException {
    batch(source, out, MIXED + "--shard 1/6").good();

    Run.of("batch", "--merge", out.toString())
        .bad(
            1,
            "mixoscope batch: %s: 5 of 6 parts are missing or not complete, 0,2-5: make them with"
                    .formatted(out)
                + " --shard and --resume, then merge");
    Run.of("batch", "--merge", folder.resolve("none").toString())
        .bad(
            1,
            "mixoscope batch: %s holds no parts of a job: name the folder that --shard wrote into"
                .formatted(folder.resolve("none")));
  }

  @Test
  void aPartOfAnotherJobIsRefused() throws IOException {
    batch(source, out, MIXED + "--shard 0/2").good();

    Run other = batch(source, out, MIXED + "--seed 7 --shard 1/2");
    assertEquals(1, other.code());
    assertTrue(other.err().contains("was begun with another seed (42, now 7)"), other.err());
    Run three = batch(source, out, MIXED + "--shard 2/3");
    assertEquals(1, three.code());
    assertTrue(three.err().contains("was begun in 2 parts, not in 3"), three.err());
    Run again = batch(source, out, MIXED + "--shard 0/2");
    assertTrue(again.err().contains("resume its run"), again.err());
    Run all = batch(source, out, MIXED + "--resume");
    assertTrue(all.err().contains("holds parts of a job"), all.err());
  }

  /// As when each was made in a folder of its own and these were copied into one.
  @Test
  void aPartOfAnotherJobIsNotMerged() throws IOException {
    batch(source, out, MIXED + "--shard 0/2").good();
    batch(source, whole, MIXED + "--seed 7 --shard 1/2").good();
    Files.move(whole.resolve("parts/1-of-2"), out.resolve("parts/1-of-2"));

    Run merged = Run.of("batch", "--merge", out.toString());
    assertEquals(1, merged.code());
    assertTrue(merged.err().contains("settings.seed (42, now 7)"), merged.err());
    assertFalse(Files.exists(out.resolve("run.json")));
  }

  @Test
  void arraysOfSeveralSizesAreNotMerged() throws IOException {
    Path sizes = folder.resolve("sizes");
    Files.createDirectories(sizes.resolve("a"));
    for (int i = 0; i < 2; i++) {
      Photo.noise(6 + i, 6, i).write(sizes.resolve("a/" + i + ".png"));
    }
    batch(sizes, out, "--method cutmix --format npy --shard 0/2").good();
    batch(sizes, out, "--method cutmix --format npy --shard 1/2").good();

    Run merged = Run.of("batch", "--merge", out.toString());
    assertEquals(1, merged.code());
    assertTrue(merged.err().contains("give --size"), merged.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "8/8; part 8 of 8: parts are numbered from 0 on, the last one is 7",
        "3/0; 0 parts: must be within [1, 100000]",
        "1; must be I/N, such as 0/8 for the first of eight parts",
        "-1/4; must be I/N, such as 0/8 for the first of eight parts",
      })
  void shardsThatThereAreNotAreRefused(String shard, String why) {
    batch(source, out, MIXED + "--shard=" + shard)
        .bad(
            2,
            "mixoscope batch: --shard = %s: %s (see mixoscope batch --help)".formatted(shard, why));
    assertFalse(Files.exists(out));
  }

  @Test
  void whatDoesNotGoWithPartsIsRefused() {
    Run retry = batch(source, out, MIXED + "--shard 0/2 --resume --retry-errors");
    assertTrue(retry.err().contains("--retry-errors: not with --shard"), retry.err());
    Run merge = Run.of("batch", "--merge", "--seed", "1", out.toString());
    assertTrue(merge.err().contains("--seed: not with --merge"), merge.err());
    Run two = batch(source, out, "--merge");
    assertTrue(two.err().contains("the folder of the parts alone"), two.err());
  }

  /// Slurm's array may have more jobs than there are files.
  @Test
  void aPartMayBeEmpty() throws IOException {
    String options = MIXED + "--format webdataset ";
    batch(source, whole, options).good();
    for (int i = 0; i < 3; i++) {
      batch(source, out, options + "--shard " + i + "/3").good();
    }
    Run.of("batch", "--merge", out.toString()).good();

    assertSame();
  }

  @Test
  void theWindowSaysWhatItFinds() throws Exception {
    batch(source, whole, MIXED).good();
    batch(source, out, MIXED + "--shard 0/2").good();
    JobSettings settings = JobDocument.read(whole.resolve("run.json")).settings();
    try (DataSet data = DataSet.open(source, ReadAs.USUAL)) {
      BatchJob job = new BatchJob(source, ReadAs.USUAL, data, settings, ProgramVersion.read());
      assertEquals(Found.SHARDS, job.look(out, Beginning.RESUMED));
      batch(source, out, MIXED + "--shard 1/2").good();
      Run.of("batch", "--merge", out.toString()).good();
      assertEquals(Found.ALL, job.look(out, Beginning.RESUMED));
    }
    assertEquals(
        Files.readString(whole.resolve("run.json"), StandardCharsets.UTF_8),
        Files.readString(out.resolve("run.json"), StandardCharsets.UTF_8));
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.app.Gifs;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.kernel.Frame;

/// What `batch` does with a folder of clips.
@BesideWindows
class ClipBatchTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String OPTIONS = "--method cutmix --along both --seed 5";

  @TempDir Path folder;
  private Path clips = Path.of("");

  @BeforeEach
  void writeClips() throws IOException {
    clips = folder.resolve("clips");
    for (String name : List.of("run/a", "run/b", "walk/c")) {
      Path frames = Files.createDirectories(clips.resolve(name));
      for (int t = 1; t <= 3; t++) {
        Photo.noise(16, 12, name.hashCode() + t).write(frames.resolve(t + ".png"));
      }
    }
  }

  private Run batch(String options, String out) {
    return Run.of(Run.line(options, "batch", clips, folder.resolve(out)));
  }

  private JsonNode line(String out, int index) throws IOException {
    Path lines = folder.resolve(out).resolve("data/metadata.jsonl");
    return MAPPER.readTree(Files.readAllLines(lines).get(index));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NIFTI", "NIFTI_GZ"})
  void everySampleIsTheMixOfItsRecipeWithTheSoftLabelOfAllClasses(ClipFormat format)
      throws IOException {
    batch("--clips " + format.id() + " --copies 2 " + OPTIONS, "out").good();

    assertEquals(6, Files.readAllLines(folder.resolve("out/data/metadata.jsonl")).size());
    assertEquals(List.of("run", "walk"), Files.readAllLines(folder.resolve("out/classes.txt")));
    for (int index = 0; index < 6; index++) {
      JsonNode line = line("out", index);
      JsonNode sources = line.path("sources");
      Run mix =
          Run.of(
              Run.line(
                  OPTIONS + " --json --draw " + index,
                  "mix",
                  clips.resolve(sources.get(0).textValue()),
                  clips.resolve(sources.get(1).textValue()),
                  "-o",
                  folder.resolve("mix.npy")));
      JsonNode json = mix.good().json();
      assertEquals(json.path("effective_lambda"), line.path("effective_lambda"));
      double ofRun = 0;
      for (int k = 0; k < 2; k++) {
        boolean run = sources.get(k).textValue().startsWith("run/");
        ofRun += run ? json.path("shares").get(k).doubleValue() : 0;
      }
      assertEquals(ofRun, line.path("label").get(0).doubleValue(), 1e-12);
      assertEquals(1 - ofRun, line.path("label").get(1).doubleValue(), 1e-12);
      assertTrue(Files.exists(folder.resolve("out/data/" + line.path("file_name").textValue())));
      if (format == ClipFormat.NPY) {
        assertArrayEquals(
            Files.readAllBytes(folder.resolve("mix.npy")),
            Files.readAllBytes(folder.resolve("out/data/0000000" + index + ".npy")));
      }
    }
  }

  @Test
  void interruptedRunGoesOnToTheSameFiles() throws IOException {
    batch("--clips npy --keep-originals " + OPTIONS, "whole").good();
    batch("--clips npy --keep-originals " + OPTIONS, "half").good();
    // As if the process had ended in the middle of the third line.
    Path lines = folder.resolve("half/data/metadata.jsonl");
    String text = Files.readString(lines);
    Files.writeString(lines, text.substring(0, text.indexOf("00000002") + 3));
    Files.delete(folder.resolve("half/data/00000004.npy"));

    batch("--clips npy --keep-originals --resume " + OPTIONS, "half").good();

    for (String name : List.of("metadata.jsonl", "00000002.npy", "00000004.npy", "00000005.npy")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("whole/data/" + name)),
          Files.readAllBytes(folder.resolve("half/data/" + name)),
          name);
    }
    assertEquals("none", line("half", 4).path("method").textValue());
    Run other = batch("--clips npy --keep-originals --resume --along both --seed 6", "half");
    assertEquals(1, other.code());
    assertTrue(other.err().contains("seed"), other::err);
  }

  /// Given back it writes the same bytes, also where an earlier version has written less into it.
  @Test
  void runJsonIsTheWholeJob() throws IOException {
    String options =
        "--clips npy --method cutmix --alpha 0.5 --along run --seed 5 --copies 2 --keep-originals"
            + " --size 8x10 --fit contain --smoothing 0.1 --prob 0.5 --frames 2 --rate 10"
            + " --blending linear-light --max-megapixels 90";
    batch(options, "out").good();
    Path run = folder.resolve("out/run.json");

    again(run, "again").good();

    BatchCommandTest.assertSameFiles(folder.resolve("out"), folder.resolve("again"));
    again(run, "bad", "--seed", "6")
        .bad(
            2,
            "mixoscope batch: --seed: not with --job, which holds it already (see mixoscope batch"
                + " --help)");
    Run.of("stream", "--job", run.toString())
        .bad(
            1,
            "mixoscope stream: %s is not a job that can be run: it is one of clips or texts, which"
                    .formatted(run)
                + " only batch and the Batch screen run");

    ObjectNode old = (ObjectNode) MAPPER.readTree(run.toFile());
    old.remove(List.of("path", "mixed-by", "max-megapixels"));
    Files.writeString(run, old.toPrettyString());
    batch(options + " --resume", "out").good();
    assertTrue(again(run, "older").err().contains("does not say where its source is: name SRC"));
    Run.of("batch", "--job", run.toString(), clips.toString(), folder.resolve("older").toString())
        .good();
    for (String file : List.of("metadata.jsonl", "00000001.npy", "00000008.npy")) {
      assertEquals(
          -1,
          Files.mismatch(folder.resolve("out/data/" + file), folder.resolve("older/data/" + file)));
    }
    Files.delete(clips.resolve("walk/c/3.png"));
    Files.move(clips.resolve("walk/c"), clips.resolve("walk/d"));
    Run changed = again(folder.resolve("again/run.json"), "changed");
    assertEquals(1, changed.code());
    assertTrue(changed.err().contains("another data set than that of the job, source.sha256"));
  }

  private Run again(Path job, String out, String... options) {
    return Run.of(Run.line(String.join(" ", options), "batch", "--job", job, folder.resolve(out)));
  }

  @Test
  void partsThatAreMergedAreWhatOneRunWrites() throws IOException {
    Files.writeString(clips.resolve("walk/broken.mp4"), "no video");
    batch("--clips npy --copies 2 " + OPTIONS, "whole").good();
    for (int part : new int[] {1, 0}) {
      batch("--clips npy --copies 2 --shard %d/2 %s".formatted(part, OPTIONS), "parts").good();
    }
    Run.of(Run.line("", "batch", "--merge", folder.resolve("parts"))).good();

    Path whole = folder.resolve("whole");
    List<String> files;
    try (Stream<Path> all = Files.walk(whole)) {
      files =
          all.filter(Files::isRegularFile)
              .map(file -> whole.relativize(file) + "")
              .sorted()
              .toList();
    }
    try (Stream<Path> all = Files.walk(folder.resolve("parts"))) {
      assertEquals(files.size(), all.filter(Files::isRegularFile).count(), files::toString);
    }
    for (String file : files) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve(file)),
          Files.readAllBytes(folder.resolve("parts").resolve(file)),
          file);
    }
    Run other = batch("--clips npy --copies 3 --shard 0/2 " + OPTIONS, "parts");
    assertEquals(1, other.code());
  }

  @Test
  void clipThatCannotBeReadLeavesItsSamplesOutAndThatIsSaid() throws IOException {
    Files.writeString(clips.resolve("walk/broken.mp4"), "no video");
    Files.writeString(clips.resolve("walk/notes.txt"), "no clip");

    Run run = batch("--clips gif " + OPTIONS, "out").good();

    assertTrue(run.out().contains("1 file is no clip"), run::out);
    assertTrue(run.out().contains("2 samples left out"), run::out);
    List<String> errors = Files.readAllLines(folder.resolve("out/errors.jsonl"));
    assertEquals(2, errors.size());
    assertTrue(errors.getFirst().contains("broken.mp4"), errors::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --along both                   | --along: goes with --clips
          --clips gif --format npz       | --format: is for pictures, not for clips
          --clips gif --profile keras-3  | --profile: is for pictures, not for clips
          --clips gif --pairing random   | --pairing random: clips are mixed with those before them in a shuffled order: leave it out
          --clips avi                    | --clips = avi: must be gif, mp4, webm, npy, nii.gz, nii, tiff or frames
          """)
  void optionsThatHaveNoMeaningAreRefused(String options, String message) {
    batch(options, "out").bad(2, "mixoscope batch: " + message + " (see mixoscope batch --help)");
  }

  /// Before anything is mixed: as pictures they would be first frames.
  @Test
  void picturesThatMoveAreSaidToBeClips() throws IOException {
    Path gifs = Files.createDirectories(folder.resolve("gifs/cat"));
    Gifs.write(gifs, "one", 1, 1, new Frame(4, 4));
    Run still =
        Run.of(Run.line("--dry-run", "batch", gifs.getParent(), folder.resolve("x"))).good();
    assertFalse(still.out().contains("--clips"), still::out);
    Gifs.write(gifs, "walk", 1, 3, new Frame(4, 4));
    Run moving =
        Run.of(Run.line("--dry-run", "batch", gifs.getParent(), folder.resolve("x"))).good();
    assertTrue(
        moving.out().contains("cat/walk.gif and the like have several frames or slices"),
        moving::out);
  }

  @Test
  void dryRunWritesNothing() {
    Run run = batch("--clips webm --dry-run", "out").good();
    assertTrue(run.out().contains("3 clips of 2 classes"), run::out);
    assertTrue(Files.notExists(folder.resolve("out")));
  }
}

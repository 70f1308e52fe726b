package org.mixoscope.cli;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;

/// A job that is given back to `mixoscope batch`.
@BesideWindows
class BatchJobTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir Path folder;
  private Path source = Path.of("");
  private Path out = Path.of("");
  private Path again = Path.of("");

  @BeforeEach
  void writePictures() throws IOException {
    source = folder.resolve("photos");
    out = folder.resolve("out");
    again = folder.resolve("again");
    for (int i = 0; i < 6; i++) {
      write(i);
    }
  }

  private void write(int i) throws IOException {
    Path file = source.resolve((i % 2 == 0 ? "ant" : "bee") + "/" + i + ".png");
    Files.createDirectories(file.resolveSibling(""));
    Photo.noise(10 + i, 15 - i, i).write(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--size 8x8 --profile kornia --method cutmix --prob 0.5 --image png",
        "--size 8x8 --profile timm-1.0.28 --cutmix-minmax 0.2,0.7 --format npz --image float32",
        "--size 8x9 --profile keras-3 --method mixup --alpha 0.3 --smoothing 0.25 --format parquet",
        "--mixup-alpha 0.8 --cutmix-alpha 1 --switch-prob 0.3 --blending linear-light",
        "--method k-cutmix --sources 3 --copies 2 --keep-originals --embed-recipes --image png",
        "--size 8x8 --mask sample:mask --pairing other-class --fit stretch --seed -3 --strict",
        "--size 8x8 --method saliencymix --format webdataset --fit contain"
      })
  void runJsonWritesTheSameBytesIntoAnotherFolder(String options) throws IOException {
    Run.of(Run.line(options, "batch", source, out)).good();

    Run.of("batch", "--job", runJson(), again.toString(), "--threads", "1").good();

    BatchCommandTest.assertSameFiles(out, again);
  }

  /// A job of 0.1.0 writes what it would have written.
  @Test
  void whereLabelsNeedNotFollowPixelsEverySampleSaysItsWeights() throws IOException {
    String options = "--size 8x8 --method cutmix --alpha 1 --no-correct-lambda --prob 0.6";
    Run.of(Run.line(options, "batch", source, out)).good();
    String first =
        Files.readString(Path.of(runJson()))
            .replace("\"mixoscope-job\" : 2", "\"mixoscope-job\" : 0");
    Run.of("batch", "--job", first, again.toString()).good();

    List<String> lines = Files.readAllLines(out.resolve("metadata.jsonl"));
    List<String> old = Files.readAllLines(again.resolve("metadata.jsonl"));
    for (int i = 0; i < 6; i++) {
      ObjectNode line = (ObjectNode) MAPPER.readTree(lines.get(i));
      JsonNode weights = line.remove("label_weights");
      assertEquals(line.get("lambda").doubleValue(), weights.path(0).doubleValue(), lines.get(i));
      assertEquals(line, MAPPER.readTree(old.get(i)));
    }
    assertEquals(
        Files.readString(again.resolve("run.json"))
            .replace("\"mixoscope-job\" : 0", "\"mixoscope-job\" : 2"),
        Files.readString(out.resolve("run.json")));
    Run.of(Run.line(options + " --channels keep --resume", "batch", source, again)).good();
    Run.of("batch", "--job", runJson(), again.toString(), "--resume")
        .bad(
            1,
            "mixoscope batch: %s was begun with another edition (0, now 2): use the same, or an empty folder"
                .formatted(again));
  }

  @Test
  void theTextOfAJobWillDo() throws IOException {
    Run.of(Run.line("--size 8x8", "batch", source, out)).good();

    Run.of("batch", again.toString(), "--job", Files.readString(out.resolve("run.json"))).good();

    BatchCommandTest.assertSameFiles(out, again);
  }

  @Test
  void aHalfDoneJobGoesOnByItsOwnRunJson() throws IOException {
    Path bad = source.resolve("bee/5.png");
    byte[] picture = Files.readAllBytes(bad);
    Files.writeString(bad, "no picture");
    Run.of(Run.line("--size 8x8 --method mask --mask sample:mask --strict", "batch", source, out));
    assertTrue(Files.exists(out.resolve(".mixoscope-journal")), "it ended before its time");
    Files.write(bad, picture);

    Run.of("batch", "--job", runJson(), out.toString(), "--resume").good();
    Run.of("batch", "--job", runJson(), again.toString()).good();

    assertFalse(Files.exists(out.resolve(".mixoscope-journal")));
    assertEquals(6, Files.readAllLines(out.resolve("metadata.jsonl")).size());
    assertEquals(
        Files.readString(out.resolve("run.json")), Files.readString(again.resolve("run.json")));
  }

  @Test
  void strictnessMayChangeWhereAJobIsResumed() throws IOException {
    Files.writeString(source.resolve("ant/0.png"), "no picture");
    Run.of(Run.line("--size 8x8 --strict", "batch", source, out));

    Run.of(Run.line("--size 8x8 --resume", "batch", source, out)).good();

    Run.of(Run.line("--size 8x8", "batch", source, again)).good();
    BatchCommandTest.assertSameFiles(again, out);
  }

  @Test
  void aDataSetThatIsNamedTakesThePlaceOfTheJobs() throws IOException {
    Run.of(Run.line("--size 8x8 --format npy", "batch", source, out)).good();
    Path moved = Files.move(source, folder.resolve("moved"));

    Run.of("batch", "--job", runJson(), again.toString())
        .bad(1, "mixoscope batch: %s does not exist: check the path".formatted(source));
    Run.of("batch", "--job", runJson(), moved.toString(), again.toString()).good();

    assertEquals(-1, Files.mismatch(out.resolve("images.npy"), again.resolve("images.npy")));
  }

  @Test
  void aDataSetThatWasChangedIsNotTakenForTheJobs() throws IOException {
    Run.of(Run.line("--size 8x8", "batch", source, out)).good();
    write(6);

    Run.of("batch", "--job", runJson(), again.toString())
        .bad(
            1,
            "mixoscope batch: %s is another data set than that of the job, pictures (6, now 7):"
                    .formatted(source)
                + " name it to mix it");
    Run.of("batch", "--job", runJson(), source.toString(), again.toString()).good();
    assertEquals(7, Files.readAllLines(again.resolve("metadata.jsonl")).size());
  }

  @Test
  void aJobCanBeWrittenByHand() throws IOException {
    String settings =
        """
        "settings": {
          "policy": [{"method": {"type": "mixup", "alpha": 0.4}, "sources": 2, "weight": 1}],
          "probability": 1, "pairing": "roll", "blending": "srgb",
          "size": {"width": 8, "height": 8}, "fit": "cover", "channels": "keep", "depth": 8,
          "smoothing": 0, "copies": 1, "keep_originals": false, "seed": 42,
          "format": "imagefolder", "image": "jpg:95", "recipes": false, "strict": false}
        """;
    String job = "{\"mixoscope-job\": 2, \"source\": {\"path\": \"photos\"}, " + settings + "}";
    Path file = Files.writeString(folder.resolve("job.json"), job);
    Run.of(Run.line("--size 8x8 --method mixup --alpha 0.4", "batch", source, out)).good();

    Run.of("batch", "--job", file.toString(), again.toString()).good();
    BatchCommandTest.assertSameFiles(out, again);

    Path other = folder.resolve("other");
    String unnamed = "{\"mixoscope-job\": 2, " + settings + "}";
    Run.of("batch", "--job", unnamed, other.toString())
        .bad(2, misuse("SRC is missing: name a folder"));
    Run.of("batch", "--job", unnamed, source.toString(), other.toString()).good();
    BatchCommandTest.assertSameFiles(out, other);
  }

  @Test
  void aDryRunSaysWhatItWouldWrite() throws IOException {
    Run.of(Run.line("--size 8x8 --copies 3", "batch", source, out)).good();

    Run run = Run.of("batch", "--job", runJson(), again.toString(), "--dry-run").good();

    assertTrue(run.out().contains("would write 18 samples"), run.out());
    assertFalse(Files.exists(again));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--alpha 1",
        "--recipe x",
        "--profile kornia",
        "--size 8x8",
        "--seed 42",
        "--format npz",
        "--copies 1",
        "--keep-originals",
        "--strict",
        "--blending srgb"
      })
  void whatTheJobHoldsIsNotSaidTwice(String option) throws IOException {
    Run.of(Run.line("--size 8x8", "batch", source, out)).good();

    Run.of(Run.line(option, "batch", "--job", runJson(), again))
        .bad(2, misuse(option.split(" ")[0] + ": not with --job, which holds it already"));
  }

  @Test
  void whatIsNoJobIsOneLine() throws IOException {
    Path none = folder.resolve("none.json");
    Path photo = source.resolve("ant/0.png");

    Run.of("batch", "--job", none.toString(), again.toString())
        .bad(1, failure(none + " is not a job that can be run: there is no such file"));
    Run.of("batch", "--job", photo.toString(), again.toString())
        .bad(1, failure(photo + " is not a job that can be run: it is no text in UTF-8"));
    Run.of("batch", "--job", "{}", again.toString())
        .bad(
            1,
            failure(
                "the text is not a job that can be run: mixoscope-job is missing: must be a whole"
                    + " number"));
    Run.of(Run.line("--size 8x8", "batch", source, out)).good();
    Run.of("batch", "--job", runJson()).bad(2, misuse("OUT is missing: name a folder"));
    Run.of("batch", source.toString()).bad(2, misuse("OUT is missing: name a folder"));
    Run.of("batch").bad(2, misuse("SRC is missing: name a folder"));
  }

  private String runJson() {
    return out.resolve("run.json").toString();
  }

  private static String failure(String message) {
    return "mixoscope batch: " + message;
  }

  private static String misuse(String message) {
    return "mixoscope batch: %s (see mixoscope batch --help)".formatted(message);
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.BatchJob.Beginning;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;

/// Data sets mixed with pictures that have no label.
@BesideWindows
class BatchBackgroundTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> CLASSES = List.of("ant", "bee", "cow");
  private static final int PICTURES = 12;

  @TempDir Path folder;
  private Path source = Path.of("");
  private Path textures = Path.of("");
  private Path out = Path.of("");

  /// Four pictures each of three classes, and three textures, one of them deep down.
  @BeforeEach
  void writePictures() throws IOException {
    source = folder.resolve("photos");
    textures = folder.resolve("textures");
    out = folder.resolve("out");
    for (int i = 0; i < PICTURES; i++) {
      Path file = source.resolve(CLASSES.get(i % 3) + "/" + i + ".png");
      Files.createDirectories(file.resolveSibling(""));
      Photo.noise(30 + i, 40 - i, i).write(file);
    }
    Files.createDirectories(textures.resolve("wood/old"));
    Photo.noise(50, 44, 100).write(textures.resolve("sand.png"));
    Photo.noise(20, 30, 101).write(textures.resolve("wood/oak.png"));
    Photo.noise(33, 33, 102).write(textures.resolve("wood/old/elm.png"));
    Files.writeString(textures.resolve("notes.txt"), "not one of them");
  }

  private Run run(Path to, String options) {
    return Run.of(Run.line(options, "batch", source, to, "--background", textures));
  }

  private List<JsonNode> batch(String options) throws IOException {
    run(out, options).good();
    return rows(out);
  }

  private static List<JsonNode> rows(Path folder) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("metadata.jsonl"))) {
      rows.add(MAPPER.readTree(line));
    }
    return rows;
  }

  static Stream<String> options() {
    Stream<String> methods =
        MethodType.all().stream()
            .filter(type -> !type.uses(Trait.MARKS))
            .map(
                type ->
                    "--method "
                        + type.id()
                        + (type.uses(Trait.MASK) ? " --mask sample:mask" : "")
                        + (type.maxSources() > 2 ? " --sources 4" : ""));
    return Stream.concat(
        methods,
        Stream.of(
            "--mixup-alpha 0.8 --cutmix-alpha 1 --prob 0.7 --fit contain --keep-originals",
            "--profile kornia --method cutmix",
            "--profile timm-1.0.28 --method mixup"));
  }

  /// Pixels are those of the recipe, to the byte; the label is that of the own picture alone, and
  /// both weights are said.
  @ParameterizedTest
  @MethodSource("options")
  void everySampleIsWhatMixMakesOfItsRecipe(String options) throws IOException {
    for (JsonNode row :
        batch("--size 24x20 --image png --embed-recipes --smoothing 0 " + options)) {
      Path file = out.resolve(row.get("file_name").textValue());
      Path again = folder.resolve("again.png");
      Run mix = Run.of("mix", "--recipe", file + "", "-o", again + "", "--json").good();

      assertTrue(Photo.read(file).pixels().sameAs(Photo.read(again).pixels()), row.toString());
      assertEquals(mix.json().get("effective_lambda"), row.get("effective_lambda"));
      assertEquals("[1.0]", mix.json().get("label").toString());
      String own = row.at("/sources/0").textValue();
      for (int c = 0; c < 3; c++) {
        boolean its = own.startsWith(CLASSES.get(c) + "/");
        assertEquals(its ? 1 : 0, row.at("/label/" + c).doubleValue(), row.toString());
      }
      assertEquals(1, row.at("/label_weights/0").doubleValue());
      for (int k = 1; k < row.get("label_weights").size(); k++) {
        assertEquals(0, row.at("/label_weights/" + k).doubleValue());
      }
      for (int k = 1; k < row.get("sources").size(); k++) {
        assertTrue(row.at("/sources/" + k).textValue().startsWith("background:"), row.toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"imagefolder", "webdataset", "npz", "parquet"})
  void threadsChangeNoByteAndTheSeedDoes(String format) throws IOException {
    String options = "--size 24x24 --copies 3 --method mixup --format " + format;
    run(out, options + " --threads 1").good();
    Path more = folder.resolve("more");
    run(more, options + " --threads 8").good();
    BatchCommandTest.assertSameFiles(out, more);

    Path other = folder.resolve("other");
    run(other, options + " --seed 43").good();
    String data =
        switch (format) {
          case "webdataset" -> "mixed-000000.tar";
          case "npz" -> "mixed.npz";
          case "parquet" -> "data/mixed-000000.parquet";
          default -> "images/0000/00000001.jpg";
        };
    assertNotEquals(-1L, Files.mismatch(out.resolve(data), other.resolve(data)));
  }

  /// Each sample draws its own; one that is drawn for a number stays, whatever else is made.
  @Test
  void partnersAreDrawnFromAllAndByTheNumberOfTheSample() throws IOException {
    List<String> few = partners(batch("--size 8x8 --copies 4"));
    assertEquals(
        Set.of("background:sand.png", "background:wood/oak.png", "background:wood/old/elm.png"),
        new HashSet<>(few));
    for (String one : new HashSet<>(few)) {
      long times = few.stream().filter(one::equals).count();
      assertTrue(times > 6 && times < 28, () -> one + " of 48: " + times);
    }
    out = folder.resolve("more");
    assertEquals(few, partners(batch("--size 8x8 --copies 6")).subList(0, few.size()));
  }

  private static List<String> partners(List<JsonNode> rows) {
    return rows.stream().map(row -> row.at("/sources/1").textValue()).toList();
  }

  @Test
  void oneFileIsABackgroundAndComesAsOftenAsSourcesAreMixed() throws IOException {
    textures = textures.resolve("sand.png");
    for (JsonNode row : batch("--size 8x8 --method k-mixup --sources 4")) {
      assertEquals("background:sand.png", row.at("/sources/1").textValue());
      assertEquals(2, row.get("sources").size());
      assertEquals("[1.0,0.0,0.0,0.0]", row.get("label_weights").toString());
    }
  }

  @Test
  void smoothingSoftLabelsAndNumbersStayThoseOfTheOwnPicture() throws IOException {
    for (JsonNode row : batch("--size 8x8 --smoothing 0.3 --method mixup")) {
      String own = row.at("/sources/0").textValue();
      for (int c = 0; c < 3; c++) {
        double expected = (own.startsWith(CLASSES.get(c) + "/") ? 0.7 : 0) + 0.1;
        assertEquals(expected, row.at("/label/" + c).doubleValue(), 1e-12);
      }
    }
    Path photos = source;
    source =
        Files.writeString(
            photos.resolve("soft.csv"),
            "file_name,cat,dog\nant/0.png,0.75,0.25\nbee/1.png,0.5,0.5\n");
    out = folder.resolve("soft");
    for (JsonNode row : batch("--size 8x8 --copies 3")) {
      boolean first = row.at("/sources/0").textValue().equals("ant/0.png");
      assertEquals(first ? "[0.75,0.25]" : "[0.5,0.5]", row.get("label").toString());
    }
    source =
        Files.writeString(
            photos.resolve("ages.csv"), "file_name,age\nant/0.png,2.5\nbee/1.png,40\n");
    out = folder.resolve("ages");
    for (JsonNode row : batch("--size 8x8 --copies 3 --target number")) {
      boolean first = row.at("/sources/0").textValue().equals("ant/0.png");
      assertEquals(first ? 2.5 : 40, row.get("label").doubleValue());
    }
  }

  /// Pictures show their maps here, and the background shows 77, which is no class.
  @ParameterizedTest
  @ValueSource(strings = {"cutmix", "fmix", "k-cutmix --sources 3", "mosaic --tiles same-place"})
  void whereABackgroundIsPastedAMapCountsForNobody(String method) throws IOException {
    writeMaps();
    int pasted = 0;
    for (JsonNode row : batch("--image png --copies 3 --format masks --method " + method)) {
      Raster picture = raster(out.resolve(row.get("file_name").textValue()));
      Raster mask = raster(out.resolve(row.get("mask_file_name").textValue()));
      for (int y = 0; y < picture.getHeight(); y++) {
        for (int x = 0; x < picture.getWidth(); x++) {
          int shown = picture.getSample(x, y, 0);
          assertEquals(shown == 77 ? 255 : shown, mask.getSample(x, y, 0), row.toString());
          pasted += shown == 77 ? 1 : 0;
        }
      }
    }
    assertTrue(pasted > 0);
  }

  /// By area as well: what has no label takes nothing of it.
  @Test
  void theLabelByAreaIsOverWhatCanBeSeenOfTheOwnMap() throws IOException {
    writeMaps();
    for (JsonNode row : batch("--label objects --method mixup --copies 2")) {
      double sum = 0;
      for (JsonNode weight : row.get("label")) {
        sum += weight.doubleValue();
      }
      assertEquals(1, sum, 1e-9, row.toString());
    }
  }

  private void writeMaps() throws IOException {
    source = folder.resolve("maps");
    textures = folder.resolve("grey");
    Files.createDirectories(source.resolve("images"));
    Files.createDirectories(source.resolve("masks"));
    Files.createDirectories(textures);
    for (int i = 0; i < 5; i++) {
      int first = i;
      Photo photo = Photo.grey(24, 16, (x, y) -> (x / 8 + y / 8 + first) % 4);
      photo.write(source.resolve("images/p" + i + ".png"));
      photo.write(source.resolve("masks/p" + i + ".png"));
    }
    Photo.grey(24, 16, (_, _) -> 77).write(textures.resolve("even.png"));
  }

  private static Raster raster(Path file) throws IOException {
    return ImageIO.read(file.toFile()).getRaster();
  }

  /// One object fills each picture: of it as much is seen as of the picture.
  @Test
  void objectsAreCoveredByABackground() throws IOException {
    Path set = Files.createDirectories(folder.resolve("yolo/images"));
    Path labels = Files.createDirectories(folder.resolve("yolo/labels"));
    for (int i = 0; i < 6; i++) {
      Photo.noise(20, 20, i).write(set.resolve(i + ".png"));
      Files.writeString(labels.resolve(i + ".txt"), i % 2 + " 0 0 1 0 1 1 0 1\n");
    }
    source =
        Files.writeString(
            folder.resolve("yolo/data.yaml"), "path: .\ntrain: images\nnames: [ant, bee]\n");
    int kept = 0;
    int gone = 0;
    for (JsonNode row : batch("--size 20x20 --copies 6 --min-visible 0.5 --method cutmix")) {
      double seen = row.get("effective_lambda").doubleValue();
      JsonNode visible = row.at("/objects/visible");
      assertEquals(seen >= 0.5 ? 1 : 0, visible.size(), row.toString());
      if (seen >= 0.5) {
        assertEquals(seen, visible.get(0).doubleValue(), 1e-9);
        kept++;
      } else {
        gone++;
      }
    }
    assertTrue(kept > 0 && gone > 0, kept + " kept, " + gone + " gone");

    out = folder.resolve("by-area");
    for (JsonNode row : batch("--size 20x20 --label objects --min-visible 0 --method mixup")) {
      int own = row.at("/sources/0").textValue().charAt("images/".length()) - '0';
      assertEquals(own % 2 == 0 ? "[1.0,0.0]" : "[0.0,1.0]", row.get("label").toString());
    }
  }

  /// Grey and colour meet in the background as they do within a data set.
  @Test
  void arraysHaveTheChannelsOfBoth() throws IOException {
    writeMaps();
    source = Files.createDirectories(folder.resolve("digits/one")).resolveSibling("");
    for (int i = 0; i < 3; i++) {
      int level = 50 * i;
      Photo.grey(8, 8, (x, _) -> level + x).write(source.resolve("one/" + i + ".png"));
    }
    assertEquals(3L * 64, pixels("of-grey"), "grey pictures and a grey background");
    Photo.noise(8, 8, 1).write(textures.resolve("colour.png"));
    assertEquals(9L * 64, pixels("of-both"), "a background of colour");
    String run = Files.readString(folder.resolve("of-both/run.json"));
    assertEquals(1, MAPPER.readTree(run).at("/pixels/colour").intValue());
    assertEquals(4, MAPPER.readTree(run).at("/pixels/grey").intValue());
  }

  private long pixels(String name) throws IOException {
    run(folder.resolve(name), "--format npy --size 8x8").good();
    return Files.size(folder.resolve(name).resolve("images.npy")) - 128;
  }

  @Test
  void whatWasUnderstoodIsSaidBeforeAndAfterwards() throws IOException {
    Run plan = run(out, "--size 8x8 --dry-run").good();
    String said = "background: 3 pictures without a label; left out 1: 1 .txt (no pictures)";
    assertTrue(plan.out().lines().anyMatch(said::equals), plan.out());
    assertTrue(
        plan.out().contains("ant 33.3 % → 33.3 %, bee 33.3 % → 33.3 %, cow 33.3 % → 33.3 %"),
        plan.out());
    assertFalse(Files.exists(out));
    JsonNode understood =
        MAPPER.readTree(
            run(out, "--size 8x8 --dry-run --json").good().out().lines().toList().get(0));
    assertEquals(3, understood.at("/background/pictures").intValue());

    assertTrue(run(out, "--size 8x8").good().out().lines().anyMatch(said::equals));
    JsonNode file = MAPPER.readTree(Files.readString(out.resolve("run.json")));
    assertEquals(3, file.at("/understood/background/pictures").intValue());
    assertEquals(
        ".txt (no pictures)", file.at("/understood/background/left_out/0/reason").asText());
    assertEquals(textures.toString(), file.at("/settings/background/path").textValue());
    assertEquals(3, file.at("/settings/background/pictures").intValue());
  }

  /// Labels of a long tail stay as they are, whatever is mixed in.
  @Test
  void theMassOfLabelsIsThatOfTheDataSet() throws IOException {
    Files.delete(source.resolve("ant/0.png"));
    Files.delete(source.resolve("ant/3.png"));
    Files.delete(source.resolve("ant/6.png"));

    String plan = run(out, "--size 8x8 --dry-run --method mixup").good().out();

    assertTrue(plan.contains("ant 11.1 % → 11.1 %, bee 44.4 % → 44.4 %"), plan);
  }

  @Test
  void aJobDocumentHasItsBackground() throws IOException {
    run(out, "--size 8x8 --copies 2").good();
    Path again = folder.resolve("again");
    String job = out.resolve("run.json").toString();

    Run.of("batch", "--job", job, again.toString()).good();
    BatchCommandTest.assertSameFiles(out, again);

    Photo.noise(9, 9, 5).write(textures.resolve("new.png"));
    Run other = Run.of("batch", "--job", job, folder.resolve("other").toString());
    assertEquals(1, other.code());
    assertTrue(
        other.err().contains(textures + " is another background than that of the job, pictures (3,")
            && other.err().contains("now 4)"),
        other.err());
    assertFalse(Files.exists(folder.resolve("other")));
    Run twice =
        Run.of("batch", "--job", job, "--background", textures.toString(), folder + "/other");
    assertTrue(twice.err().contains("--background: not with --job"), twice.err());
  }

  /// Written by hand it lies beside the job, and need not say what is in it.
  @Test
  void aRelativeBackgroundLiesBesideTheJob() throws IOException {
    run(out, "--size 8x8").good();
    String job = Files.readString(out.resolve("run.json"));
    String block = job.substring(job.indexOf("\"background\""), job.indexOf("\"blending\""));
    Path file =
        Files.writeString(
            folder.resolve("job.json"),
            job.replace(block, "\"background\" : {\"path\" : \"textures\"}, "));
    Path again = folder.resolve("again");

    Run.of("batch", "--job", file.toString(), again.toString()).good();

    BatchCommandTest.assertSameFiles(out, again);
  }

  @Test
  void jobsWithoutABackgroundSayNothingOfOne() throws IOException {
    Run.of(Run.line("--size 8x8", "batch", source, out)).good();

    assertFalse(Files.readString(out.resolve("run.json")).contains("background"));
    assertFalse(rows(out).getFirst().has("label_weights"));
  }

  @ParameterizedTest
  @CsvSource({"imagefolder, 1", "webdataset, 7", "npy, 7", "parquet, 23"})
  void aRunGoesOnWithTheSameBackgroundOnly(String format, int stop) throws IOException {
    String options = "--size 8x8 --copies 2 --format " + format;
    Path whole = folder.resolve("whole");
    run(whole, options).good();
    JobDocument job = JobDocument.read(whole.resolve("run.json"));
    try (DataSet data = DataSet.open(source)) {
      BatchJob begun =
          new BatchJob(source, ReadAs.USUAL, data, job.settings(), ProgramVersion.read());
      begun.run(
          out,
          3,
          Beginning.REFUSED,
          (_, progress) -> {
            if (progress.done() >= stop) {
              begun.cancel();
            }
          });
    }
    Path added = textures.resolve("zinc.png");
    Photo.noise(9, 9, 5).write(added);
    Run changed = run(out, options + " --resume");
    assertEquals(1, changed.code());
    assertTrue(changed.err().contains("another background.pictures (3, now 4)"), changed.err());
    Run without = Run.of(Run.line(options + " --resume", "batch", source, out));
    assertTrue(without.err().contains("was begun with another background ("), without.err());
    Files.delete(added);
    Path moved = Files.move(textures, folder.resolve("elsewhere"));
    textures = moved;

    run(out, options + " --resume").good();

    for (String name : List.of("run.json", "classes.txt")) {
      assertTrue(Files.exists(out.resolve(name)));
    }
    Files.copy(
        whole.resolve("run.json"), out.resolve("run.json"), StandardCopyOption.REPLACE_EXISTING);
    BatchCommandTest.assertSameFiles(whole, out);
  }

  @Test
  void whatCannotBeReadIsMissedAndTriedAgain() throws IOException {
    Path fresh = folder.resolve("fresh");
    String options = "--size 8x8 --copies 3 --method mixup";
    run(fresh, options).good();
    Path oak = textures.resolve("wood/oak.png");
    byte[] whole = Files.readAllBytes(oak);
    Files.writeString(oak, "no picture");

    Run run = run(out, options).good();

    assertTrue(
        run.out().contains("1 picture of the background cannot be read, others were mixed in: see"),
        run.out());
    Run strict = run(folder.resolve("strict"), options + " --strict");
    assertEquals(1, strict.code());
    assertTrue(strict.err().contains("oak.png"), strict.err());
    List<String> errors = Files.readAllLines(out.resolve("errors.jsonl"));
    assertEquals(1, errors.size());
    JsonNode error = MAPPER.readTree(errors.getFirst());
    assertEquals("background:wood/oak.png", error.get("source").textValue());
    assertEquals(3 * PICTURES, rows(out).size());
    for (JsonNode row : rows(out)) {
      assertEquals(2, row.get("sources").size(), "another takes its place");
      assertNotEquals("background:wood/oak.png", row.at("/sources/1").textValue());
    }
    Files.write(oak, whole);
    run(out, options + " --resume --retry-errors").good();
    BatchCommandTest.assertSameFiles(fresh, out);
  }

  @Test
  void whatIsNoBackgroundIsRefusedBeforeAnythingIsWritten() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    refused(folder.resolve("nowhere"), "nowhere does not exist: check the path", "");
    refused(empty, "empty has no pictures: ", "");
    refused(textures.resolve("notes.txt"), "is no picture that is read: name one, or a folder", "");
    for (String who : List.of("random", "same-class", "other-class", "balanced", "far-saliency")) {
      refused(
          textures,
          "and pairing = " + who + " chooses among those of the data",
          "--pairing " + who);
    }
    refused(textures, "and pairing = near-label chooses", "--pairing near-label --bandwidth 2");
    writeMaps();
    for (MethodType type : MethodType.all()) {
      if (type.uses(Trait.MARKS)) {
        refused(
            textures,
            "method = " + type.id() + " mixes by what is where in the partner",
            "--method " + type.id());
      }
    }
    out = textures.resolve("out");
    refused(textures, "lies in the background: choose a folder outside of it", "");
  }

  private void refused(Path background, String message, String options) {
    Run run =
        Run.of(Run.line(options + " --size 8x8", "batch", source, out, "--background", background));
    assertTrue(run.err().contains(message), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertNotEquals(0, run.code());
    assertFalse(Files.exists(out));
  }
}
